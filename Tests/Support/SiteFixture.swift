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

/// A generator of pseudo-random numbers with a seed that tests print (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
