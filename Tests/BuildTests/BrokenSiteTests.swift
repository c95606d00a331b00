import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

/// A site with one fault, and what must be said of it.
struct BrokenSite: CustomTestStringConvertible, Sendable {
  let name: String
  let files: [String: String]
  let expected: [String]

  init(_ name: String, _ files: [String: String], _ expected: [String]) {
    self.name = name
    self.files = files
    self.expected = expected
  }

  var testDescription: String { name }
}

private let page = "Content/pages/a-propos.md"

private let brokenSites = [
  BrokenSite(
    "missing configuration",
    ["Content/site.yaml": "delete"],
    ["Content/site.yaml:1:1 CFG001 Content/site.yaml is missing"]
  ),
  BrokenSite(
    "base URL that is no URL",
    [
      "Content/site.yaml":
        "title: a\ndescription: b\nbase-url: exemple\nlanguage: fr\npublisher: c\n"
    ],
    ["Content/site.yaml:3:11 CFG002 \"exemple\" is no absolute http or https address"]
  ),
  BrokenSite(
    "weight of a rule that does not exist",
    [
      "Content/site.yaml": (smallestSite["Content/site.yaml"] ?? "")
        + "\nseverities: {MET01: note}\n"
    ],
    [
      "Content/site.yaml:6:21 CFG004 no rule has the code \"MET01\"; did you mean \"MET001\"?"
    ]
  ),
  BrokenSite(
    "citation style that is nowhere",
    ["Content/site.yaml": (smallestSite["Content/site.yaml"] ?? "") + "\ncsl: donnees-numerique\n"],
    [
      "Content/site.yaml:6:6 CSL001 citation style \"donnees-numerique\" is not in Templates/csl, and no styles are installed"
    ]
  ),
  BrokenSite(
    "citation style that is no XML",
    ["Templates/csl/donnees-numerique-sante.csl": "<style>\n</macro>"],
    ["Templates/csl/donnees-numerique-sante.csl:2:1 CSL004 <style> is closed by macro"]
  ),
  BrokenSite(
    "reference without a citation style",
    [
      "Templates/csl/donnees-numerique-sante.csl": "delete",
      "Content/references/a.md": "---\ntype: book\ntitle: a\nauthor: [{family: b}]\n---\n",
    ],
    [
      "CSL003 no citation style: Templates/csl/donnees-numerique-sante.csl is missing"
    ]
  ),
  BrokenSite(
    "unknown field",
    [page: "---\ntitel: x\n---\n"],
    ["\(page):2:1 FLD002 unknown field \"titel\" in this page; did you mean \"title\"?"]
  ),
  BrokenSite(
    "missing field",
    [page: "---\norder: 1\n---\n"],
    ["\(page):2:1 FLD001 \"title\" is missing from this page"]
  ),
  BrokenSite(
    "broken YAML",
    [page: "---\ntitle: [a\n---\n"],
    ["\(page):2:8 YML001 [ opens a list here; a comma or the closing ] is missing"]
  ),
  BrokenSite(
    "front matter that is never closed",
    [page: "---\ntitle: a\n"],
    ["\(page):1:1 YML002 front matter is opened here and never closed"]
  ),
  BrokenSite(
    "duplicate key",
    [page: "---\ntitle: a\ntitle: b\n---\n"],
    ["\(page):3:1 YML003 \"title\" is written more than once"]
  ),
  BrokenSite(
    "slug that would leave the output",
    [page: "---\ntitle: a\nslug: ../../etc/passwd\n---\n"],
    [
      "\(page):3:7 FLD004 \"../../etc/passwd\" cannot be an address; \"etc-passwd\" would do"
    ]
  ),
  BrokenSite(
    "two files for one page",
    ["Content/pages/b.md": "---\ntitle: b\nslug: a-propos\n---\n"],
    ["Content/pages/b.md:1:1 REL002 page:a-propos is described a second time"]
  ),
  BrokenSite(
    "folder of no kind",
    ["Content/page/b.md": "---\ntitle: b\n---\n"],
    [
      "Content/page/b.md:1:1 CFG003 Content/page/b.md stands in no folder of a kind; did you mean \"pages\"?"
    ]
  ),
  BrokenSite(
    "content file that is none by its name",
    ["Content/pages/B.MD": "---\ntitle: b\n---\n", "Content/pages/c.txt": "c"],
    [
      "Content/pages/B.MD:1:1 CFG005 Content/pages/B.MD is read by nobody",
      "Content/pages/c.txt:1:1 CFG005 Content/pages/c.txt is read by nobody",
    ]
  ),
  BrokenSite(
    "file name with two points",
    ["Content/pages/b.fr.md": "---\ntitle: b\n---\n"],
    ["Content/pages/b.fr.md:1:1 FLD004 \"b.fr\" cannot be an address; \"b-fr\" would do"]
  ),
  BrokenSite(
    "name of which nothing can stand in an address",
    ["Content/pages/日本.md": "---\ntitle: b\n---\n"],
    ["Content/pages/日本.md:1:1 FLD004 \"日本\" cannot be an address"]
  ),
  BrokenSite(
    "page in the place of the assets",
    ["Content/pages/assets.md": "---\ntitle: a\n---\n"],
    [
      "Content/pages/assets.md:1:1 REL004 page:assets and the folder of assets share the address /assets/"
    ]
  ),
  BrokenSite(
    "script in a text",
    [page: "---\ntitle: a\n---\n\n[x](javascript:alert)\n"],
    ["\(page):1:1 LNK004 the address \"javascript:alert\" of page a-propos/index.html is a script"]
  ),
  BrokenSite(
    "unknown person and axis",
    [
      "Content/people/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n",
      "Content/axes/machines.md": "---\ntitle: Machines\n---\n",
      "Content/issues/1.md":
        "---\ntitle: Un\nauthors: [ada-lovelase]\naxes: [machine]\n---\n",
    ],
    [
      "Content/issues/1.md:3:11 REL001 unknown person \"ada-lovelase\"; did you mean \"ada-lovelace\"?",
      "Content/issues/1.md:4:8 REL001 unknown axis \"machine\"; did you mean \"machines\"?",
    ]
  ),
  BrokenSite(
    "address taken twice",
    ["Content/pages/axes.md": "---\ntitle: Axes\n---\n"],
    [
      "Content/pages/axes.md:1:1 REL004 page:axes and the list of all of kind axis share the address /axes/"
    ]
  ),
  BrokenSite(
    "mention of a kind without a name",
    [page: "---\ntitle: a\n---\n\nVoir [[person:]].\n"],
    ["\(page):5:8 MEN001 nothing has the slug \"person:\""]
  ),
  BrokenSite(
    "unknown mention and citation",
    [page: "---\ntitle: a\n---\n\nVoir [[a-propo]] et [@rien2020].\n"],
    [
      "\(page):5:8 MEN001 nothing has the slug \"a-propo\"; did you mean \"a-propos\"?",
      "\(page):5:23 CIT001 unknown reference \"rien2020\"",
    ]
  ),
  BrokenSite(
    "bibliographic file that breaks off",
    ["Content/bibliography/a.bib": "@book{a,\n  title = {A},\n  note = {B\n"],
    ["Content/bibliography/a.bib:3:10 CIT010 unclosed brace (entry \"a\")"]
  ),
  BrokenSite(
    "work in the place of a list of works",
    ["Content/bibliography/a.bib": "@book{Années, title = {A}}\n"],
    [
      "Content/bibliography/a.bib:1:1 REL004 reference:annees and the list of works by years share the address /bibliographie/annees/"
    ]
  ),
  BrokenSite(
    "bibliographic file outside its folder",
    ["Content/pages/a.bib": "@book{a, title = {A}}\n"],
    ["Content/pages/a.bib:1:1 CFG005 Content/pages/a.bib is read by nobody"]
  ),
  BrokenSite(
    "ambiguous mention",
    [
      "Content/axes/a.md": "---\ntitle: a\n---\n", "Content/pages/a.md": "---\ntitle: a\n---\n",
      page: "---\ntitle: b\n---\n\n[[a]]\n",
    ],
    ["\(page):5:3 MEN002 \"a\" is the slug of 2 entities"]
  ),
  BrokenSite(
    "link to nothing",
    [page: "---\ntitle: a\n---\n\n[x](/rien/) [y](/axes/#rien)\n"],
    [
      "\(page):5:5 LNK001 the link \"/rien/\" of page a-propos/index.html leads nowhere",
      "\(page):5:17 LNK002 the link \"/axes/#rien\" of page a-propos/index.html names no place of axes/index.html",
    ]
  ),
  BrokenSite(
    "misspelt name in a template",
    ["Templates/page.mustache": "<h1>{{titel}}</h1>\n"],
    ["Templates/page.mustache:1:7 TPL020 unknown name \"titel\"; did you mean \"title\"?"]
  ),
  BrokenSite(
    "unclosed section in a template",
    ["Templates/page.mustache": "{{#body}}<p>\n"],
    ["Templates/page.mustache:1:1 TPL002 \"body\" is not closed"]
  ),
  BrokenSite(
    "misspelt name in an archetype",
    ["Templates/archetypes/page.md": "---\ntitle: {{{titel}}}\n---\n"],
    [
      "Templates/archetypes/page.md:2:11 TPL020 unknown name \"titel\"; did you mean \"title\"?"
    ]
  ),
  BrokenSite(
    "missing template",
    ["Templates/page.mustache": "delete"],
    ["TPL100 Templates/page.mustache is missing"]
  ),
]

