import Markup
import Testing

/// The reading of texts, against what a reader finds in them.
struct SeedQualityTests {
  /// `thresholds.yaml` holds each figure; raise it there when the reading improves.
  @Test(arguments: GoldCollection.all)
  func noFigureFalls(collection: GoldCollection) throws {
    let figures = try measureQuality(of: collection)
    let thresholds = try collection.readGold("thresholds")
    #expect(Set(thresholds.keys) == Set(figures.map(\.name)))
    for figure in figures {
      let threshold = try #require(Double(thresholds[figure.name].words))
      #expect(figure.f1 + 1e-9 >= threshold, "\(figure.name): \(figure.missing) \(figure.extra)")
      if figure.f1 >= threshold + 0.01 {
        print(
          "raise in \(collection.gold)/thresholds.yaml: \(figure.name): \(hundredths(figure.f1))"
        )
      }
    }
  }

  /// No page may stand for something that is no person; how its name is split is another figure.
  @Test(arguments: GoldCollection.all)
  func everyPersonIsOne(collection: GoldCollection) throws {
    let names = try collection.readGold("persons")["persons"].list.map { $0["name"].words }
    let found = try collection.inspect()["persons"].list.map { $0["name"].words }
    #expect(!found.isEmpty)
    #expect(found.filter { !names.contains($0) } == [])
  }

  /// A name of a body is no person, eponyms included.
  @Test func noOrganisationIsAPerson() throws {
    let found = try GoldCollection.seeds.inspect()
    let persons = Set(found["persons"].list.map(\.["id"].words))
    #expect(found["organisations"].list.filter { persons.contains($0["id"].words) } == [])
  }

  @Test func thePageSaysWhatIsMeasured() throws {
    let tables = try GoldCollection.all.map { collection in
      let first = try collection.firstReading()
      return describe(collection, try measureQuality(of: collection), first: first)
    }
    try MeasuredPage("seed-quality.md").expect(tables.joined(separator: "\n"))
  }
}

struct QualityFigureTests {
  @Test(arguments: [
    ([], [], 1.0, 1.0), (["a", "b"], ["a"], 1, 0.5), (["a"], ["a", "b"], 0.5, 1),
    (["a", "a"], ["a"], 1, 0.5), (["a"], ["b"], 0, 0),
  ])
  func statementsAreCounted(
    expected: [String],
    found: [String],
    precision: Double,
    recall: Double
  ) {
    let figure = QualityFigure("figure", expected: expected, found: found)
    #expect(figure.precision == precision)
    #expect(figure.recall == recall)
  }

  @Test(arguments: [(1.0, "1.00"), (0.999, "0.99"), (0.07, "0.07"), (0, "0.00")])
  func ratiosAreRoundedDown(ratio: Double, text: String) { #expect(hundredths(ratio) == text) }
}
