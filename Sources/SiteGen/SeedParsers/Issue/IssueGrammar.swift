import Diagnostics
import Markup

/// The parts of an issue.
struct IssueParts: Sendable {
  /// An author with the numbers of the affiliations.
  struct Author: Sendable {
    let name: PersonName
    let numbers: [String]
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
  var prose: [TracedText] {
    (abstract + body).map { plainText($0.text) } + references.flatMap(\.entries).map(plainText)
  }
  /// The heading of the only box, nil where there is none or more than one.
  var boxHeading: TracedText?
}

/// Divides an issue: title, subtitle, authors, affiliations, abstract between separators, body,
/// lists of references.
func readIssueParts(_ blocks: [IssueBlock], habits: TextHabits) -> Diagnosed<IssueParts> {
  var parts = IssueParts()
  var diagnostics: [Diagnostic] = []
  var rest = blocks[...]
  readHead(&rest, into: &parts, diagnostics: &diagnostics)
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
  for block in rest {
    if case .heading(_, let text) = block {
      isReferences = announcesReferences(text)
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
  return Diagnosed(parts, diagnostics)
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

private func readHead(
  _ rest: inout ArraySlice<IssueBlock>,
  into parts: inout IssueParts,
  diagnostics: inout [Diagnostic]
) {
  while let block = rest.first {
    switch block {
    case .separator: return
    case .heading(_, let text):
      guard parts.title == nil else { return }
      parts.title = text
    case .paragraph(let text):
      if text.hasPrefix("<sup>") {
        if let affiliation = readAffiliation(text) { parts.affiliations.append(affiliation) }
      } else if let authors = readAuthors(text), parts.authors.isEmpty {
        parts.authors = authors.value
        diagnostics += authors.diagnostics
      } else if parts.title != nil, parts.subtitle == nil, text.count <= 250, !text.hasSuffix(".") {
        parts.subtitle = text
      } else {
        return
      }
    case .item: return
    }
    rest.removeFirst()
  }
}

/// `Anne DURAND<sup>1</sup>, Luc PETIT<sup>1,2</sup>`; nil for any other paragraph.
///
/// Without numbers every entry must be a name, and one name alone must have its family in capitals:
/// two words with capitals may be a subtitle.
private func readAuthors(_ text: TracedText) -> Diagnosed<[IssueParts.Author]>? {
  var authors: [IssueParts.Author] = []
  var diagnostics: [Diagnostic] = []
  let entries = splitOutsideTags(text)
  let hasNumbers = text.firstRange(of: "<sup>") != nil
  for entry in entries {
    let tag = entry.firstRange(of: "<sup>")
    let printed = entry[0..<(tag?.lowerBound ?? entry.count)].trimmed { $0 == "*" }
    guard let name = readPersonName(printed) else {
      guard hasNumbers else { return nil }
      diagnostics.append(.noName(printed.isEmpty ? text : printed))
      continue
    }
    var numbers: [String] = []
    if let tag, let end = entry.firstRange(of: "</sup>", from: tag.upperBound) {
      numbers = entry[tag.upperBound..<end.lowerBound].split(at: ",").map { $0.trimmed.string }
    }
    authors.append(IssueParts.Author(name: name, numbers: numbers, source: printed))
  }
  let isAlone = authors.count == 1 && !hasNumbers
  if isAlone, authors[0].source.words.last?.text != authors[0].name.family.string.uppercased() {
    return nil
  }
  return authors.isEmpty ? nil : Diagnosed(authors, diagnostics)
}

/// Cuts at commas and « et » that stand outside `<sup>…</sup>`.
private func splitOutsideTags(_ text: TracedText) -> [TracedText] {
  var parts: [TracedText] = []
  var start = 0
  var index = 0
  var mayClose = true
  while index < text.count {
    if mayClose, text.hasPrefix("<sup>", at: index) {
      let end = text.firstRange(of: "</sup>", from: index)
      mayClose = end != nil
      index = end?.upperBound ?? index + 1
      continue
    }
    let isAnd = text.hasPrefix(" et ", at: index) || text.hasPrefix(" & ", at: index)
    if text.scalars[index].scalar == "," || isAnd {
      parts.append(text[start..<index].trimmed)
      start =
        index + (text.scalars[index].scalar == "," ? 1 : (text.hasPrefix(" & ", at: index) ? 3 : 4))
      index = start
    } else {
      index += 1
    }
  }
  parts.append(text[start..<text.count].trimmed)
  return parts.filter { !$0.isEmpty }
}

private func readAffiliation(_ text: TracedText) -> (number: String, text: TracedText)? {
  guard let end = text.firstRange(of: "</sup>") else { return nil }
  let number = text[5..<end.lowerBound].trimmed.string
  let affiliation = plainText(text[end.upperBound..<text.count])
  return affiliation.isEmpty ? nil : (number, affiliation)
}

/// Whether a heading opens a list of references.
private func announcesReferences(_ heading: TracedText) -> Bool {
  let folded = slugify(heading.string)
  return ["references", "bibliographie", "bibliography", "ouvrages-cites"]
    .contains(where: folded.hasPrefix)
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
