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
  /// - Returns: the drafts in the order of the text.
  func draft(_ file: SourceFile, counting work: inout WorkCount) -> Diagnosed<[Draft]>
}

extension SeedParser {
  /// Turns a text into drafts, where nobody asks what it costs.
  public func draft(_ file: SourceFile) -> Diagnosed<[Draft]> {
    var work = WorkCount()
    return draft(file, counting: &work)
  }
}
