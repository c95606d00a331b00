import Build
import ContentTypes
import Diagnostics
import Foundation
import SiteModel
import Support
import Synchronization
import Testing

/// An edit costs what it changes, however large the site: counted, never timed.
struct EditWorkTests {
  private static let settings = BuildSettings(
    entityTypes: contentTypes,
    baseURL: nil,
    linkStyle: .folder,
    isStrict: false,
    jobs: 2
  )

  /// An edit of one file, and the most it may cost.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let path: String
    let old: String
    let new: String
    let pages: Int
    let texts: Int
    let linked: Int
  }

  static let cases = [
    Case(
      testDescription: "a body",
      path: "Content/issues/i3.md",
      old: "Une fin",
      new: "Une autre fin",
      pages: 1,
      texts: 1,
      linked: 1
    ),
    Case(
      testDescription: "a name in a body",
      path: "Content/issues/i3.md",
      old: "Une fin",
      new: "Une fin de Nom5 Personne5",
      pages: 2,
      texts: 1,
      linked: 1
    ),
    Case(
      testDescription: "a veto",
      path: "Content/issues/i3.md",
      old: "title: ",
      new: "links: {never: [Rien]}\ntitle: ",
      pages: 1,
      texts: 1,
      linked: 1
    ),
    Case(
      testDescription: "a person's name",
      path: "Content/people/p5.md",
      old: "Nom5 ",
      new: "Renommé ",
      pages: 14,
      texts: 1,
      linked: 3
    ),
    Case(
      testDescription: "the template of axes",
      path: "Templates/axis.mustache",
      old: "</main>",
      new: "</main><!-- -->",
      pages: 1,
      texts: 0,
      linked: 0
    ),
  ]

  @Test(arguments: cases, [20, 60])
  func anEditCostsWhatItChanges(edit: Case, size: Int) async throws {
    var texts = try site(size)
    let builder = SiteBuilder(settings: Self.settings)
    let first = await builder.build(sources(texts))
    #expect(!first.site.files.isEmpty, "\(first.site.diagnostics.first?.summary ?? "")")
    let text = try #require(texts[edit.path])
    let changed = text.replacingOccurrences(of: edit.old, with: edit.new)
    texts[edit.path] = changed == text ? text + edit.new : changed
    let second = await builder.build(sources(texts))
    #expect(second.work.pagesRendered <= edit.pages)
    #expect(second.work.pagesRendered >= 1)
    #expect(second.work.textsParsed <= edit.texts)
    #expect(second.work.textsLinked <= edit.linked)
    #expect(second.work.recordsMerged <= edit.texts)
    #expect(second.work.namesGathered == 0)
    #expect(second.work.pagesScanned == second.work.pagesRendered)
  }

  @Test func nothingEditedCostsNothing() async throws {
    let tree = sources(try site(10))
    let builder = SiteBuilder(settings: Self.settings)
    let first = await builder.build(tree)
    let second = await builder.build(tree)
    #expect(second.work == BuildWork())
    #expect(second.changed.isEmpty && second.removed.isEmpty)
    #expect(second.site.files == first.site.files)
  }

  @Test func whatIsUrgentComesFirst() async throws {
    var texts = try site(20)
    let builder = SiteBuilder(settings: Self.settings)
    _ = await builder.build(sources(texts))
    texts["Content/people/p5.md"] = "---\nname: Renommé Personne5\nfamily: Personne5\n---\n\nDit.\n"
    let seen = SeenPages()
    let urgent = try #require(OutputPath("numeros/i5/index.html"))
    let built = await builder.build(sources(texts), urgent: [urgent]) { seen.add($0.path) }
    #expect(seen.paths.first == urgent)
    #expect(Set(built.changed).isSubset(of: Set(seen.paths)))
  }

  @Test func whatErrorsKeptBackIsMadeLater() async throws {
    var texts = try site(5)
    let builder = SiteBuilder(settings: Self.settings)
    _ = await builder.build(sources(texts))
    let path = "Content/issues/i3.md"
    let text = try #require(texts[path])
    texts[path] = text + "\n[[personne]]\n"
    let broken = await builder.build(sources(texts))
    #expect(broken.site.files.isEmpty && broken.changed.isEmpty && broken.removed.isEmpty)
    texts[path] = text + "\nUne fin.\n"
    let mended = await builder.build(sources(texts))
    #expect(mended.changed.map(\.text) == ["numeros/i3/index.html"])
  }

  private func sources(_ texts: [String: String]) -> SourceTree {
    sourceTree(texts, assets: ["Templates/assets/site.css", "Templates/assets/icon.svg"])
  }

  /// Issues, persons who write one each, and one axis.
  private func site(_ size: Int) throws -> [String: String] {
    var texts = smallestSite
    texts["Content/axes/a.md"] = "---\ntitle: Un axe\n---\n\nL’axe.\n"
    for number in 0..<size {
      texts["Content/people/p\(number).md"] =
        "---\nname: Nom\(number) Personne\(number)\nfamily: Personne\(number)\n---\n\nDit.\n"
      texts["Content/issues/i\(number).md"] = """
        ---
        title: Numéro \(number)
        date: 1850
        authors: [p\(number)]
        ---

        Un texte avec Nom\(number) Personne\(number), puis rien.

        Une fin.

        """
    }
    let templates = packageRoot.appending(path: "Templates")
    for path in try FileManager.default.subpathsOfDirectory(atPath: templates.path()) {
      let file = templates.appending(path: path)
      guard ["mustache", "csl", "xml"].contains(file.pathExtension) else { continue }
      texts["Templates/\(path)"] = try String(contentsOf: file, encoding: .utf8)
    }
    return texts
  }
}

private final class SeenPages: Sendable {
  private let seen = Mutex<[OutputPath]>([])

  var paths: [OutputPath] { seen.withLock { $0 } }

  func add(_ path: OutputPath) { seen.withLock { $0.append(path) } }
}
