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
  func draft(_ file: SourceFile) -> Diagnosed<[Draft]>
}
