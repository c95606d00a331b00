import Diagnostics
import SiteModel
import Templating

/// The first text of a new record, written as a template: `Templates/archetypes/person.md`.
///
/// A name is written raw (`{{{title}}}`), since what stands there is YAML and Markdown, not HTML.
enum Archetypes {
  static let folder = "Templates/archetypes"

  /// What every archetype may use.
  static let shape: RecordShape = [
    "title": .html, "slug": .html, "number": .html, "series": .html, "person": .html,
    "axis": .html, "citation": .html, "has-citation": .flag,
  ]

  static func path(of kind: EntityKind) -> String { "\(folder)/\(kind.rawValue).md" }

  /// Compiles one of them under the name `archetype`; its diagnostics have their places in the file.
  static func compile(_ file: SourceFile) -> Diagnosed<TemplateSet> {
    let named = SourceFile(path: "archetype.mustache", bytes: file.bytes)
    let compiled = TemplateSet.compile([named], root: "")
    let found = compiled.diagnostics + compiled.value.check("archetype", against: shape)
    return Diagnosed(compiled.value, found.map { $0.placed(in: file.path) })
  }
}

/// What is wrong with the archetypes of a site; those that it lacks are nobody's fault.
func checkArchetypes(_ sources: SourceTree) -> [Diagnostic] {
  sources.files(under: Archetypes.folder).filter { $0.path.hasSuffix(".md") }
    .flatMap { Archetypes.compile($0).diagnostics }
}

extension Diagnostic {
  fileprivate func placed(in path: String) -> Diagnostic {
    Diagnostic(
      code,
      severity,
      at: span.map { SourceSpan(path: path, range: $0.range) },
      summary,
      help: help,
      notes: notes.map { note in
        Note(note.text, at: note.span.map { SourceSpan(path: path, range: $0.range) })
      }
    )
  }
}
