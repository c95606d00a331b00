import Markup

/// The parts of an issue.
struct IssueParts: Sendable {
  /// An author with the numbers of the affiliations.
  struct Author: Sendable {
    let name: PersonName
    let numbers: [String]
    /// Printed beside the name.
    var affiliation: TracedText?
    let source: TracedText
  }

  /// A list of references, under its heading.
  struct ReferenceList: Sendable {
    let heading: TracedText
    var entries: [TracedText] = []
  }

  var title: TracedText?
  var subtitle: TracedText?
  var authors: [Author] = []
  /// Affiliations by the number printed before them.
  var affiliations: [(number: String, text: TracedText)] = []
  var abstract: [IssueBlock] = []
  var body: [IssueBlock] = []
  var references: [ReferenceList] = []
  /// What brackets are looked for in: abstract, body and references.
  var bracketed: [TracedText] {
    (abstract + body).map { plainText($0.text) } + references.flatMap(\.entries).map(plainText)
  }
  /// What names organisations: all but the references.
  var naming: [SeedProse] {
    let beside = authors.compactMap(\.affiliation)
    return [title, subtitle].compactMap { $0.map { SeedProse(text: $0) } }
      + (affiliations.map(\.text) + beside).map { SeedProse(text: $0, isAffiliation: true) }
      + (abstract + body).compactMap { block in
        if case .separator = block { nil } else { SeedProse(text: block.text) }
      }
  }
  /// Whether anything but a first line shows that the text is an issue.
  var hasShape: Bool {
    let headings = body.count { if case .heading = $0 { true } else { false } }
    return !authors.isEmpty || !references.isEmpty || headings > 1
  }
  /// The heading of the only box, nil where there is none or more than one.
  var boxHeading: TracedText?
}

/// Divides an issue below its head: abstract between separators, body, lists of references.
func readIssueParts(
  _ head: IssueHead,
  _ blocks: [IssueBlock],
  habits: TextHabits
) -> IssueParts {
  var parts = IssueParts()
  parts.title = head.title
  parts.subtitle = head.subtitle
  parts.authors = head.authors
  parts.affiliations = head.affiliations
  var rest = blocks[...]
  if case .separator? = rest.first {
    rest.removeFirst()
    let end = rest.firstIndex { if case .separator = $0 { true } else { false } }
    let heading = rest.firstIndex { if case .heading = $0 { true } else { false } }
    if let end, heading.map({ end < $0 }) ?? true {
      parts.abstract = rejoinCutParagraphs(Array(rest[..<end]), habits: habits)
      rest = rest[(end + 1)...]
    }
  }
  if parts.abstract.isEmpty { readHeadedAbstract(&rest, into: &parts, habits: habits) }
  var body: [IssueBlock] = []
  var isReferences = false
  for index in rest.indices {
    let block = rest[index]
    if case .heading(_, let text) = block {
      isReferences = announcesReferences(text, before: rest[(index + 1)...])
      if isReferences {
        parts.references.append(IssueParts.ReferenceList(heading: text))
        continue
      }
    }
    if case .separator = block, isReferences { continue }
    if isReferences {
      parts.references[parts.references.count - 1].entries.append(block.text)
    } else {
      body.append(block)
    }
  }
  let whole = withRunningTextBeforeBoxes(rejoinCutParagraphs(body, habits: habits))
  let boxes = findBoxes(whole)
  if boxes.count == 1 { parts.boxHeading = whole[boxes[0].start].text }
  parts.body = withoutLooseSeparators(whole)
  return parts
}

/// An abstract under a heading of its own.
private func readHeadedAbstract(
  _ rest: inout ArraySlice<IssueBlock>,
  into parts: inout IssueParts,
  habits: TextHabits
) {
  guard case .heading(_, let title)? = rest.first,
    ["resume", "abstract", "presentation"].contains(slugify(title.string))
  else { return }
  let end = rest.dropFirst().firstIndex { block in
    switch block {
    case .heading, .separator: true
    case .paragraph, .item: false
    }
  }
  parts.abstract = rejoinCutParagraphs(
    Array(rest.dropFirst().prefix(upTo: end ?? rest.endIndex)),
    habits: habits
  )
  rest = rest[(end ?? rest.endIndex)...]
}

/// Whether a heading opens a list of references, seen with what follows it.
private func announcesReferences(
  _ heading: TracedText,
  before rest: ArraySlice<IssueBlock>
) -> Bool {
  if namesReferences(heading) { return true }
  guard mayNameReferences(heading) else { return false }
  let texts = rest.prefix { if case .heading = $0 { false } else { true } }.map(\.text)
  return looksLikeReferences(texts)
}

/// A separator before a heading or at an end says nothing that the heading does not say.
private func withoutLooseSeparators(_ blocks: [IssueBlock]) -> [IssueBlock] {
  var result: [IssueBlock] = []
  for (index, block) in blocks.enumerated() {
    if case .separator = block {
      guard index + 1 < blocks.count, !result.isEmpty else { continue }
      switch blocks[index + 1] {
      case .heading, .separator: continue
      case .paragraph, .item: break
      }
    }
    result.append(block)
  }
  return result
}
