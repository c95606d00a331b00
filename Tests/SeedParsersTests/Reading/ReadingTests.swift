import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

@Suite struct ReadingTests {
  private func lines(_ text: String) -> [SeedLine] {
    readSeedLines(SourceFile(path: "a.txt", text: text))
  }

  private func blocks(_ text: String) -> [String] {
    PlainSeed(SourceFile(path: "a.txt", text: text)).blocks.map(\.text.string)
  }

  @Test(arguments: [
    ("le 1er juin 2020", "2020-06-01"), ("(5 octobre 2021)", "2021-10-05"),
    ("en août 1998.", "1998-08"), ("le 30 février 2018", nil), ("le 3 mai dernier", nil),
    ("le 29 fevrier 2024", "2024-02-29"), ("les 12 marches 2018", nil),
  ])
  func datesAreReadInFrench(text: String, iso: String?) {
    let found = findFrenchDates(in: TracedText(path: "a.txt", plain: text))
    #expect(found.first?.date.isoText == iso)
  }

  @Test func lettersInTwoPartsAreOneAndKeepBothPlaces() throws {
    let text = try #require(lines("e\u{301}te\u{301} a\u{300} c\u{327}a").first).text
    #expect(text.string == "été à ça")
    #expect(text.string.unicodeScalars.count == 8)
    #expect(text[0..<1].span.range == 0..<3)
    #expect(text[2..<3].span.range == 4..<7)
  }

  @Test func bytesThatAreNoTextAreReplacedInPlace() {
    let file = SourceFile(path: "a.txt", bytes: [0x61, 0xFF, 0x62])
    #expect(readSeedLines(file).map(\.text.string) == ["a\u{FFFD}b"])
    #expect(readSeedLines(file)[0].text[2..<3].span.range == 2..<3)
  }

  private static let filler =
    "une ligne entière de ce texte va jusqu’au bord droit de la page, ou presque, voilà"

  struct Hyphen: CustomTestStringConvertible, Sendable {
    let end: String
    let start: String
    let joined: String
    var testDescription: String { "\(end)|\(start)" }
  }

  @Test(arguments: [
    Hyphen(end: "une co-", start: "écriture lente", joined: "une co-écriture lente"),
    Hyphen(end: "le dévelop-", start: "pement lent", joined: "le développement lent"),
    Hyphen(end: "Saint-", start: "Malo dort", joined: "Saint-Malo dort"),
    Hyphen(end: "répond-", start: "elle enfin", joined: "répond-elle enfin"),
    Hyphen(end: "la presse-", start: "papier", joined: "la presse-papier"),
    Hyphen(end: "voici la", start: "suite", joined: "voici la suite"),
    Hyphen(
      end: "https://example.org/a-",
      start: "b/c est là",
      joined: "https://example.org/a-b/c est là"
    ),
    Hyphen(
      end: "https://example.org",
      start: "puis autre chose",
      joined: "https://example.org puis autre chose"
    ),
  ])
  func linesAreJoined(example: Hyphen) {
    let habits = TextHabits(lines("le développement de la presse va vite\nun cou-\nteau\n"))
    var text = TracedText(path: "a.txt", plain: example.end)
    habits.join(TracedText(path: "a.txt", plain: example.start), to: &text)
    #expect(text.string == example.joined)
  }

  @Test func aPageBreakDoesNotCutASentence() {
    let text = "\(Self.filler)\n\(Self.filler) et\n\n \n\n là-bas.\n\nAutre paragraphe.\n"
    #expect(blocks(text) == ["\(Self.filler) \(Self.filler) et là-bas.", "Autre paragraphe."])
  }

  @Test func aShortLineEndsItsParagraph() {
    let text =
      "\(Self.filler)\nfin.\nAutre paragraphe qui suit sans ligne blanche\n\(Self.filler)\n"
    #expect(blocks(text).count == 2)
  }

  @Test func aHeadingMayFollowAFullLine() {
    let text = """
      \(Self.filler)
      \(Self.filler.dropLast(2)).
       Un titre
      \(Self.filler.prefix(1).uppercased() + Self.filler.dropFirst())
      \(Self.filler).
      """
    #expect(blocks(text).count == 3)
    #expect(blocks(text)[1] == "Un titre")
  }

  @Test func unwrappedTextHasAParagraphALine() {
    let long = String(repeating: "mot ", count: 60)
    #expect(blocks("\(long).\n\(long).\nFin.\n").count == 3)
  }

  @Test func bulletsNest() {
    let seed = PlainSeed(
      SourceFile(
        path: "a.txt",
        text: "• un\n• deux\no trois\no quatre\n• cinq\n\nTexte.\n\no six ou sept\n"
      )
    )
    #expect(
      seed.blocks.map(\.kind) == [
        .item(depth: 0), .item(depth: 0), .item(depth: 1), .item(depth: 1), .item(depth: 0),
        .paragraph, .paragraph,
      ]
    )
    #expect(seed.blocks[2].text.string == "trois")
  }

  @Test func aNoteLeavesTheTextOnlyWhenItIsCalled() {
    let called = PlainSeed(
      SourceFile(path: "a.txt", text: "Le débit3 est faible.\n\n3 Voir les relevés.\n\nFin.\n")
    )
    #expect(called.notes.map(\.number) == [3])
    #expect(called.notes.map(\.text.string) == ["Voir les relevés."])
    #expect(called.blocks.map(\.text.string) == ["Le débit3 est faible.", "Fin."])
    let uncalled = PlainSeed(
      SourceFile(path: "a.txt", text: "Le débit est faible.\n\n3 Sources sont taries.\n")
    )
    #expect(uncalled.notes.isEmpty)
    #expect(uncalled.blocks.count == 2)
  }

  @Test func capitalsTakeTheFormsOfTheText() {
    let forms = WordForms(lines("Le réseau RéMi étudie l’été des forêts. Le RéMi dure.\n"))
    let heading = TracedText(path: "a.txt", plain: "LE RESEAU REMI ET L’ETE INCONNU")
    #expect(forms.restore(heading).string == "Le réseau RéMi et l’été inconnu")
    let title = TracedText(path: "a.txt", plain: "Un titre ordinaire")
    #expect(forms.restore(title).string == "Un titre ordinaire")
  }
}
