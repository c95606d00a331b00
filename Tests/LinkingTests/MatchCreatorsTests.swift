import ContentTypes
import Diagnostics
import FrontMatter
import Loading
import SiteModel
import Testing

@testable import Linking

struct MatchCreatorsTests {
  private func entity(_ kind: any Entity.Type, _ slug: String, _ yaml: String) throws -> any Entity
  {
    let file = SourceFile(path: "\(slug).yaml", text: yaml)
    let id = EntityID(kind.contentType.kind, try #require(Slug(slug)))
    let document = Document(id, fields: readYAML(file).value, body: nil, sources: [file.span])
    return loadItem(document, as: kind, in: { _ in nil }).value.entity
  }

  private func matched(_ work: String, persons: [String]) throws -> [String] {
    let people = try persons.map { name in
      try entity(Person.self, try #require(Slug(folding: name)).text, "name: \(name)\n")
    }
    let work = try entity(Reference.self, "x1900", "title: x\nauthor: [\(work)]\n")
    return matchCreators(people + [work]).map(\.target.slug.text)
  }

  @Test(arguments: [
    ("{family: Germain, given: S.}", ["Sophie Germain"], ["sophie-germain"]),
    ("{family: Germain, given: P.}", ["Sophie Germain"], []),
    ("{family: Germain}", ["Sophie Germain"], []),
    ("{family: Poincaré, given: H.}", ["Henri Poincaré", "Hélène Poincaré"], []),
    (
      "{family: Poincaré, given: Henri}", ["Henri Poincaré", "Raymond Poincaré"], ["henri-poincare"]
    ),
    ("{family: POINCARE, given: J.-H.}", ["Jules-Henri Poincaré"], ["jules-henri-poincare"]),
  ])
  func anAuthorIsAPersonOnlyWithoutDoubt(author: String, persons: [String], expected: [String])
    throws
  {
    #expect(try matched(author, persons: persons) == expected)
  }
}
