import Build
import ContentTypes
import Diagnostics
import Foundation
import Markup
import SiteModel
import Support
import Testing

/// `sitegen why`, without a disk.
struct ExplainPageTests {
  private let texts = [
    "seeds/programme.txt": """
    Séance 1 : Les machines (5 octobre 1841)

    Intervenants :
    - Ada Lovelace, mathématicienne

    """,
    "seeds/seeds.yaml": """
    texts:
      - file: programme.txt
        kind: programme
        series: {slug: histoire, title: Histoire}

    """,
    "Content/people/ada-lovelace.md":
      "---\naliases: [Mme Byron]\nformer-addresses: [/ada/]\n---\n\nUne vie.\n",
    "Content/pages/voir.md":
      "---\ntitle: Voir\n---\n\nAvec [[ada-lovelace]],\n\net [[person:ada-lovelace]].\n",
  ]

  private func answer(_ words: String) async throws -> (WhyAnswer, ImportSite) {
    let site = try ImportSite(texts)
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    return (await explainPage(words, of: site.sources, settings, below: ["output/"]), site)
  }

  @Test func everyCauseOfAPageIsNamedWithItsPlace() async throws {
    let (answer, site) = try await answer("/personnes/ada-lovelace/")
    let explanation = try #require(answer.explanation)
    let text = explanation.text(sources: site.sources.files)
    #expect(
      text == """
        /personnes/ada-lovelace/  person:ada-lovelace  “Ada Lovelace”
          file of the output: personnes/ada-lovelace/index.html

        sources
          Content/people/ada-lovelace.md:1–6
          seeds/programme.txt:4

        fields
          aliases[1]           editor  Content/people/ada-lovelace.md:2  Mme Byron
          former-addresses[1]  editor  Content/people/ada-lovelace.md:3  /ada/
          name                 seed    seeds/programme.txt:4             Ada Lovelace
          given                seed    seeds/programme.txt:4             Ada
          family               seed    seeds/programme.txt:4             Lovelace
          functions[1]         seed    seeds/programme.txt:4             mathématicienne, 1841-10-05
          body                 editor  Content/people/ada-lovelace.md:6  Une vie.

        templates
          Templates/person.mustache
        """ + text.between("  Templates/person.mustache", "\n\nrelations in") + """


          relations in
            speaker   ← session:histoire/1  seeds/programme.txt:4
            mentions  ← page:voir           Content/pages/voir.md:5, Content/pages/voir.md:7

          redirects
            /ada/ → person:ada-lovelace  Content/people/ada-lovelace.md:3

          """
    )
    #expect(explanation.templates.contains("Templates/layouts/base.mustache"))
  }

  @Test(arguments: [
    ("person:ada-lovelace", "/personnes/ada-lovelace/"),
    ("ada-lovelace", "/personnes/ada-lovelace/"),
    ("personnes/ada-lovelace/index.html", "/personnes/ada-lovelace/"),
    ("/personnes/ada-lovelace", "/personnes/ada-lovelace/"),
    ("output/personnes/ada-lovelace/index.html", "/personnes/ada-lovelace/"),
    ("/", "/"), ("output/index.html", "/"), ("/axes/", "/axes/"), ("/404.html", "/404.html"),
    ("/ada/", "/ada/"), ("assets/site.css", "/assets/site.css"),
    ("/chronologie/#annee-1841", "/chronologie/"),
  ])
  func aPageIsFoundByAnyOfItsNames(words: String, route: String) async throws {
    #expect(try await answer(words).0.explanation?.route.text == route)
  }

  @Test(arguments: [
    ("/personnes/ada-lovelase/", ["/personnes/ada-lovelace/"]),
    ("person:ada-lovelase", ["person:ada-lovelace"]), ("/rien-du-tout-ici/", []),
  ])
  func anUnknownPageIsAnsweredByTheNearest(words: String, expected: [String]) async throws {
    let answer = try await answer(words).0
    #expect(answer.explanation == nil)
    #expect(answer.nearest == expected)
  }

  @Test func machinesReadTheSame() async throws {
    let (answer, site) = try await answer("page:voir")
    let json = try #require(answer.explanation).json(sources: site.sources.files)
    guard case .object(let object) = json else { Issue.record("no object"); return }
    #expect(object["page"] == .string("entity"))
    #expect(
      object["outgoing"]
        == .array([
          .object([
            "name": .string("mentions"), "entity": .string("person:ada-lovelace"),
            "title": .string("Ada Lovelace"), "route": .string("/personnes/ada-lovelace/"),
            "places": .array(
              [5, 7].map { line in
                .object([
                  "file": .string("Content/pages/voir.md"), "line": .integer(line),
                  "last-line": .integer(line),
                ])
              }
            ),
          ])
        ])
    )
  }
}

extension String {
  /// What stands between two texts; the whole where one is missing.
  fileprivate func between(_ start: String, _ end: String) -> String {
    guard let first = range(of: start), let last = range(of: end) else { return self }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
