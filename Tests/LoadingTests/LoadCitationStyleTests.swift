import CSL
import Diagnostics
import Loading
import SiteModel
import Support
import Testing

private let layout = "<citation><layout><text variable=\"title\"/></layout></citation>"
private let plain = "<style>\(layout)</style>"
private let english =
  "<locale xml:lang=\"en-US\"><terms><term name=\"in\">in</term></terms></locale>"

/// The files of a site, the style chosen, and what must be said.
private struct Row: CustomTestStringConvertible, Sendable {
  let name: String
  let chosen: String
  let files: [String: String]
  let installed: [String]
  let expected: [String]

  init(
    _ name: String,
    chosen: String = "own",
    _ files: [String: String],
    installed: [String] = [],
    _ expected: [String]
  ) {
    self.name = name
    self.chosen = chosen
    self.files = files
    self.installed = installed
    self.expected = expected
  }

  var testDescription: String { name }
}

private let own = "Templates/csl/own.csl"
private let locale = "Templates/csl/locales-en-US.xml"

private let rows = [
  Row("style and locale of the site", [own: plain, locale: english], []),
  Row(
    "no package",
    [:],
    ["CSL001 citation style \"own\" is not in Templates/csl, and no styles are installed"]
  ),
  Row(
    "no package, a near name in the site",
    chosen: "owm",
    [own: plain],
    [
      "CSL001 citation style \"owm\" is not in Templates/csl, and no styles are installed; did you mean \"own\"?"
    ]
  ),
  Row(
    "unknown name",
    chosen: "appa",
    [:],
    installed: ["apa", "zzz"],
    ["CSL002 unknown citation style \"appa\"; did you mean \"apa\"?"]
  ),
  Row("no XML", [own: "hello"], ["\(own):1:1 CSL004 no XML element"]),
  Row(
    "no layout",
    [own: "<style/>"],
    ["\(own):1:1 CSL004 the style has no citation layout"]
  ),
  Row(
    "macro that calls itself",
    [
      own: "<style>\n <macro name=\"a\"><text macro=\"a\"/></macro>\(layout)</style>",
      locale: english,
    ],
    ["\(own):2:2 CSL005 macro \"a\" calls itself"]
  ),
  Row(
    "unknown macro",
    [
      own: "<style>\n<macro name=\"a\"><text macro=\"b\"/></macro>\(layout)</style>",
      locale: english,
    ],
    ["\(own):2:17 CSL006 macro \"b\" does not exist"]
  ),
  Row(
    "term that no locale has",
    [
      own:
        "<style><citation><layout>\n<text term=\"at\"/><text term=\"in\"/></layout></citation></style>",
      locale: english,
    ],
    ["\(own):2:1 CSL007 term \"at\" stands in no locale for en-US"]
  ),
  Row(
    "locale that is no XML",
    [own: plain, locale: "<locale>\n</terms>"],
    ["\(locale):2:1 CSL008 <locale> is closed by terms"]
  ),
  Row("no locale", [own: plain], ["CSL009 no locale for en-US, the language of style own"]),
  Row(
    "parent that is not installed",
    [
      own:
        "<style><info><link rel=\"independent-parent\" href=\"http://x/styles/big\"/></info></style>"
    ],
    installed: ["bug", "zzz"],
    ["\(own):1:1 CSL002 unknown parent of style \"own\", \"big\"; did you mean \"bug\"?"]
  ),
]

struct LoadCitationStyleTests {
  @Test(arguments: rows)
  fileprivate func faultsAreLocated(row: Row) {
    let texts = sourceTree(row.files).files
    let tree = SourceTree(files: texts, installedStyles: row.installed)
    let loaded = loadCitationStyle(
      tree,
      ChosenStyle(named: row.chosen),
      language: "en-US",
      isNeeded: true
    )
    #expect(printed(loaded.diagnostics, sources: tree) == row.expected)
  }

  @Test(arguments: [(true, ["CSL003"]), (false, [])])
  func houseStyleMayBeMissingWhereNothingIsPrinted(isNeeded: Bool, codes: [String]) {
    let chosen = ChosenStyle(commandLine: nil, configuration: configuration(style: nil))
    let loaded = loadCitationStyle(
      sourceTree([:]),
      chosen,
      language: "fr",
      isNeeded: isNeeded
    )
    #expect(loaded.diagnostics.map(\.code.id) == codes)
    #expect(!loaded.value.style.hasBibliography)
  }

  @Test func commandLineGoesBeforeTheSiteAndTheSiteBeforeTheHouse() {
    let site = configuration(style: Spanned("a", at: SourceSpan(path: "s", range: 3..<4)))
    #expect(ChosenStyle(commandLine: "b", configuration: site).name == "b")
    #expect(ChosenStyle(commandLine: nil, configuration: site).span?.range == 3..<4)
    #expect(
      ChosenStyle(commandLine: nil, configuration: configuration(style: nil)).name
        == ChosenStyle.houseName
    )
  }

  @Test func dependentStyleTakesThePlaceOfItsParentAndKeepsItsLanguage() {
    let child =
      "<style default-locale=\"de-AT\"><info><link rel=\"independent-parent\" href=\"x/big\"/></info></style>"
    let parent = InstalledFile.style("big").paths[0]
    let chosen = ChosenStyle(named: "own")
    let first = sourceTree([own: child])
    #expect(findMissingStyleFiles(first, chosen, language: "fr") == [.style("big")])
    let second = sourceTree([own: child, parent: plain])
    let loaded = loadCitationStyle(second, chosen, language: "fr", isNeeded: true)
    #expect(loaded.value.language == "de-AT")
    #expect(loaded.value.style.independentParent == nil)
  }

  @Test func localesThatTheSiteLacksAreAskedFor() {
    let tree = sourceTree([own: plain, "Templates/csl/locales-fr-FR.xml": english])
    #expect(
      findMissingStyleFiles(tree, ChosenStyle(named: "own"), language: "fr-CA")
        == [.locale("en-US"), .locale("fr-CA")]
    )
  }

  @Test(arguments: ["../a", "/etc/passwd", "", ".hidden", "a\0b"])
  func namesThatAreNoFileNamesAreNotSought(name: String) {
    #expect(InstalledFile.style(name).paths.isEmpty)
  }

  private func configuration(style: Spanned<String>?) -> SiteConfiguration {
    SiteConfiguration(
      title: "",
      description: "",
      baseURL: "",
      language: "fr",
      publisher: .init(name: "", acronym: nil),
      issn: nil,
      severities: [:],
      citationStyle: style
    )
  }
}
