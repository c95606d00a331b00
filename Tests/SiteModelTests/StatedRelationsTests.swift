import Diagnostics
import SiteModel
import Testing

struct StatedRelationsTests {
  private func id(_ slug: String) throws -> EntityID {
    EntityID(.reference, try #require(Slug(slug)))
  }

  private func place(_ offset: Int, _ anchor: String? = nil) -> RelationPlace {
    RelationPlace(anchor: anchor, at: SourceSpan(path: "a.md", range: offset..<offset + 1))
  }

  /// Each edge finds its own places among those of its source.
  @Test func placesOfATextAreGathered() throws {
    var edges = StatedRelations(from: try id("source"))
    edges.add(.lists, to: try id("a"), at: place(0))
    edges.add(.lists, to: try id("a"), at: place(1))
    edges.gather(.cites, to: try id("a"), at: place(2, "appel-1"))
    edges.gather(.mentions, to: try id("a"), at: place(3, "mention-1"))
    edges.gather(.cites, to: try id("b"), at: place(4, "appel-2"))
    edges.gather(.cites, to: try id("a"), at: place(5, "appel-3"))
    edges.add(.alsoLists, to: try id("c"), at: place(6))
    let said = edges.relations.map { edge in
      let places = edge.places.map { String($0.range.lowerBound) }
      return ([edge.name.rawValue, edge.target.slug.text] + places + edge.anchors)
        .joined(separator: " ")
    }
    #expect(
      said == [
        "lists a 0", "lists a 1", "cites a 2 5 appel-1 appel-3", "mentions a 3 mention-1",
        "cites b 4 appel-2", "alsoLists c 6",
      ]
    )
    #expect(try edges.relations.allSatisfy { $0.source == (try id("source")) })
  }

  /// Where a place stands among those of other edges says nothing.
  @Test func edgesAreEqualThatSayTheSame() throws {
    var one = StatedRelations(from: try id("source"))
    one.add(.lists, to: try id("a"), at: place(1))
    var two = StatedRelations(from: try id("source"))
    two.add(.lists, to: try id("b"), at: place(0))
    two.add(.lists, to: try id("a"), at: place(1))
    #expect(one.relations[0] == two.relations[1])
    two.add(.lists, to: try id("a"), at: place(2))
    #expect(one.relations[0] != two.relations[2])
  }
}