struct BrokenSiteTests {
  /// The smallest site and the project's templates, with the files of a case in their place.
  private func sources(_ changes: [String: String]) throws -> SourceTree {
    let project = try readSources(SiteDirectory(path: packageRoot.path())).value
    var texts = smallestSite
    for file in project.files(under: "Templates") {
      texts[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    for (path, text) in changes { texts[path] = text == "delete" ? nil : text }
    return sourceTree(texts, assets: project.assets)
  }

  private func build(_ tree: SourceTree, isStrict: Bool = false) async -> BuiltSite {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: isStrict,
      jobs: 2
    )
    return await buildSite(from: tree, settings) { _, _ in }
  }

  @Test func theSmallestSiteBuilds() async throws {
    let built = await build(try sources([:]))
    #expect(built.diagnostics == [])
    #expect(built.files.map(\.path.text).contains("a-propos/index.html"))
  }

  @Test(arguments: brokenSites)
  func faultsAreLocatedAndNothingIsMade(site: BrokenSite) async throws {
    let tree = try sources(site.files)
    let built = await build(tree)
    #expect(printed(built.diagnostics, sources: tree) == site.expected)
    #expect(built.files.isEmpty)
  }

  @Test func filesThatNoPageReachesAreNamed() async throws {
    let tree = try sources([:])
    let built = await build(SourceTree(files: tree.files, assets: tree.assets + ["Content/a.png"]))
    #expect(
      printed(built.diagnostics, sources: tree) == [
        "Content/a.png:1:1 OUT100 Content/a.png is not published"
      ]
    )
  }

