import Support
import Testing

@testable import Markdown

struct FrenchTypographyTests {
  /// `_` stands for U+202F and `~` for U+00A0.
  @Test(arguments: [
    ("Quoi ? Non ! Oui ; bref : fin", "Quoi_? Non_! Oui_; bref~: fin"),
    ("Quoi? Non! Oui; bref: fin", "Quoi_? Non_! Oui_; bref~: fin"),
    ("Quoi\u{A0}? bref\u{202F}: fin  !", "Quoi_? bref~: fin_!"),
    ("Quoi ?! (Non !) « Oui ! »", "Quoi_?! (Non_!) «~Oui_!~»"),
    ("«mot» « mot » «  mot  »", "«~mot~» «~mot~» «~mot~»"),
    ("12:30 a:b https://x.org/?a=b;c", "12:30 a:b https://x.org/?a=b;c"),
    ("http://x.org/a? fin", "http://x.org/a? fin"),
    ("www.x.org/l'a... fin", "www.x.org/l'a... fin"),
    ("Attendez...", "Attendez…"),
    ("l'eau, aujourd'hui, l'« eau », 'mot', l'11", "l’eau, aujourd’hui, l’«~eau~», 'mot', l’11"),
    ("120 000 et 1 234 567", "120_000 et 1_234_567"),
    ("2020 150, 3,14 159, B12 345, 12 3456", "2020 150, 3,14 159, B12 345, 12 3456"),
    ("50 % et 3 €, 50% et 3€", "50_% et 3_€, 50% et 3€"),
    ("\"mot\" : x", "\"mot\"~: x"),
    (": seul ; a :-) b", ": seul_; a :-) b"),
    ("été ? 1 ; (x) !", "été_? 1_; (x)_!"),
    ("mot\n: suite", "mot~: suite"),
    ("", ""),
    ("«", "«"),
  ])
  func textIsSet(text: String, expected: String) {
    let set = frenchTypography(of: text)
      .replacing("\u{202F}", with: "_").replacing("\u{A0}", with: "~")
    #expect(set == expected)
  }

  @Test(arguments: [21, 22, 23, 24, 25] as [UInt64])
  func settingTwiceIsSettingOnce(seed: UInt64) {
    let pieces = [
      " ", " ", "\n", "\u{A0}", "\u{202F}", ";", "!", "?", ":", "«", "»", ".", "...", "'", "’", "a",
      "é", "1", "000", "%", "€", "(", ")", "\"", "://", "www.", ",", "/", "-", "…", "“", "”",
      "\u{2009}",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let once = frenchTypography(of: text)
      #expect(frenchTypography(of: once) == once, "seed \(seed): \(text.debugDescription)")
    }
  }

  /// Words of common letters are passed over many bytes at a time, those of rare ones are not.
  @Test(arguments: [31, 32, 33] as [UInt64])
  func wordsOfAllLettersAreSetAlike(seed: UInt64) {
    let pieces = [
      "a", "aéa", "éa aé ", " ", "\n", "\u{A0}", ";", ":", "«", "»", ".", "'", "1", "000", "%", ",",
      "://", "aaaaaaaa éé aaa",
    ]
    func withRareLetters(_ text: String) -> String {
      text.replacing("a", with: "ā").replacing("é", with: "日")
    }
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let expected = withRareLetters(frenchTypography(of: text))
      #expect(frenchTypography(of: withRareLetters(text)) == expected, "seed \(seed): \(text)")
    }
  }

  /// Whole documents: the marks of one inline beside the words of another.
  @Test(arguments: [
    ("*mot* : **suite** ! `code` ?", "<em>mot</em>~: <strong>suite</strong>_! <code>code</code>_?"),
    ("« *mot* » et l'*eau*", "«~<em>mot</em>~» et l’<em>eau</em>"),
    ("«*mot*»", "«~<em>mot</em>~»"),
    ("`a : b` <b title=\"a : b\">c</b>", "<code>a : b</code> <b title=\"a : b\">c</b>"),
    ("[a : b](</c : d> 'e : f')", "<a id=\"lien-1\" href=\"/c%20:%20d\" title=\"e : f\">a~: b</a>"),
    (
      "<https://x.org/l'a?b:> !", "<a href=\"https://x.org/l&#x27;a?b:\">https://x.org/l'a?b:</a>_!"
    ),
    ("mot  \n: suite", "mot<br />\n: suite"),
    ("d'[[x]] : [[!l'autre]]", "d’x~: l’autre"),
  ])
  func marksSeeAcrossInlines(text: String, expected: String) {
    let set = scholarlyHTML(of: text)
      .replacing("\u{202F}", with: "_").replacing("\u{A0}", with: "~")
    #expect(set == "<p>\(expected)</p>\n")
  }

  @Test func otherDialectsAreLeftAlone() {
    #expect(html(of: "Quoi ? l'eau...".utf8, dialect: .gitHub) == "<p>Quoi ? l'eau...</p>\n")
  }
}
