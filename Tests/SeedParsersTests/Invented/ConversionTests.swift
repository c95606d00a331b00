import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

/// What conversions of PDF pages leave in a text: layout is repaired, spelling is kept.
@Suite struct ConversionTests {
  struct Artefact: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let body: String
    var codes: [String] = []
    var testDescription: String { name }
  }

  private static let line = "Anne Durand est garde des eaux, et elle relève chaque matin la hauteur"

  @Test(arguments: [
    Artefact(
      name: "ligatures of print",
      text: "Anne Durand est garde. La ﬁn du ﬂot, l’eﬀet, l’eﬃgie et l’œuvre.",
      body: "Anne Durand est garde. La fin du flot, l’effet, l’effigie et l’œuvre.\n"
    ),
    Artefact(
      name: "soft hyphens",
      text: "Anne Durand est garde. Elle re\u{AD}lève la hau\u{AD}\nteur.",
      body: "Anne Durand est garde. Elle relève la hauteur.\n"
    ),
    Artefact(
      name: "hyphens that break no line",
      text: "Anne Durand est garde. Un arc\u{2011}en\u{2010}ciel.",
      body: "Anne Durand est garde. Un arc-en-ciel.\n"
    ),
    Artefact(
      name: "spaces that break no line, spaces without width",
      text: "Anne\u{A0}Durand est\u{202F}garde\u{200B}. Elle\u{2009}dort\u{FEFF}.",
      body: "Anne Durand est garde. Elle dort.\n"
    ),
    Artefact(
      name: "old line ends",
      text: "Anne Durand est garde.\r\rElle dort.\r",
      body: "Anne Durand est garde.\n\nElle dort.\n"
    ),
    Artefact(
      name: "letters in two parts",
      text: "Anne Durand est garde. Elle rele\u{300}ve l’e\u{301}tiage.",
      body: "Anne Durand est garde. Elle relève l’étiage.\n"
    ),
    Artefact(
      name: "page numbers inside a paragraph",
      text: "\(line)\n\n7\n\nde la rivière, puis note la couleur de l’eau et la vitesse du\n\n8\n\n"
        + "courant sous le pont.",
      body: "\(line) de la rivière, puis note la couleur de l’eau et la vitesse du courant sous le "
        + "pont.\n",
      codes: ["SED032"]
    ),
    Artefact(
      name: "running heads on each page",
      text: "\(line)\n\nLettre des eaux 1\n\nde la rivière, puis note la couleur de l’eau et la\n\n"
        + "Lettre des eaux 2\n\nvitesse du courant sous le pont, où passent les barques et\n\n"
        + "Lettre des eaux 3\n\nles trains.",
      body: "\(line) de la rivière, puis note la couleur de l’eau et la vitesse du courant sous le "
        + "pont, où passent les barques et les trains.\n",
      codes: ["SED032"]
    ),
    Artefact(
      name: "numbers that count no pages",
      text: "Anne Durand est garde.\n\nElle a relevé trois hauteurs.\n\n7\n\nElle dort.\n\n19",
      body: "Anne Durand est garde.\n\nElle a relevé trois hauteurs.\n\n7\n\nElle dort.\n\n19\n"
    ),
    Artefact(
      name: "lines that come back in the text",
      text: "Anne Durand est garde.\n\nRefrain\n\nElle dort.\n\nRefrain\n\nElle veille.\n\nRefrain"
        + "\n\nElle chante.",
      body: "Anne Durand est garde.\n\nRefrain\n\nElle dort.\n\nRefrain\n\nElle veille.\n\nRefrain"
        + "\n\nElle chante.\n"
    ),
    Artefact(
      name: "marks of direction and control characters",
      text: "Anne\u{200E} Durand\u{0} est \u{202B}garde\u{202C}.",
      body: "Anne Durand est garde.\n",
      codes: ["SED026", "SED027"]
    ),
  ])
  func layoutIsRepairedAndSpellingKept(artefact: Artefact) {
    let seed = DraftedSeed("kind: biography", artefact.text)
    #expect(seed.body(.person, "anne-durand") == artefact.body)
    #expect(seed.codes == artefact.codes)
  }

  @Test func bytesOfLatin1AreNamed() throws {
    let text = Array("Anne Durand est g".utf8) + [0xE9] + Array("ographe. Elle vit ".utf8) + [0xE0]
    let file = SourceFile(path: "a.txt", bytes: text)
    let seed = try #require(recogniseSeed(file, as: "biography").value)
    let found = draftSeed(seed).diagnostics
    #expect(found.map(\.code.id) == ["SED005"])
    #expect(
      found.map(\.summary) == [
        "this byte is no UTF-8; in Latin-1 it is \"é\", and 1 more in this text"
      ]
    )
    #expect(found.first?.span?.range == 17..<18)
    #expect(found.first?.notes.count == 1)
  }

  @Test func aTextOfOneLineWithoutEndIsReportedWhole() throws {
    let head = "Anne Durand est garde.\n"
    let line = String(repeating: "Elle relève. ", count: 90_000)
    let file = SourceFile(path: "a.txt", text: head + line + "\nElle dort.\n")
    let seed = try #require(recogniseSeed(file, as: "biography").value)
    let drafted = draftSeed(seed)
    #expect(drafted.diagnostics.map(\.code.id) == ["SED025"])
    #expect(
      drafted.diagnostics.first?.span?.range
        == head.utf8.count..<head.utf8.count + line.utf8.count
    )
    let body = drafted.value.first?.body.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(body == "Anne Durand est garde.\n\nElle dort.\n")
  }
}
