import Testing

@testable import SiteModel

@Suite struct IdentifierTests {
  @Test(
    "an identifier reads bare or as an address, and is written in one form",
    arguments: [
      (.orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
      (.orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
      (.orcid, "000000021694233x", "0000-0002-1694-233X"),
      (.isni, "0000000218250097", "0000 0002 1825 0097"),
      (.idref, "https://www.idref.fr/026927608", "026927608"),
      (.ror, "https://ror.org/03yrm5c26", "03yrm5c26"),
      (.issn, "20493630", "2049-3630"),
      (.isbn, "978-3-16-148410-0", "9783161484100"),
      (.isbn, "0-306-40615-2", "0306406152"),
      (.doi, "https://doi.org/10.1000/182", "10.1000/182"),
      (.hal, "ada-lovelace", "ada-lovelace"),
    ] as [(IdentifierScheme, String, String)]
  )
  func canonicalForms(scheme: IdentifierScheme, text: String, expected: String) {
    #expect(Identifier(scheme, text)?.text == expected)
  }

  @Test(
    "one wrong digit is never accepted",
    arguments: [
      (.orcid, "0000000218250097"), (.isni, "0000000218250097"), (.idref, "026927608"),
      (.issn, "20493630"), (.isbn, "9783161484100"), (.isbn, "0306406152"),
    ] as [(IdentifierScheme, String)]
  )
  func singleErrors(scheme: IdentifierScheme, text: String) {
    let characters = Array(text)
    for place in characters.indices {
      for digit in "0123456789" where digit != characters[place] {
        var damaged = characters
        damaged[place] = digit
        #expect(Identifier(scheme, String(damaged)) == nil, "\(String(damaged))")
      }
    }
  }

  @Test(
    "every number has exactly one check character",
    arguments: [(.orcid, 15), (.idref, 8), (.issn, 7), (.isbn, 9)] as [(IdentifierScheme, Int)]
  )
  func oneCheckCharacter(scheme: IdentifierScheme, length: Int) {
    for number in stride(from: 0, to: 90_000, by: 9_973) {
      let digits = String(repeating: "3", count: length - 5) + String(10_000 + number).suffix(5)
      let valid = "0123456789X".filter { Identifier(scheme, digits + String($0)) != nil }
      #expect(valid.count == 1, "\(digits)")
    }
  }

  @Test(
    "what is no identifier is refused",
    arguments: [
      (.orcid, "X000-0002-1825-0097"), (.orcid, ""), (.ror, "13yrm5c26"), (.ror, "03yrm5c27"),
      (.doi, "11.1000/182"), (.doi, "10.1000/"), (.doi, "10.12/a"), (.hal, "ada lovelace"),
      (.isbn, "9773161484100"),
    ] as [(IdentifierScheme, String)]
  )
  func refused(scheme: IdentifierScheme, text: String) {
    #expect(Identifier(scheme, text) == nil)
  }
}
