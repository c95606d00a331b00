import Diagnostics
import FrontMatter
import SiteModel

@testable import SeedParsers

/// What a parser made of a text, with questions a test asks.
struct DraftedSeed: Sendable {
  let file: SourceFile
  let drafts: [Draft]
  let diagnostics: [Diagnostic]

  init(file: SourceFile, drafts: [Draft], diagnostics: [Diagnostic]) {
    self.file = file
    self.drafts = drafts
    self.diagnostics = diagnostics
  }

  /// Drafts an invented text with a parser read from a record of the manifest.
  init(_ record: String, _ text: String) {
    let manifest = SourceFile(
      path: "seeds/seeds.yaml",
      text: "texts:\n  - file: invented.txt\n"
        + record.split(separator: "\n").map { "    \($0)\n" }.joined()
    )
    file = SourceFile(path: "seeds/invented.txt", text: text)
    let seeds = listSeeds(SourceTree(files: [manifest, file]))
    let drafted = seeds.value.map(draftSeed)
    drafts = drafted.flatMap(\.value)
    diagnostics = seeds.diagnostics + drafted.flatMap(\.diagnostics)
  }

  func slugs(_ kind: EntityKind) -> [String] {
    drafts.filter { $0.id.kind == kind }.map(\.id.slug.text)
  }

  func draft(_ kind: EntityKind, _ slug: String) -> Draft? {
    drafts.first { $0.id.kind == kind && $0.id.slug.text == slug }
  }

  func body(_ kind: EntityKind, _ slug: String) -> String {
    draft(kind, slug)?.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The `#` lines of a body.
  func headings(_ kind: EntityKind, _ slug: String) -> [String] {
    body(kind, slug).split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
  }

  var codes: [String] { diagnostics.map(\.code.id) }
}

extension Draft {
  /// The text of a field; lists as `a, b`, records as `a: x; b: y`.
  subscript(key: String) -> String? { fields[key].map(Draft.text) }

  /// The elements of a field.
  func list(_ key: String) -> [String] {
    guard case .sequence(let values, _)? = fields[key] else { return [] }
    return values.map(Draft.text)
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .scalar(let scalar): scalar.value
    case .sequence(let values, _): values.map(text).joined(separator: ", ")
    case .mapping(let mapping):
      mapping.entries.map { "\($0.key.value): \(text($0.value))" }.joined(separator: "; ")
    }
  }
}

extension FieldValue {
  /// Every text below this value.
  var scalars: [Spanned<String>] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .sequence(let values, _): values.flatMap(\.scalars)
    case .mapping(let mapping): mapping.entries.flatMap(\.value.scalars)
    }
  }

  /// Every place below this value, its own included.
  var spans: [SourceSpan] {
    switch self {
    case .scalar(let scalar): [scalar.span]
    case .sequence(let values, let span): [span] + values.flatMap(\.spans)
    case .mapping(let mapping):
      [mapping.span] + mapping.entries.flatMap { [$0.key.span] + $0.value.spans }
    }
  }
}
