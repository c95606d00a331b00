import Testing

@testable import CSL

@Suite("Choosing locales") struct ChooseLocaleTests {
  @Test(arguments: [
    ("fr-CA", ["en-US", "fr-FR", "fr-CA"]), ("fr", ["en-US", "fr-FR"]),
    ("en-GB", ["en-US", "en-GB"]),
    ("de-AT", ["en-US", "de-DE", "de-AT"]), ("", ["en-US"]), ("????", ["en-US"]),
  ])
  func dialectsFallBack(_ language: String, _ chain: [String]) {
    #expect(localeChain(for: language) == chain)
  }

  func locale(_ language: String, _ terms: String) throws -> CSLLocale {
    try CSLLocale(
      xml: Array("<locale xml:lang=\"\(language)\"><terms>\(terms)</terms></locale>".utf8)
    )
  }

  @Test func styleOverridesItsLanguageThenEveryLanguage() throws {
    let file = try locale("en-US", "<term name=\"and\">and</term><term name=\"in\">in</term>")
    let general = try locale("", "<term name=\"and\">+</term><term name=\"in\">@</term>")
    let own = try locale("en", "<term name=\"and\">AND</term>")
    let result = composeLocale(language: "en-US", files: [file], overrides: [own, general])
    #expect(result.term("and") == "AND")
    #expect(result.term("in") == "@")
  }

  @Test func shortFormsFallBackOnLongOnes() throws {
    let file = try locale("en-US", "<term name=\"page\">page</term>")
    #expect(file.term("page", .symbol) == "page")
    #expect(file.term("page", .verbShort) == "page")
    #expect(file.term("none") == nil)
  }

  @Test func ordinalsReplaceEachOtherAsASet() throws {
    let english = try locale(
      "en-US",
      "<term name=\"ordinal\">th</term><term name=\"ordinal-01\">st</term>"
    )
    let french = try locale("fr-FR", "<term name=\"ordinal\">e</term>")
    let result = composeLocale(language: "fr-FR", files: [english, french], overrides: [])
    #expect(result.ordinalSuffix(21, gender: nil) == "e")
  }
}
