import Build
import ContentTypes
import Diagnostics
import Foundation
import Markup
import SiteModel
import Support
import Testing

/// The people and things of an invented collection.
private let invented = smallestSite.merging([
  "Content/people/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n",
  "Content/people/jeanne-marin.md": "---\nname: Jeanne Marin\n---\n",
  "Content/people/paul-weber.md": "---\nname: Paul Weber\n---\n",
  "Content/people/luce-paris.md": "---\nname: Luce Paris\n---\n",
  "Content/people/anne-menabrea.md": "---\nname: Anne Menabrea\naliases: [A. Menabrea]\n---\n",
  "Content/people/luc-menabrea.md": "---\nname: Luc Menabrea\n---\n",
  "Content/people/jean-roy.md": "---\nname: Jean Roy\n---\n",
  "Content/people/jean-roy-2.md": "---\nname: Jean Roy\n---\n",
  "Content/people/marc-de-la-tour.md": "---\nname: Marc de La Tour\n---\n",
  "Content/people/els-van-der-berg.md": "---\nname: Els van der Berg\n---\n",
  "Content/people/anne-le-goff.md": "---\nname: Anne Le Goff\n---\n",
  "Content/people/claire-d-alembert.md": "---\nname: Claire d’Alembert\n---\n",
  "Content/organisations/enc.md":
    "---\nname: École nationale du calcul\nacronym: ENC\n---\n",
  "Content/organisations/bureau-des-longitudes.md":
    "---\nname: Bureau des longitudes\nacronym: BDL\n---\n",
  "Content/organisations/observatoire.md":
    "---\nname: Observatoire de Paris\naliases: [Observatoire]\n---\n",
  "Content/organisations/galois.md": "---\nname: Galois\n---\n",
  "Content/people/evelyne-galois.md": "---\nname: Évelyne Galois\n---\n",
  "Content/organisations/atelier-l-etoile.md": "---\nname: L’Étoile d’Arago\n---\n",
  "Content/glossary/bdl.md":
    "---\nacronym: BDL\nexpansion: Bureau des longitudes\n"
    + "organisation: bureau-des-longitudes\n---\n",
  "Content/glossary/mac.md": "---\nacronym: MAC\nexpansion: machine à calculer\n---\n",
  "Content/glossary/rst.md": "---\nacronym: RST\n---\n",
  "Content/glossary/tab-1.md":
    "---\nacronym: TAB\nexpansion: table d’astronomie\ntexts: [\"session:calcul/1\"]\n---\n",
  "Content/glossary/tab-2.md": "---\nacronym: TAB\nexpansion: tambour à billes\n---\n",
  "Content/axes/machines.md": "---\ntitle: Machines\nnumber: 1\n---\n",
  "Content/axes/calcul.md": "---\ntitle: Calcul & tables\nnumber: 2\n---\n",
  "Content/series/calcul.md": "---\ntitle: Le calcul des tables\n---\n",
  "Content/sessions/calcul/1.md": "---\nseries: calcul\nnumber: 1\ntitle: Les tables\n---\n",
  "Content/sessions/calcul/2.md":
    "---\nseries: calcul\nnumber: 2\ntitle: Les machines de bureau\n---\n",
  "Content/events/journee.md": "---\ntitle: Journée des machines anciennes\n---\n",
  "Content/issues/3.md": "---\ntitle: Compter sans fin\n---\n",
]) { $1 }

/// A text and the names that are found there: where, what, and whether it is a link (`>`), a later
/// naming (`-`), a homonym (`?`) or vetoed (`!`).
private struct ProseCase: CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let expected: [String]
  let path: String

  init(
    _ name: String,
    _ text: String,
    _ expected: [String],
    in path: String = "Content/pages/texte.md"
  ) {
    testDescription = name
    self.text = text
    self.expected = expected
    self.path = path
  }
}

