import SiteModel
import Testing

@testable import SeedParsers

/// Lists of references with other punctuation than that of the seeds.
@Suite struct InventedReferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let entry: String
    let slug: String
    let fields: [String: String]
    var testDescription: String { entry }
  }

  @Test(arguments: [
    Case(
      entry: "Curie, P., & Curie, J. (1880). Par compression. *Minéralogie*, *3*(4), 90-93.",
      slug: "curie1880",
      fields: [
        "type": "article-journal", "author": "family: Curie; given: P., family: Curie; given: J.",
        "title": "Par compression", "container-title": "Minéralogie", "volume": "3", "issue": "4",
        "page": "90-93",
      ]
    ),
    Case(
      entry: "Becquerel H., 1896, « Radiations », *Comptes rendus*, vol. 122, n° 3, p. 420-421.",
      slug: "becquerel1896",
      fields: [
        "type": "article-journal", "title": "Radiations", "container-title": "Comptes rendus",
        "volume": "122", "issue": "3", "page": "420-421",
      ]
    ),
    Case(
      entry: "Poincaré H. (1902), *La Science et l'hypothèse*, Paris, Flammarion, 284 p.",
      slug: "poincare1902",
      fields: [
        "type": "book", "title": "La Science et l'hypothèse", "publisher": "Flammarion",
        "publisher-place": "Paris", "number-of-pages": "284",
      ]
    ),
    Case(
      entry: "Lorentz H. A. et Drude P. (1904b), « Electrons », in Onnes K. (dir.), *La matière*, "
        + "Leiden, Brill, p. 12-40.",
      slug: "lorentz1904b",
      fields: [
        "type": "chapter",
        "author": "family: Lorentz; given: H. A., family: Drude; given: P.",
        "title": "Electrons", "container-title": "La matière",
        "editor": "family: Onnes; given: K.", "page": "12-40", "publisher": "Brill",
        "publisher-place": "Leiden",
      ]
    ),
    Case(
      entry: "Académie des sciences (1901). *Rapport annuel*. Paris : Gauthier-Villars.",
      slug: "academie-des-sciences1901",
      fields: ["type": "book", "publisher": "Gauthier-Villars", "publisher-place": "Paris"]
    ),
  ])
  func fieldsAreThoseOfCSL(example: Case) throws {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\nTexte.\n\n## Références\n\n\(example.entry)\n"
    )
    let draft = try #require(seed.draft(.reference, example.slug))
    for (key, value) in example.fields { #expect(draft[key] == value, "\(key)") }
  }

  @Test(arguments: [
    ("Selon Durand et al. (2001), tout sèche.", "Selon [Durand et al. (2001)](@durand2001), tout"),
    ("Comme le note Rose Lund (2002), tout.", "note [Rose Lund (2002)](@lund2002), tout"),
    ("Tout sèche (cf. Lund 2002).", "(cf. [Lund 2002](@lund2002))"),
    ("Tout sèche (Lund, R., 2002, p. 4).", "([Lund, R., 2002](@lund2002), p. 4)"),
    ("De 1999 à 2002 (deux ans), tout sèche.", "De 1999 à 2002 (deux ans), tout"),
  ])
  func citationsAreFoundInOtherForms(text: String, linked: String) {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\n## Un\n\n\(text)\n\n## Références\n\nDurand A., Petit B. & Roux C. (2001) *Le sel*, "
        + "Presses, Brest\n\nLund R. (2002) *Les eaux*, Presses, Brest\n"
    )
    #expect(seed.body(.issue, "1").contains(linked))
    #expect(seed.diagnostics.isEmpty)
  }
}
