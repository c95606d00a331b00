import Testing

@testable import SeedParsers

struct GlossaryTests {
  @Test(arguments: [
    ("ABC", true), ("AB", true), ("AB-CD", true), ("ABC3", true), ("ABCa", true), ("FlorBC", true),
    ("XIV", false), ("AB1295", false), ("Abc", false), ("PhD", false), ("FloraPath", false),
    ("2020", false), ("E-Blog", false), ("A", false),
  ])
  func acronymsHaveTheirShape(word: String, isOne: Bool) { #expect(hasAcronymShape(word) == isOne) }

  @Test(arguments: [
    ("INB", "Institut national du blé", true), ("LEGO", "Laboratoire d’ Étude des GOudrons", true),
    ("CERB", "Centre d’ Études sur la Recherche en Botanique", true),
    ("INB", "Institut libre du Nord", false), ("INB", "Institut", false),
    ("SHOR", "Survey on Oats, Rye", false),
  ])
  func initialsSpellAcronyms(acronym: String, words: String, isSpelt: Bool) {
    #expect(
      (matchInitials(acronym, words.split(separator: " ").map(String.init)) != nil) == isSpelt
    )
  }

  @Test(arguments: [
    ("Le plan de blé urbain (PBU) dure.", ["PBU = plan de blé urbain"]),
    ("Le PBU (Plan de Blé Urbain) dure.", ["PBU = Plan de Blé Urbain"]),
    ("Le PBU, Plan de Blé Urbain, dure.", ["PBU = Plan de Blé Urbain"]),
    ("Le programme « Blé en Ville Neuve » (BeViNe) dure.", ["BeViNe = Blé en Ville Neuve"]),
    ("Le plan Blé Urbain 2025 (PBU 2025) dure. Le PBU aussi.", ["PBU 2025 = plan Blé Urbain 2025"]),
    ("L’espace de culture libre ouvre. Avec l’ECL, on sème.", ["ECL = espace de culture libre"]),
    ("Les Wheat and Oat Studies naissent. Au croisement des WOS.", ["WOS = Wheat and Oat Studies"]),
    ("La mesure par IRM et par GPS.", ["GPS", "IRM"]),
    ("LE BLÉ ET LA VILLE", []),
  ])
  func acronymsAreGatheredWithTheirWords(prose: String, terms: [String]) {
    #expect(JoinedSeeds(prose: prose).terms == terms)
  }
}