private let cases = [
  ProseCase(
    "a full name is a link once in a section",
    "Ada Lovelace, puis Ada Lovelace.\n\n## Suite\n\nAda Lovelace.",
    [
      "1 Ada Lovelace > ada-lovelace", "1 Ada Lovelace - ada-lovelace",
      "5 Ada Lovelace > ada-lovelace",
    ]
  ),
  ProseCase(
    "a family name counts after a full name, in any section",
    "Lovelace dit. Ada Lovelace dit.\n\n# Suite\n\nPour Lovelace, oui. Selon Mme Lovelace aussi.",
    [
      "1 Ada Lovelace > ada-lovelace", "5 Lovelace > ada-lovelace", "5 Lovelace - ada-lovelace",
    ]
  ),
  ProseCase(
    "a courtesy title makes a family name certain",
    "Mme Lovelace et le Pr Weber.",
    ["1 Lovelace > ada-lovelace", "1 Weber > paul-weber"]
  ),
  ProseCase(
    "initials name nobody",
    "A. Menabrea et A. Lovelace.",
    []
  ),
  ProseCase(
    "another person of the same family is not the one who was named",
    "Paul Weber. Max Weber, M. Weber, F. Weber, Weber Martin, la Weber, Weber.",
    ["1 Paul Weber > paul-weber", "1 Weber - paul-weber", "1 Weber - paul-weber"]
  ),
  ProseCase(
    "a particle belongs to a family name",
    "Marc de La Tour, Els van der Berg et Anne Le Goff. M. de La Tour, La Tour, De La Tour. "
      + "Van der Berg, Mme Le Goff, Le Goff.\n\nGeorges de La Tour, Karl van der Berg, "
      + "Karl ten Berg, Berg, Jacques Le Goff, M. Goff, la tour.",
    [
      "1 Marc de La Tour > marc-de-la-tour", "1 Els van der Berg > els-van-der-berg",
      "1 Anne Le Goff > anne-le-goff", "1 de La Tour - marc-de-la-tour",
      "1 La Tour - marc-de-la-tour", "1 De La Tour - marc-de-la-tour",
      "1 Van der Berg - els-van-der-berg", "1 Le Goff - anne-le-goff",
      "1 Le Goff - anne-le-goff",
    ]
  ),
  ProseCase(
    "an elided particle belongs to a family name",
    "Claire d'Alembert, puis d’Alembert. D’Alembert, Mme d'Alembert. Jean d’Alembert, Alembert.",
    [
      "1 Claire d’Alembert > claire-d-alembert", "1 d’Alembert - claire-d-alembert",
      "1 D’Alembert - claire-d-alembert", "1 d’Alembert - claire-d-alembert",
    ]
  ),
  ProseCase(
    "a particle that a family does not have makes another family",
    "Paul Weber. Karl von Weber, M. de Weber, Max de Weber, l’œuvre de Weber.",
    ["1 Paul Weber > paul-weber", "1 Weber - paul-weber"]
  ),
  ProseCase(
    "the family in capitals, as lists of names print it",
    "Paul WEBER et Marc de LA TOUR, Anne LE GOFF, Claire d’ALEMBERT. PAUL WEBER, WEBER, Weber.",
    [
      "1 Paul WEBER > paul-weber", "1 Marc de LA TOUR > marc-de-la-tour",
      "1 Anne LE GOFF > anne-le-goff", "1 Claire d’ALEMBERT > claire-d-alembert",
      "1 Weber - paul-weber",
    ]
  ),
  ProseCase(
    "a longer name is another person",
    "Ada Lovelace King, Marie Ada Lovelace, Jean-Ada Lovelace, Ada Lovelace-King, "
      + "Ada Lovelace KING, en Ada\nLovelace Byron.",
    []
  ),
  ProseCase(
    "a title, an office, an acronym or another name beside a name is no part of it",
    "Avec Ada Lovelace.\n\n## B\n\nLe Pr Ada Lovelace.\n\n## C\n\nLa Directrice Ada Lovelace."
      + "\n\n## D\n\nAu BDL Ada Lovelace Bureau des longitudes.",
    [
      "1 Ada Lovelace > ada-lovelace", "5 Ada Lovelace > ada-lovelace",
      "9 Ada Lovelace > ada-lovelace", "13 BDL > bureau-des-longitudes",
      "13 Ada Lovelace > ada-lovelace", "13 Bureau des longitudes - bureau-des-longitudes",
    ]
  ),
  ProseCase(
    "what is named after a person is not that person",
    "Le lycée Ada Lovelace, l’hôpital Ada Lovelace, la rue Ada Lovelace, le Prix Ada Lovelace. Paul Weber, rue Weber.",
    ["1 Paul Weber > paul-weber"]
  ),
  ProseCase(
    "a sentence may begin behind a quotation, a parenthesis or an ellipsis",
    "Un marin. « Non. » Pour Ada Lovelace, oui. Jeanne Marin. « Non. » Marin d’eau douce (oui.) "
      + "Marin… Marin. « Marin », dit-il. À l’« hôtel » Marin.",
    [
      "1 Ada Lovelace > ada-lovelace", "1 Jeanne Marin > jeanne-marin",
      "1 Marin - jeanne-marin",
    ]
  ),
  ProseCase(
    "an author before a year may be anybody of the name",
    "Paul Weber. Selon Weber (1905), selon (Weber, 1905b), selon Weber, 19 ans.",
    ["1 Paul Weber > paul-weber", "1 Weber - paul-weber"]
  ),
  ProseCase(
    "a place behind an organisation makes another of it",
    "L’ENC de Lyon, l’ENC d’Arles, l’ENC Lyon, l’ENC du Rhône, l’ENC BDL, l’ENC de tous.",
    [
      "1 ENC > enc", "1 ENC - enc", "1 BDL > bureau-des-longitudes", "1 ENC - enc",
    ]
  ),
  ProseCase(
    "a family name of two persons is asked for, once",
    "Anne Menabrea. Menabrea, puis Menabrea.",
    [
      "1 Anne Menabrea > anne-menabrea", "1 Menabrea ? anne-menabrea luc-menabrea",
      "1 Menabrea ? anne-menabrea luc-menabrea",
    ]
  ),
  ProseCase(
    "a name of two persons is never guessed, unless the author says who is meant",
    "Jean Roy. [[jean-roy-2|Jean Roy]], puis Jean Roy.",
    ["1 Jean Roy ? jean-roy jean-roy-2", "1 Jean Roy - jean-roy-2"]
  ),
  ProseCase(
    "a common word at the start of a sentence is no name, even behind one",
    "Un marin. Jeanne Marin. Marin d’eau douce. Avec Marin.",
    ["1 Jeanne Marin > jeanne-marin", "1 Marin - jeanne-marin"]
  ),
  ProseCase(
    "a word of another thing's name is linked with a courtesy title alone",
    "Luce Paris. À Paris. Mme Paris.",
    ["1 Luce Paris > luce-paris", "1 Paris - luce-paris"]
  ),
  ProseCase(
    "a thing that bears a person's family name is asked for",
    "Chez Galois, dit Mme Galois.",
    ["1 Galois ? evelyne-galois galois", "1 Galois ? evelyne-galois galois"]
  ),
  ProseCase(
    "a one-word name that is a common word follows the full name",
    "Observatoire. Un observatoire. L’Observatoire de Paris. Cet Observatoire.",
    ["1 Observatoire de Paris > observatoire", "1 Observatoire - observatoire"]
  ),
  ProseCase(
    "line ends, spaces, apostrophes and capitals of sentences are all one",
    "Ada\nLovelace et Ada\u{A0}Lovelace. > x\n\n> Jeanne\n> Marin\n\nL'Étoile d'Arago.",
    [
      "1 Ada Lovelace > ada-lovelace", "2 Ada Lovelace - ada-lovelace",
      "4 Jeanne Marin > jeanne-marin", "7 L’Étoile d’Arago > atelier-l-etoile",
    ]
  ),
  ProseCase(
    "emphasis is no border, unless the name would break it",
    "**Ada** Lovelace, *Jeanne Marin dit*, l’axe *Machines*, *nota Ada* Lovelace.",
    ["1 Ada Lovelace > ada-lovelace", "1 Jeanne Marin > jeanne-marin", "1 axe Machines > machines"]
  ),
  ProseCase(
    "headings, links, code, citations and mentions hold no names",
    "# Ada Lovelace\n\n[Ada Lovelace](/axes/), `Ada Lovelace`, <a href=\"/\">Ada Lovelace</a>, "
      + "[[ada-lovelace|Ada Lovelace]], ![Ada Lovelace](/x.png).",
    []
  ),
  ProseCase(
    "`[[!…]]` keeps words as they are",
    "[[!Ada]] Lovelace, [[!Ada Lovelace]] et Ada Lovelace.",
    [
      "1 Ada Lovelace ! ada-lovelace", "1 Ada Lovelace ! ada-lovelace",
      "1 Ada Lovelace > ada-lovelace",
    ]
  ),
  ProseCase(
    "an acronym is explained at its first use; without an expansion it is nothing",
    "Le BDL. Une MAC, une MAC, le RST.",
    ["1 BDL > bureau-des-longitudes", "1 MAC > mac", "1 MAC - mac"]
  ),
  ProseCase(
    "an acronym of two senses is asked for where no text says which",
    "La TAB.",
    ["1 TAB ? tab-1 tab-2"]
  ),
  ProseCase(
    "the sense that the text is known to use wins",
    "---\nseries: calcul\nnumber: 1\ntitle: Les tables\n---\nLa TAB, puis la séance 2, la séance 1.",
    ["6 TAB > tab-1", "6 séance 2 > calcul/2"],
    in: "Content/sessions/calcul/1.md"
  ),
  ProseCase(
    "numbers of sessions belong to their series",
    "La séance 2, « Les machines de bureau », « Les tables ».",
    ["1 « Les machines de bureau » > calcul/2", "1 « Les tables » > calcul/1"]
  ),
  ProseCase(
    "the sessions of another series have the same numbers",
    "---\nseries: calcul\nnumber: 1\ntitle: Les tables\n---\nLa séance 2 du séminaire des sons, la "
      + "séance 2 de « Voix », la séance 2 du 5 mai, la séance 2 de ce séminaire.",
    ["6 séance 2 > calcul/2", "6 séance 2 - calcul/2"],
    in: "Content/sessions/calcul/1.md"
  ),
  ProseCase(
    "axes are named by noun, number or title",
    "L’axe 1, l’axe de travail 2 « Calcul & tables », l’axe Machines, l’axe 3, axe 12, Machines. "
      + "L’axe 2 du plan, l’axe 1 de la ligne, l’axe 2 d’un réseau.",
    [
      "1 axe 1 > machines", "1 axe de travail 2 « Calcul & tables » > calcul",
      "1 axe Machines - machines",
    ]
  ),
  ProseCase(
    "a number is an issue's where the collection is spoken of",
    "Le numéro 3 du journal. Le numéro 3 de la collection. Dans la collection, le numéro 3.",
    ["1 numéro 3 > 3", "1 numéro 3 - 3"]
  ),
  ProseCase("a number of what is not the collection", "Le numéro 3 paraît, au numéro 3 12.", []),
  ProseCase(
    "titles of events and issues",
    "La Journée des machines anciennes et « Compter sans fin », compter sans fin.",
    ["1 Journée des machines anciennes > journee", "1 « Compter sans fin » > 3"]
  ),
  ProseCase(
    "a page does not lead to its own subject",
    "---\nname: Ada Lovelace\n---\nAda Lovelace et Lovelace, au Bureau des longitudes.",
    ["4 Bureau des longitudes > bureau-des-longitudes"],
    in: "Content/people/ada-lovelace.md"
  ),
]

