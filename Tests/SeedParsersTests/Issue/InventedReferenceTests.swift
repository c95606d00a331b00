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
    Case(
      entry: "Curie M. (1903) *Les sels*, Cahiers du radium, 7, Presses de Sel, Arles",
      slug: "curie1903",
      fields: [
        "type": "book", "collection-title": "Cahiers du radium", "collection-number": "7",
        "publisher": "Presses de Sel", "publisher-place": "Arles",
      ]
    ),
    Case(
      entry: "Curie M. (1904) *Les sels*, coll. « Cahiers », n° 12, Presses de Sel, Arles, 90 p.",
      slug: "curie1904",
      fields: [
        "collection-title": "Cahiers", "collection-number": "12", "publisher": "Presses de Sel",
        "number-of-pages": "90",
      ]
    ),
    Case(
      entry: "Curie M. (1905) *Les sels*, Institut du Sel, rapport technique n° 305 12, 81 p.",
      slug: "curie1905",
      fields: [
        "type": "report", "genre": "rapport technique", "number": "305 12",
        "publisher": "Institut du Sel", "number-of-pages": "81",
      ]
    ),
    Case(
      entry: "Curie M. (1906) *Les sels* [Rapport d'étude], 305, Institut du Sel",
      slug: "curie1906",
      fields: [
        "type": "report", "genre": "Rapport d'étude", "number": "305",
        "publisher": "Institut du Sel", "title": "Les sels",
      ]
    ),
    Case(
      entry: "Curie M. (1907) *Les sels*, thèse de doctorat en chimie, Université du Sel, Arles",
      slug: "curie1907",
      fields: [
        "type": "thesis", "genre": "thèse de doctorat en chimie",
        "publisher": "Université du Sel", "publisher-place": "Arles",
      ]
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
    ("Tout sèche (voir Lund, 2002 : 45).", "(voir [Lund, 2002](@lund2002) : 45)"),
    ("Tout sèche (Lund, 2002:45).", "([Lund, 2002](@lund2002):45)"),
    ("Selon Lund (2002, p. 12-14), tout.", "Selon [Lund (2002, p. 12-14)](@lund2002), tout"),
    ("Selon Durand et coll. (2001), tout.", "Selon [Durand et coll. (2001)](@durand2001), tout"),
    ("Tout sèche (Durand et al., 2001).", "([Durand et al., 2001](@durand2001))"),
    ("On sait, avec van der Berg (1998), tout.", "[van der Berg (1998)](@van-der-berg1998), tout"),
    ("Ce qu’Aubry (1997, p. 3) note.", "qu’[Aubry (1997, p. 3)](@aubry1997) note"),
    ("Les essais de Lund (2002) restent.", "essais de [Lund (2002)](@lund2002) restent"),
    ("Ce que dit Roux de Lille (1996) reste.", "[Roux de Lille (1996)](@roux-de-lille1996)"),
    ("Tout sèche (Bureau des sels, 1995).", "([Bureau des sels, 1995](@bureau-des-sels1995))"),
    ("Le Bureau des sels (1995) le dit.", "[Bureau des sels (1995)](@bureau-des-sels1995) le"),
    ("Lund (2002) et Brest (2002) en parlent.", "[Lund (2002)](@lund2002) et Brest (2002) en"),
    ("Tout sèche (Lyon, 2002 ; Paris, 1999).", "(Lyon, 2002 ; Paris, 1999)"),
    ("Tout (Lund, 2001–2002) sèche.", "Tout (Lund, 2001–2002) sèche"),
    ("Tout (mai 2002) sèche (Mars 2002).", "Tout (mai 2002) sèche (Mars 2002)"),
    ("De 1999 à 2002 (deux ans), tout sèche.", "De 1999 à 2002 (deux ans), tout"),
  ])
  func citationsAreFoundInOtherForms(text: String, linked: String) {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\n## Un\n\n\(text)\n\n## Références\n\nDurand A., Petit B. & Roux C. (2001) *Le sel*, "
        + "Presses, Brest\n\nLund R. (2002) *Les eaux*, Presses, Brest\n\n"
        + "van der Berg P. (1998) *Les os*, Presses, Brest\n\nAubry J. (1997) *L’os*, Presses, "
        + "Brest\n\nRoux de Lille B. (1996) *La dent*, Presses, Brest\n\n"
        + "Bureau des sels (1995) *Le grain*, Presses, Brest\n"
    )
    #expect(seed.body(.issue, "1").contains(linked))
    #expect(seed.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("(Lézard, 2002)", ["SED010"]), ("(Lezard, 2002)", []), ("(LEZARD, 2002)", []),
    ("Lezard (2003)", []), ("(Lézart, 2002)", ["SED010"]), ("Rose Lezard (2002)", []),
  ])
  func aDifferenceOfAccentsIsReported(citation: String, codes: [String]) {
    let seed = DraftedSeed(
      "kind: issue\nnumber: 1",
      "# Titre\n\n## Un\n\nTout sèche, \(citation) sans fin.\n\n## Références\n\n"
        + "Lezard R. (2002) *Les eaux*, Presses, Brest\n"
    )
    #expect(seed.body(.issue, "1").contains("](@lezard2002)") == !citation.contains("2003"))
    #expect(seed.codes == codes)
  }

  @Test(arguments: [
    ("Morel (1864) avait dressé la liste.", 1), ("Comme le montre Morel (1864), tout sèche.", 1),
    ("Selon Morel (1864), tout sèche.", 1), ("Mais Morel et Noir (1864) refusent.", 1),
    ("Tout sèche (Morel et Noir, 1864).", 1), ("Tout sèche (Morel, 1864).", 1),
    // Places, laws, works of art, periods.
    ("La mine de Morel (1864) a fermé.", 0), ("À Morel (1864), tout sèche.", 0),
    ("Tout sèche (Convention de Morel, 1864).", 0), ("Tout sèche (loi sur Morel, 1864).", 0),
    ("*Morel* (1864) avait ému.", 0), ("Tout sèche (1864 et 1866).", 0),
    ("Tout sèche (23 juin 1864).", 0),
  ])
  func onlyWhatCitesIsReportedAsUnlisted(text: String, count: Int) {
    let seed = DraftedSeed("kind: issue\nnumber: 1", "# Titre\n\n## Un\n\n\(text)\n")
    #expect(seed.codes == Array(repeating: "SED011", count: count))
  }

  @Test func ownWorksOfABiographyAreCitations() {
    let seed = DraftedSeed(
      "kind: biography",
      "Rose Lund est chimiste. Elle creuse (Lund, 2002). Un livre paraît (Le Sel, 2003).\n"
    )
    #expect(seed.codes == ["SED011"])
  }
}
