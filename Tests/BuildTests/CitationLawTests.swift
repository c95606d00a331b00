import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Markdown
import SiteModel
import Support
import Testing

/// What holds for the citations of any site.
struct CitationLawTests {
  private static let keys = ["ampere1820", "boole1854", "cantor1874", "dedekind1888"]

  private static let forms = [
    "[@KEY]", "[voir @KEY, p. 12]", "[@KEY; @boole1854, chap. 2]", "@KEY [p. 3]", "@KEY",
    "[-@KEY]", "[Mots](@KEY \"p. 4\")", "@{KEY}", "`@KEY`", "\\@KEY", "[@KEY et suite]",
    "*[@KEY]*", "x@KEY", "[lien](/axes/)", "texte",
  ]

  private func sources(_ texts: [String: String]) throws -> SourceTree {
    let project = try readSources(SiteDirectory(path: packageRoot.path())).value
    var files = smallestSite
    for file in project.files(under: "Templates") {
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    for (index, key) in Self.keys.enumerated() {
      files["Content/references/\(key).md"] = """
        ---
        type: book
        title: Livre \(index)
        author: [{family: Auteur\(index / 2), given: A.}]
        issued: \(1820 + index / 2)
        ---
        """
    }
    return sourceTree(files.merging(texts) { $1 }, assets: project.assets)
  }

  private func build(_ tree: SourceTree) async -> BuiltSite {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    return await buildSite(from: tree, settings) { _, _ in }
  }

  /// Pages that cite at random, some in notes; what is cited, by page.
  private func randomPages(_ generator: inout SeededGenerator) -> [String: String] {
    var pages: [String: String] = [:]
    for number in 1...4 {
      var text = "---\ntitle: Page \(number)\nnocite: [\(Self.keys[number % 4])]\n---\n\n"
      for paragraph in 0..<3 {
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
          let form = Self.forms.randomElement(using: &generator) ?? ""
          let key = Self.keys.randomElement(using: &generator) ?? ""
          text += form.replacing("KEY", with: key) + ". "
        }
        text += "Une note.[^\(paragraph)]\n\n"
      }
      for note in 0..<3 {
        let key = Self.keys.randomElement(using: &generator) ?? ""
        text += "[^\(note)]: Note [@\(key)].\n\n"
      }
      pages["Content/pages/p\(number).md"] = text
    }
    return pages
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func listsHoldWhatIsCitedAndEveryCallHasItsReturn(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let built = await build(try sources(randomPages(&generator)))
    #expect(built.diagnostics == [], "seed \(seed)")
    let site = try #require(built.site)
    for entity in site.graph.entities(of: .page) where entity.id.slug.text != "a-propos" {
      let document = try #require(site.citations.document(entity.id))
      let cites = site.text("body", of: entity.id)?.cites.map(\.key.value) ?? []
      let cited = Set(cites)
      #expect(Set(site.graph.relations(from: entity.id, .cites).map(\.target.slug.text)) == cited)
      let uncited = site.graph.relations(from: entity.id, .alsoLists).map(\.target.slug.text)
      let listed = document.list.map(\.work.slug.text)
      #expect(Set(listed) == cited.union(uncited), "seed \(seed)")
      #expect(listed.count == Set(listed).count)
      // Ids of places, ways back, and places of the graph are the same, each once.
      let html = try page(built, "\(entity.id.slug.text)/index.html")
      let places = html.matches(of: /id="(appel-\d+)"/).map { String($0.1) }
      let returns = html.matches(of: /href="#(appel-\d+)"/).map { String($0.1) }
      #expect(places.sorted() == returns.sorted(), "seed \(seed)")
      #expect(places.count == cites.count)
      #expect(document.places.map(\.anchor) == cites.indices.map { "appel-\($0 + 1)" })
      for place in document.places {
        #expect(!place.sentence.marked.isEmpty)
        #expect(site.citations.places(referringTo: place.target).contains(place))
      }
    }
  }

  private func page(_ built: BuiltSite, _ path: String) throws -> String {
    let file = try #require(built.files.first { $0.path.text == path })
    guard case .bytes(let bytes) = file.contents else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func everyCiteIsAnEdgeOrADiagnostic() async throws {
    let text =
      "---\ntitle: a\nnocite: [\"@rien\"]\n---\n\n[@boole1854; @bool1854] @x [@{cantor 1874}]\n"
    let tree = try sources(["Content/pages/a-propos.md": text])
    let found = printed(await build(tree).diagnostics, sources: tree)
    #expect(
      found == [
        "Content/pages/a-propos.md:3:10 CIT001 unknown reference \"rien\"",
        "Content/pages/a-propos.md:6:15 CIT001 unknown reference \"bool1854\"; did you mean \"boole1854\"?",
        "Content/pages/a-propos.md:6:26 CIT001 unknown reference \"x\"",
        "Content/pages/a-propos.md:6:31 CIT001 unknown reference \"cantor 1874\"; did you mean \"cantor1874\"?",
      ]
    )
  }

  @Test func styleOfNotesAsksForNotes() async throws {
    let style = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
      <citation><layout suffix="."><text variable="title"/>
      <text variable="locator" prefix=", "/></layout></citation>
      <bibliography><layout><text variable="title"/></layout></bibliography>
      </style>
      """
    let site = (smallestSite["Content/site.yaml"] ?? "") + "\ncsl: notes\n"
    let files = ["Templates/csl/notes.csl": style, "Content/site.yaml": site]
    let inText = "---\ntitle: a\n---\n\nUn [@boole1854].\n"
    let wrong = try sources(files.merging(["Content/pages/a-propos.md": inText]) { $1 })
    #expect(
      printed(await build(wrong).diagnostics, sources: wrong) == [
        "Content/pages/a-propos.md:5:6 CIT002 @boole1854 is cited in the running text, and the style writes notes"
      ]
    )
    let inNote = "---\ntitle: a\n---\n\nUn.[^1]\n\n[^1]: [@boole1854, p. 2]\n"
    let right = try sources(files.merging(["Content/pages/a-propos.md": inNote]) { $1 })
    let built = await build(right)
    #expect(built.diagnostics == [])
    #expect(try page(built, "a-propos/index.html").contains(">Livre 1, 2</a>."))
  }
}