/// The part of the JSON that these tests look at.
private struct InspectedLinks: Decodable {
  struct Link: Decodable {
    let file: String
    let line: Int
    let printed: String
    let entity: String?
    let outcome: String
    let choices: [String]
  }
  let links: [Link]
}

struct InspectLinksTests {
  private func inspect(_ text: String, at path: String) async -> (LinkInspection, SourceTree) {
    let page = text.hasPrefix("---") ? text : "---\ntitle: Texte\n---\n" + text
    let tree = sourceTree(invented.merging([path: page]) { $1 })
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    return (await inspectLinks(of: tree, settings), tree)
  }

  /// Lines counted from the first of the text.
  private func lines(
    _ inspection: LinkInspection,
    shiftedBy shift: Int,
    at path: String
  ) throws -> [String] {
    let json = Data(inspection.json.text.utf8)
    let links = try JSONDecoder().decode(InspectedLinks.self, from: json).links
    return links.filter { $0.file == path }.map { link in
      let marks = ["link": ">", "mention": "-", "homonym": "?", "veto": "!"]
      let targets = link.choices.isEmpty ? [link.entity ?? ""] : link.choices
      let slugs = targets.map { $0.split(separator: ":").last.map(String.init) ?? "" }
      let printed = link.printed.map { $0.isWhitespace ? " " : String($0) }.joined()
      return "\(link.line - shift) \(printed) \(marks[link.outcome] ?? "") "
        + slugs.joined(separator: " ")
    }
  }

