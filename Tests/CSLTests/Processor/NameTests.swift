import Testing

@testable import CSL

@Suite("Names") struct NameTests {
  static let three = """
    "author": [{"family": "Moreau", "given": "Lise"}, {"family": "Okafor", "given": "Ben"},
    {"family": "Lind", "given": "Kai"}]
    """

  @Test(arguments: [
    Row("natural order", "<name/>", "Lise Moreau, Ben Okafor, Kai Lind"),
    Row(
      "the last joined by a word",
      "<name and=\"text\"/>",
      "Lise Moreau, Ben Okafor, and Kai Lind"
    ),
    Row(
      "no delimiter before the word",
      "<name and=\"symbol\" delimiter-precedes-last=\"never\"/>",
      "Lise Moreau, Ben Okafor &#38; Kai Lind"
    ),
    Row("family names alone", "<name form=\"short\"/>", "Moreau, Okafor, Lind"),
    Row(
      "first inverted",
      "<name name-as-sort-order=\"first\" and=\"text\"/>",
      "Moreau, Lise, Ben Okafor, and Kai Lind"
    ),
    Row("cut", "<name et-al-min=\"3\" et-al-use-first=\"1\"/>", "Lise Moreau et al."),
    Row(
      "cut after two takes the delimiter",
      "<name et-al-min=\"3\" et-al-use-first=\"2\"/>",
      "Lise Moreau, Ben Okafor, et al."
    ),
    Row(
      "cut with the last kept",
      "<name et-al-min=\"3\" et-al-use-first=\"1\" et-al-use-last=\"true\"/>",
      "Lise Moreau, … Kai Lind"
    ),
    Row("counted", "<name form=\"count\"/>", "3"),
    Row("initials", "<name initialize-with=\". \"/>", "L. Moreau, B. Okafor, K. Lind"),
  ])
  func listIsJoined(_ row: Row) throws {
    #expect(
      try render("<names variable=\"author\">\(row.input)</names>", Self.three) == row.expected
    )
  }

  @Test(arguments: [
    Row("never demoted", "never", "de la Tour, Anne van"),
    Row("demoted for sorting alone", "sort-only", "de la Tour, Anne van"),
    Row("demoted", "display-and-sort", "Tour, Anne van de la"),
  ])
  func particlesFollowTheStyle(_ row: Row) throws {
    let style = StyleSource(
      attributes: "class=\"in-text\" demote-non-dropping-particle=\"\(row.input)\""
    )
    let name = """
      "author": [{"family": "Tour", "given": "Anne", "dropping-particle": "van",
      "non-dropping-particle": "de la"}]
      """
    let element = "<names variable=\"author\"><name name-as-sort-order=\"all\"/></names>"
    #expect(try render(element, name, style: style) == row.expected)
  }

  @Test func particlesInsideFieldsAreFound() {
    var name = CSLName(family: "von der Heide", given: "Karl d'")
    name = name.separatingParticles()
    #expect(name.nonDroppingParticle == "von der")
    #expect(name.family == "Heide")
    #expect(name.droppingParticle == "d'")
    #expect(name.given == "Karl")
  }

  @Test func quotedFamilyNameIsNotTakenApart() {
    let name = CSLName(family: "\"van Dyk Ltd\"", given: "x").separatingParticles()
    #expect(name.family == "van Dyk Ltd")
    #expect(name.nonDroppingParticle.isEmpty)
  }

  @Test(arguments: [
    Row("hyphen kept", "Jean-Luc", "J.-L."),
    Row("two words", "Mary Ann", "M.A."),
    Row("letters with accents", "Élise Hélène", "É.H."),
    Row("capitals before small ones", "ÉLise", "Él."),
    Row("abbreviation kept", "Ph. Otto", "Ph.O."),
    Row("small words stay", "Maria de la", "M. de la"),
    Row("markup stays around", "<b>Jo</b> Ann", "<b>J.</b>A."),
    Row("another script stays", "太郎", "太郎"),
  ])
  func givenNamesAreAbbreviated(_ row: Row) {
    let initials = NameInitials(mark: ".", keepsHyphen: true)
    #expect(initials.abbreviate(row.input) == row.expected)
  }

  @Test func substituteSilencesWhatItPrinted() throws {
    let elements = """
      <names variable="author"><name/><label form="short" prefix=" (" suffix=")"/>
      <substitute><names variable="editor"/></substitute></names>
      <names variable="editor" prefix="; "/>
      """
    let output = try render(elements, "\"editor\": [{\"family\": \"Sand\", \"given\": \"Ada\"}]")
    #expect(output == "Ada Sand (ed.)")
  }

  @Test func sameEditorsAndTranslatorsAreOneList() throws {
    let people = "[{\"family\": \"Sand\", \"given\": \"Ada\"}]"
    let element = """
      <names variable="editor translator"><name/><label form="short" prefix=", "/></names>
      """
    let output = try render(element, "\"editor\": \(people), \"translator\": \(people)")
    #expect(output == "Ada Sand, ed. and trans.")
  }

  @Test func institutionsAreNotInverted() throws {
    let element = "<names variable=\"author\"><name name-as-sort-order=\"all\"/></names>"
    let output = try render(element, "\"author\": [{\"literal\": \"Office of Maps\"}]")
    #expect(output == "Office of Maps")
  }
}
