import Markup
import Testing

struct SlugifyTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let slug: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Example(text: "L'été à Évreux", slug: "l-ete-a-evreux"),
    Example(text: "L’« ÎLE »\u{A0}: 2 œufs", slug: "l-ile-2-oeufs"),
    Example(text: "Straße, ﬀ, ẞ", slug: "strasse-ff-ss"),
    Example(text: "e\u{301}co\u{AD}le", slug: "ecole"),
    Example(text: "İzmir", slug: "izmir"),
    Example(text: "日本 ª", slug: ""),
    Example(text: "--a--", slug: "a"),
    Example(text: "", slug: ""),
  ])
  func foldsToLettersDigitsAndHyphens(example: Example) {
    #expect(slugify(example.text) == example.slug)
  }

  @Test func noScalarFoldsToMoreBytesThanItHas() {
    let scalars = (0...0x10FFFF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }
    let longer = scalars.filter { slugify(String($0)).utf8.count > $0.utf8.count }
    #expect(Array(longer).isEmpty)
  }
}
