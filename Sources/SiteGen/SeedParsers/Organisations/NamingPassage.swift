import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// A paragraph, heading or entry in which organisations and acronyms may be named.
struct NamingPassage: Sendable {
  let text: TracedText
  let tokens: [NamingToken]
  /// Whether the tokens stand in what a draft gives as somebody's function or affiliation.
  let isFunction: [Bool]
  /// Whether the tokens are a person's name.
  let isPerson: [Bool]
  /// Whether the tokens are the label of an empty link.
  let isLinked: [Bool]
  /// Whether the tokens are in emphasis, as titles of works are.
  let isTitle: [Bool]
  /// Whether the whole is a list of affiliations.
  let isAffiliation: Bool

  func words(_ range: Range<Int>) -> [String] { tokens[range].map(\.text) }

  /// The printed words of a run of tokens.
  func printed(_ range: Range<Int>) -> TracedText {
    guard !range.isEmpty else { return TracedText(path: text.path) }
    return text[
      tokens[range.lowerBound].range
        .lowerBound..<tokens[range.upperBound - 1].range
        .upperBound
    ]
  }

  /// What stands after a token, up to the next.
  func gap(after index: Int) -> String {
    if index + 1 < tokens.count { return tokens[index + 1].gap }
    return text.string(in: tokens[index].range.upperBound..<text.count)
  }
}

/// A function or affiliation that a draft gives.
struct StatedAffiliation: Sendable {
  let person: String
  let date: Spanned<String>?
  let text: Spanned<String>
}

/// Ranges of a file, to be asked whether they hold an offset.
struct MarkedRanges: Sendable {
  private let ranges: [Range<Int>]

  /// Joins what overlaps.
  init(_ marked: [Range<Int>]) {
    var joined: [Range<Int>] = []
    for range in marked.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  /// Whether an offset lies in one of them; logarithmic.
  func contains(_ offset: Int) -> Bool {
    let place = ranges.partitioningIndex { $0.upperBound > offset }
    return place < ranges.count && ranges[place].contains(offset)
  }

  /// Whether offsets lie in one of them, each; most often none does.
  func holds(_ offsets: [Int]) -> [Bool] {
    let none = [Bool](repeating: false, count: offsets.count)
    guard !ranges.isEmpty, let low = offsets.min(), let high = offsets.max() else { return none }
    let place = ranges.partitioningIndex { $0.upperBound > low }
    guard place < ranges.count, ranges[place].lowerBound <= high else { return none }
    return offsets.map(contains)
  }
}

/// The passages of a text, its lists of references left out, with what its drafts say of them.
func namingPassages(
  of file: SourceFile,
  kind: String,
  _ prose: [SeedProse],
  drafts: [Draft]
) -> [NamingPassage] {
  let functions = MarkedRanges(
    statedAffiliations(in: drafts, of: file.path).map(\.text.span.range)
  )
  let persons = MarkedRanges(personRanges(in: drafts, of: file.path))
  let labels = MarkedRanges(emptyLinkLabels(in: file.bytes))
  return prose.map { passage in
    let (printed, isAffiliation) = (passage.text, passage.isAffiliation)
    let titles = MarkedRanges(
      emphasisedTexts(in: printed).filter { !$0.isStrong }.map { printed[$0.content].span.range }
    )
    let text = kind == IssueSeed.kind ? plainText(printed) : printed
    let tokens = namingTokens(of: text)
    let offsets = tokens.map { text.scalars[$0.range.lowerBound].source.lowerBound }
    return NamingPassage(
      text: text,
      tokens: tokens,
      isFunction: isAffiliation ? offsets.map { _ in true } : functions.holds(offsets),
      isPerson: persons.holds(offsets),
      isLinked: labels.holds(offsets),
      isTitle: titles.holds(offsets),
      isAffiliation: isAffiliation
    )
  }
}

/// What the drafts of a text say people are, each with the date it holds at.
func statedAffiliations(in drafts: [Draft], of path: String) -> [StatedAffiliation] {
  let issueDate = drafts.first { $0.id.kind == .issue }?.fields.scalar("date")
  var stated: [StatedAffiliation] = []
  func add(_ person: String, _ text: Spanned<String>?, _ date: Spanned<String>?) {
    guard let text, text.span.path == path else { return }
    stated.append(StatedAffiliation(person: person, date: date, text: text))
  }
  for draft in drafts {
    let fields = draft.fields
    switch draft.id.kind {
    case .person:
      for function in fields.records("functions") {
        add(draft.id.slug.text, function.scalar("text"), function.scalar("as-of") ?? issueDate)
      }
    case .session, .event, .axis:
      let date = draft.id.kind == .axis ? issueDate : fields.scalar("date")
      for presence in ["speakers", "participants", "members"].flatMap(fields.records) {
        add(presence.scalar("person")?.value ?? "", presence.scalar("function"), date)
      }
    case .issue:
      for author in fields.records("authors") {
        guard case .sequence(let affiliations, _)? = author["affiliations"] else { continue }
        for case .scalar(let text) in affiliations {
          add(author.scalar("person")?.value ?? "", text, issueDate)
        }
      }
    case .series, .reference, .page, .organisation, .term: break
    }
  }
  return stated
}

private func personRanges(in drafts: [Draft], of path: String) -> [Range<Int>] {
  drafts.flatMap { draft -> [SourceSpan] in
    let lists = ["speakers", "participants", "members", "authors"].flatMap(draft.fields.records)
    let own = draft.id.kind == .person ? [draft.fields.scalar("name")] : []
    return (own + lists.map { $0.scalar("person") } + [draft.fields.scalar("lead")])
      .compactMap { $0?.span }
  }.filter { $0.path == path }.map(\.range)
}

/// Where the labels of `[label](#)` stand; one look at each byte.
func emptyLinkLabels(in bytes: [UInt8]) -> [Range<Int>] {
  var labels: [Range<Int>] = []
  var open: Int?
  func next(from start: Int) -> Int {
    bytes.withUnsafeBufferPointer {
      $0.position(of: UInt8(ascii: "["), or: UInt8(ascii: "]"), from: start)
    }
  }
  var index = next(from: 0)
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "[") {
      open = index + 1
    } else if let start = open {
      open = nil
      if bytes[(index + 1)...].starts(with: "(#)".utf8) { labels.append(start..<index) }
    }
    index = next(from: index + 1)
  }
  return labels
}
