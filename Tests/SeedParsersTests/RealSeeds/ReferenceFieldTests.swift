import FrontMatter
import SiteModel
import Testing

@testable import SeedParsers

/// Entries of every make in the lists of the issue among the seeds.
@Suite struct ReferenceFieldTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let key: String
    let fields: [String: String]
    var testDescription: String { key }
  }

  @Test(arguments: [
    Case(
      key: "didier2021",
      fields: [
        "type": "book", "author": "family: Didier; given: E.", "collection-title": "Amo Lectures",
        "collection-number": "7", "publisher": "Martin-Luther Universität",
        "publisher-place": "Halle-Wittenberg",
      ]
    ),
    Case(
      key: "doueih2018",
      fields: [
        "type": "book",
        "editor": "family: Doueih; given: M., family: Domenicucci; given: J.",
        "title": "La Confiance à l'ère numérique", "publisher": "Éditions Rue d'Ulm",
      ]
    ),
    Case(
      key: "ginsburg2009",
      fields: [
        "type": "article-journal",
        "author": "family: Ginsburg; given: G.S., family: Willard; given: H.F.",
        "container-title": "Translational Research, Special Issue on Personalized Medicine",
        "volume": "154", "issue": "6", "page": "277-287",
      ]
    ),
    Case(
      key: "le-moal2010",
      fields: [
        "type": "article-journal",
        "title": "La santé environnementale est-elle l'avenir de la santé publique ?",
        "container-title": "Santé Publique", "issued": "2010",
      ]
    ),
    Case(
      key: "mathieu-fritz2013",
      fields: [
        "volume": "178-179", "issue": "2-3", "page": "223-255", "container-title": "Réseaux",
      ]
    ),
    Case(
      key: "bernelin2021",
      fields: [
        "type": "chapter",
        "container-title": "Des enjeux d'intérêt public en temps de pandémie",
        "editor": "family: Noiville; given: C., family: Laugier; given: S., family: Philippe; "
          + "given: X.",
        "page": "201-213", "collection-title": "ISJPS", "publisher": "Mare et Martin",
        "publisher-place": "Paris",
      ]
    ),
    Case(
      key: "didier2022",
      fields: [
        "type": "chapter", "title": "La sociologie est-elle utile à l'éthique du numérique ?",
        "container-title": "Pour une éthique du numérique", "page": "163-171",
      ]
    ),
    Case(
      key: "bruno2014",
      fields: [
        "collection-title": "Zones", "number-of-pages": "208", "publisher": "La Découverte",
      ]
    ),
    Case(
      key: "dufour2021b",
      fields: [
        "type": "report", "publisher": "CNRS, Comité pour la science ouverte",
        "number-of-pages": "81",
      ]
    ),
    Case(
      key: "dufour2021",
      fields: ["type": "article-journal", "volume": "63", "issue": "2"]
    ),
    Case(
      key: "turrini2021b",
      fields: [
        "issued": "2021", "year-suffix": "b", "volume": "304", "page": "112903",
        "container-title": "Social Science & Medicine",
      ]
    ),
  ])
  func fieldsAreThoseOfCSL(example: Case) throws {
    let draft = try #require(try RealSeeds.drafts(0).draft(.reference, example.key))
    for (key, value) in example.fields { #expect(draft[key] == value, "\(key)") }
  }

  @Test func everyReferenceHasTypeNamesTitleYearAndItsPrintedForm() throws {
    for draft in try RealSeeds.drafts(0).drafts where draft.id.kind == .reference {
      #expect(draft["type"] != "document", "\(draft.id)")
      #expect(draft["author"] != nil || draft["editor"] != nil, "\(draft.id)")
      #expect(draft["title"]?.isEmpty == false, "\(draft.id)")
      #expect(draft["issued"]?.count == 4, "\(draft.id)")
      #expect(draft["printed"]?.isEmpty == false, "\(draft.id)")
      #expect(draft["publisher"] != nil || draft["container-title"] != nil, "\(draft.id)")
    }
  }
}
