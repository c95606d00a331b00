import Testing

@testable import SeedParsers

@Suite struct PersonNameTests {
  @Test func aFamilyInCapitalsGetsOneCapitalAWord() throws {
    let text = TracedText(path: "a.txt", plain: "Anne DE LA TOUR-MARTIN")
    let name = try #require(readPersonName(text))
    #expect(name.name.string == "Anne De La Tour-Martin")
  }
}
