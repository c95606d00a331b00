import SiteModel
import Testing

@testable import SeedParsers

@Suite struct InventedBiographyTests {
  @Test(arguments: [
    (
      "Mme Jeanne LE GUEN est géologue au Muséum. Elle est également membre du conseil.",
      ["géologue au Muséum", "membre du conseil"]
    ),
    (
      "Mme Jeanne LE GUEN\n\nJeanne Le Guen, historienne, est chargée de cours à Brest.",
      ["chargée de cours à Brest", "historienne"]
    ),
    ("Jeanne Le Guen vit à Brest. Elle est née en 1970.", []),
    (
      "Jeanne Le Guen\n\nFille de marin, elle sonde. Elle est membre du conseil et a été élue.\n"
        + "Ancienne élève de Rose Lund, elle est l’auteure de livres.",
      ["membre du conseil", "Ancienne élève de Rose Lund"]
    ),
    (
      "JEANNE LE GUEN\nHydrologue\n\nNée à Brest, Jeanne Le Guen est professeure à Caen. Depuis mars "
        + "2016, elle préside la Société des puits. Elle est membre du bureau et, depuis 2018, "
        + "rédactrice en chef des Annales.",
      [
        "professeure à Caen", "préside la Société des puits", "membre du bureau",
        "rédactrice en chef des Annales", "Hydrologue",
      ]
    ),
    (
      "Née à Brest en 1970, Jeanne Le Guen est géologue à Caen et dirige le Laboratoire des grèves "
        + "depuis 2012.",
      ["géologue à Caen", "dirige le Laboratoire des grèves"]
    ),
    (
      "Docteure en droit, Jeanne Le Guen coordonne le réseau des ports. Elle coordonne ses sondages.",
      ["Docteure en droit", "coordonne le réseau des ports"]
    ),
    (
      "Jeanne Le Guen (1901-1987)\n\nJeanne Le Guen était ingénieure à Brest. Elle était pressée.",
      ["ingénieure à Brest"]
    ),
    (
      "Jeanne Le Guen dirige depuis 2012 le port de Caen. Elle a écrit deux livres et préside, depuis "
        + "2020, l’Union des ports ; elle est membre du Sel depuis 2019 et correspondante du Sud.",
      [
        "dirige depuis 2012 le port de Caen", "préside, depuis 2020, l’Union des ports",
        "membre du Sel", "correspondante du Sud",
      ]
    ),
    (
      "Jeanne Le Guen (née en 1971, Gand) est une géographe belge. Elle est chargée de cours et, à "
        + "ce titre, responsable de l’axe du Sel.",
      ["géographe belge", "chargée de cours", "responsable de l’axe du Sel"]
    ),
    ("Jeanne Le Guen, éclusière à Caen\n\nElle vit à Brest.", ["éclusière à Caen"]),
    ("# Jeanne Le Guen\n\nElle est, depuis 2015, maire de Brest.", ["maire de Brest"]),
  ])
  func functionsAreThoseTheTextStates(text: String, functions: [String]) {
    let seed = DraftedSeed("kind: biography", text)
    #expect(seed.slugs(.person) == ["jeanne-le-guen"])
    let found = seed.draft(.person, "jeanne-le-guen")?.list("functions")
    #expect(found == functions.map { "text: \($0)" })
  }

  @Test func aNameAboveTheTextIsNoParagraph() {
    let seed = DraftedSeed("kind: biography", "Jeanne Le Guen\n\nElle vit à Brest.\n")
    #expect(seed.body(.person, "jeanne-le-guen") == "Elle vit à Brest.\n")
  }

  @Test(arguments: [
    "Biographie\n\nJeanne Le Guen est géologue à Brest.",
    "NOTICE BIOGRAPHIQUE\n\nJeanne Le Guen\n\nElle est géologue à Brest.",
    "Notice biographique de Jeanne LE GUEN\n\nElle est géologue à Brest.",
    "Portrait : Jeanne Le Guen\n\nElle est géologue à Brest.",
  ])
  func theNameOfTheKindIsNoText(text: String) {
    let seed = DraftedSeed("kind: biography", text)
    #expect(seed.slugs(.person) == ["jeanne-le-guen"])
    #expect(
      seed.draft(.person, "jeanne-le-guen")?.list("functions") == ["text: géologue à Brest"]
    )
    #expect(seed.body(.person, "jeanne-le-guen").hasSuffix("est géologue à Brest.\n"))
    #expect(!seed.body(.person, "jeanne-le-guen").lowercased().contains("biographi"))
    #expect(seed.codes == [])
  }

  @Test func whatStandsAboveTheNameIsReported() {
    let seed = DraftedSeed(
      "kind: biography",
      "Les membres du port\n\nJeanne LE GUEN\n\nJeanne Le Guen est géologue à Brest.\n"
    )
    #expect(seed.slugs(.person) == ["jeanne-le-guen"])
    #expect(seed.codes == ["SED007"])
  }

  @Test(arguments: ["Née à Nantes, elle vit à Brest.", "", " \n\n", "L’Institut des Eaux est né."])
  func aTextThatBeginsWithNoNameIsReported(text: String) {
    let seed = DraftedSeed("kind: biography", text)
    #expect(seed.drafts.isEmpty)
    #expect(seed.codes == ["SED006"])
  }
}
