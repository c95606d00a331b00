import Diagnostics
import FrontMatter
import SiteModel

@testable import SeedParsers

/// Invented texts, drafted and held together as a build does it.
struct JoinedSeeds {
  let drafts: [Draft]
  let diagnostics: [Diagnostic]

  /// - Parameter texts: the record of each text in the manifest, and its words.
  init(_ texts: [(record: String, text: String)]) {
    let records = texts.enumerated().map { index, text in
      "  - file: \(index).txt\n"
        + text.record.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    let manifest = SourceFile(
      path: "seeds/seeds.yaml",
      text: "texts:\n" + records.joined()
    )
    let files = texts.enumerated().map { index, text in
      SourceFile(path: "seeds/\(index).txt", text: text.text)
    }
    let seeds = listSeeds(SourceTree(files: [manifest] + files)).value
    let joined = joinNamings(seeds.map { readSeed($0).value })
    drafts = joined.value.flatMap { $0 }
    diagnostics = joined.diagnostics
  }

  /// A biography whose second paragraph is the text in question.
  init(prose: String) {
    self.init([("kind: biography", "Ada Morel est botaniste.\n\(prose)")])
  }

  /// Names with acronyms: `Institut national du blé (INB)`, each once, sorted.
  var organisations: [String] {
    let names = drafts.filter { $0.id.kind == .organisation }.map { draft in
      let acronym = draft["acronym"].flatMap { $0 == draft["name"] ? nil : " (\($0))" } ?? ""
      return (draft["name"] ?? "") + acronym
    }
    return Set(names).sorted()
  }

  /// `INB = Institut national du blé`, `GPS`, each once, sorted.
  var terms: [String] {
    let terms = drafts.filter { $0.id.kind == .term }.map { draft in
      (draft["acronym"] ?? "") + (draft["expansion"].map { " = \($0)" } ?? "")
    }
    return Set(terms).sorted()
  }

  func body(_ kind: EntityKind) -> String {
    let body = drafts.first { $0.id.kind == kind && $0.body != nil }?.body
    return body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