  @Test func nobodyIsHisOwnCoauthor() async throws {
    let tree = try sources([
      "Content/people/ada.md": "---\nname: Ada Lovelace\n---\n",
      "Content/issues/1.md": "---\ntitle: a\nauthors: [ada, {person: ada}]\n---\n",
      "Content/references/l1843.md": """
      ---
      title: b
      author: [{family: Lovelace, given: Ada}, {family: Lovelace, given: A.}]
      ---
      """,
    ])
    #expect(
      printed(await build(tree).diagnostics, sources: tree) == [
        "Content/issues/1.md:3:25 MET010 \"ada\" is listed twice as author",
        "Content/references/l1843.md:1:1 MET010 \"ada\" is listed twice as creator",
      ]
    )
  }

  @Test func strictBuildsRefuseWarningsUnlessTheEditorsChose() async throws {
    let placeholder = [page: "---\ntitle: a\n---\n\n[[?un nom]]\n"]
    let tree = try sources(placeholder)
    #expect((await build(tree)).files.isEmpty == false)
    #expect((await build(tree, isStrict: true)).files.isEmpty)
    let chosen = (smallestSite["Content/site.yaml"] ?? "") + "\nseverities: {MET001: warning}\n"
    let accepted = try sources(placeholder.merging(["Content/site.yaml": chosen]) { $1 })
    #expect((await build(accepted, isStrict: true)).files.isEmpty == false)
  }
}
