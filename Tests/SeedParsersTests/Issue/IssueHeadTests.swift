import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

/// Heads of issues in the forms that printers give them.
@Suite struct IssueHeadTests {
  struct Head: CustomTestStringConvertible, Sendable {
    let name: String
    let lines: String
    var title = "Les lampes du port"
    var subtitle: String?
    let authors: [String]
    var testDescription: String { name }
  }

  private static let two = ["anne-durand: Musée des phares", "luc-petit: École du sel"]

  @Test(arguments: [
    Head(
      name: "raised digits, capitals and small letters",
      lines:
        "Les lampes du port\n\npar Anne Durand¹ et Luc PETIT²\n\n¹ Musée des phares\n² École du sel",
      authors: two
    ),
    Head(
      name: "masthead, subtitle right below, names over a line end",
      lines: "SOCIÉTÉ DES PHARES\nCahiers, n° 3 – mai 1901\n\nLes lampes du port\nUne enquête\n\n"
        + "Par Anne Durand (1), Luc\nPetit (2)\n\n(1) Musée des phares ; (2) École du sel",
      subtitle: "Une enquête",
      authors: two
    ),
    Head(
      name: "hash, tags, semicolons, one affiliation for both",
      lines: "# Les lampes du port\n\nAnne Durand<sup>1</sup>; Luc Petit<sup>1,2</sup>\n\n"
        + "<sup>1</sup> Musée des phares <sup>2</sup> École du sel",
      authors: [
        "anne-durand: Musée des phares", "luc-petit: Musée des phares, École du sel",
      ]
    ),
    Head(
      name: "stars",
      lines:
        "LES LAMPES DU PORT\n\nAnne DURAND*, Luc PETIT**\n\n* Musée des phares\n** École du sel",
      authors: two
    ),
    Head(
      name: "one author a line with what he is",
      lines: "Les lampes du port\n\nAnne Durand, Musée des phares\nLuc Petit, École du sel",
      authors: two
    ),
    Head(
      name: "affiliations in brackets",
      lines: "Les lampes du port\n\nAnne Durand (Musée des phares) et Luc Petit (École du sel)",
      authors: two
    ),
    Head(
      name: "bodies without marks",
      lines: "Les lampes du port\n\nAnne Durand & Luc Petit\n\nMusée des phares\nÉcole du sel",
      authors: two
    ),
    Head(
      name: "byline above the title",
      lines: "Anne Durand1, Luc Petit2\n\n1 Musée des phares\n2 École du sel\n\nLes lampes du port",
      authors: two
    ),
    Head(
      name: "a label, no affiliation, a title over two lines",
      lines: "Les lampes\ndu port\n\nTextes de Anne Durand\n",
      authors: []
    ),
    Head(
      name: "a label and names",
      lines: "**Les lampes du port**\n\nAuteurs : Anne Durand, Luc Petit",
      authors: ["anne-durand", "luc-petit"]
    ),
  ])
  func headsAreRead(head: Head) throws {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      head.lines + "\n\n1. LA NUIT\n\nLes lampes brûlent.\n\n2. LE JOUR\n\nElles sont éteintes.\n"
    )
    let issue = try #require(seed.draft(.issue, "1"))
    let title = head.title.lowercased()
    #expect(issue["title"]?.lowercased() == title)
    #expect(issue["subtitle"] == head.subtitle)
    let authors = issue.list("authors").map { author in
      author.replacing("person: ", with: "").replacing("; affiliations: ", with: ": ")
    }
    #expect(head.authors.isEmpty || authors == head.authors)
    #expect(seed.headings(.issue, "1") == ["## 1. La nuit", "## 2. Le jour"])
    #expect(!seed.codes.contains("SED007"))
  }

  @Test(arguments: ["Vents Forts", "Vents Forts et Marées Hautes"])
  func aSubtitleOfCapitalsIsNoByline(subtitle: String) {
    let seed = DraftedSeed("kind: issue\nnumber: 1", "# Titre\n\n\(subtitle)\n\n## Un\n\nTexte.\n")
    #expect(seed.draft(.issue, "1")?["subtitle"] == subtitle)
  }

  @Test func aPlainFirstLineAloneMakesNoIssue() {
    let seed = DraftedSeed("kind: issue\nnumber: 1", "Une affiche\n\nVenez nombreux au port.\n")
    #expect(seed.codes.contains("SED006"))
  }
}
