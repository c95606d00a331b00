public import Diagnostics
public import FrontMatter
import SiteModel

/// The biography of one person, in prose that begins with the name.
///
/// Manifest: `date`, the date the functions are known to hold, where one can be said.
public struct BiographySeed: SeedParser {
  /// `biography`.
  public static let kind = "biography"

  private let date: Spanned<PartialDate>?

  /// Reads the date from the manifest.
  public init(reading record: inout FieldReader) { date = readDate("date", from: &record) }

  /// One person.
  public func read(_ file: SourceFile, counting work: inout WorkCount) -> SeedReading {
    let seed = PlainSeed(file, counting: &work)
    return SeedReading(draft(seed, counting: &work), prose: seed.prose)
  }

  private func draft(_ seed: PlainSeed, counting work: inout WorkCount) -> Diagnosed<[Draft]> {
    guard let subject = readSubject(seed.blocks) else {
      return Diagnosed([], [seed.nothingRecognised("name at the beginning")])
    }
    var body = BodyWriter(path: seed.file.path)
    for block in seed.blocks[subject.bodyStart...] {
      if case .item(let depth) = block.kind {
        body.item(markdown(fromPlain: block.text), depth: depth)
      } else {
        body.paragraph(markdown(fromPlain: block.text))
      }
    }
    var people = PersonCollector()
    let asOf = date.map { date in date.map(\.isoText) }
    let functions: [TracedText?] = subject.functions.isEmpty ? [nil] : subject.functions
    let text = body.finished
    for function in functions {
      people.add(
        subject.name,
        function: function,
        asOf: asOf,
        source: seed.file.span,
        body: text
      )
    }
    work.add(people.work.steps)
    let cited = reportOwnCitations(in: seed.blocks.map(\.text), of: subject.name)
    return Diagnosed(people.drafts(), seed.doubts + cited)
  }
}

/// A date in the form of `PartialDate` (`FLD003`), nil when there is none.
func readDate(_ key: String, from reader: inout FieldReader) -> Spanned<PartialDate>? {
  guard let text = reader.text(key) else { return nil }
  guard let date = PartialDate(text.value) else {
    reader.report(wrong: key, form: "a date: 2023, 2023-06 or 2023-06-15", at: text.span)
    return nil
  }
  return Spanned(date, at: text.span)
}