  @Test(arguments: cases)
  private func namesAreFound(prose: ProseCase) async throws {
    let (inspection, _) = await inspect(prose.text, at: prose.path)
    let shift = prose.text.hasPrefix("---") ? 0 : 3
    #expect(try lines(inspection, shiftedBy: shift, at: prose.path) == prose.expected)
  }

  @Test func homonymsAreAskedForWithTheFormsToWrite() async throws {
    let (inspection, tree) = await inspect("Jean Roy, Jean Roy.", at: "Content/pages/texte.md")
    let found = inspection.diagnostics.filter { $0.code.id == "MEN003" }
    #expect(
      printed(found, sources: tree) == [
        "Content/pages/texte.md:4:1 MEN003 \"Jean Roy\" may be person:jean-roy or person:jean-roy-2"
      ]
    )
    #expect(
      found.first?.help
        == "Write [[person:jean-roy|Jean Roy]] or [[person:jean-roy-2|Jean Roy]] or [[!Jean Roy]]."
    )
  }

  @Test func editorsVetoAndAdd() async throws {
    let front = """
      ---
      title: Texte
      links:
        never: [Ada Lovelace, bureau-des-longitudes, Weber]
        also: {"la comtesse": ada-lovelace, "le roi": jean-roy, "rien": nulle-part}
      ---
      Ada Lovelace, au BDL. La reine, la comtesse, la comtesse.
      """
    let path = "Content/pages/texte.md"
    let (inspection, tree) = await inspect(front, at: path)
    #expect(
      try lines(inspection, shiftedBy: 0, at: path) == [
        "7 Ada Lovelace ! ada-lovelace", "7 BDL ! bureau-des-longitudes",
        "7 la comtesse > ada-lovelace", "7 la comtesse - ada-lovelace",
      ]
    )
    #expect(
      printed(inspection.diagnostics.sortedForPrinting(), sources: tree) == [
        "\(path):4:48 MEN004 \"Weber\" would not be linked here anyway",
        "\(path):5:39 MEN006 \"le roi\" stands nowhere in the prose of this record",
        "\(path):5:67 MEN001 nothing has the slug \"nulle-part\"",
      ]
    )
  }

  @Test func aVetoInTheTextThatNoLongerAppliesIsReported() async {
    let text = """
      [[!Ada Lovelace]] et [[!Babbage]], [[!Weber]], dit
      [[!Ada]] Lovelace. [[!l'autre]]
      """
    let path = "Content/pages/texte.md"
    let (inspection, tree) = await inspect(text, at: path)
    #expect(
      printed(inspection.diagnostics.sortedForPrinting(), sources: tree) == [
        "\(path):4:22 MEN004 \"Babbage\" would not be linked here anyway",
        "\(path):4:36 MEN004 \"Weber\" would not be linked here anyway",
        "\(path):5:20 MEN004 \"l’autre\" would not be linked here anyway",
      ]
    )
  }

  @Test func anAliasOfTwoIsReported() async {
    let path = "Content/organisations/autre.md"
    let (inspection, tree) = await inspect("---\nname: Autre\naliases: [BDL]\n---\n", at: path)
    #expect(
      printed(inspection.diagnostics, sources: tree) == [
        "\(path):3:11 MEN005 alias \"BDL\" of organisation:autre also names "
          + "organisation:bureau-des-longitudes"
      ]
    )
  }
}
