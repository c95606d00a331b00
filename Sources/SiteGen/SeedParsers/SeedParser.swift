public import Diagnostics
public import FrontMatter
public import SiteModel

/// A parser of one kind of text: what the manifest says of the text, and how it is read.
///
/// One folder a kind; a new kind is one more conformer and one more line in ``SeedParsers``.
public protocol SeedParser: Sendable {
  /// The kind as `seeds/seeds.yaml` writes it.
  static var kind: String { get }

  /// Reads what the text itself cannot say from its record in the manifest.
  init(reading record: inout FieldReader)

  /// Turns a text into drafts: pure, linear in its size, never failing.
  ///
  /// - Parameters:
  ///   - file: the text.
  ///   - work: grows by what was looked at; a text twice as long may cost twice as much.
  /// - Returns: the drafts in the order of the text, and the prose they were made from.
  func read(_ file: SourceFile, counting work: inout WorkCount) -> SeedReading
}

extension SeedParser {
  /// Turns a text into drafts, where nobody asks what it costs.
  public func draft(_ file: SourceFile) -> Diagnosed<[Draft]> {
    var work = WorkCount()
    return read(file, counting: &work).drafted
  }
}

/// What a parser made of a text.
public struct SeedReading: Sendable {
  /// In the order of the text.
  public let drafted: Diagnosed<[Draft]>
  /// Where organisations and acronyms may be named: all but lists of references and addresses.
  let prose: [SeedProse]

  /// Pairs drafts with the prose they were made from.
  init(_ drafted: Diagnosed<[Draft]>, prose: [SeedProse]) {
    self.drafted = drafted
    self.prose = prose
  }
}

/// A paragraph, heading or entry of a text, as its reader has put it together.
struct SeedProse: Sendable {
  let text: TracedText
  /// Whether the whole is an affiliation.
  var isAffiliation = false
}
