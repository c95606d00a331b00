public import Diagnostics
public import Foundation

/// The folder of this package, where its own site stands.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A tree of sources from texts, for tests that need no disk.
public func sourceTree(_ texts: [String: String], assets: [String] = []) -> SourceTree {
  SourceTree(files: texts.map { SourceFile(path: $0.key, text: $0.value) }, assets: assets)
}

/// The smallest site that builds: configuration, one page, an empty list of seeds.
public let smallestSite = [
  "Content/site.yaml": """
  title: Cahiers
  description: Une collection.
  base-url: https://cahiers.example.org
  language: fr
  publisher: Société des cahiers
  """,
  "Content/pages/a-propos.md": "---\ntitle: À propos\n---\n\nBonjour.\n",
  "seeds/seeds.yaml": "texts: []\n",
]

/// Where each diagnostic stands and what it says: `path:line:column CODE summary`.
public func printed(_ diagnostics: [Diagnostic], sources: SourceTree) -> [String] {
  diagnostics.map { diagnostic in
    guard let span = diagnostic.span else { return "\(diagnostic.code.id) \(diagnostic.summary)" }
    let place = LineIndex(sources.file(at: span.path)?.bytes ?? []).position(
      of: span.range.lowerBound
    )
    return "\(span.path):\(place.line):\(place.column) \(diagnostic.code.id) \(diagnostic.summary)"
  }
}
