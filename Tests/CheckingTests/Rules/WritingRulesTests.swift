import Checking
import Diagnostics
import SiteModel
import Testing

private let words = EditorialWords(
  vagueLinks: ["ici", "en-savoir-plus"],
  spellings: [
    .init(typed: "coeur", wanted: "cœur"), .init(typed: "2ème", wanted: "2e"),
    .init(typed: "etc...", wanted: "etc."), .init(typed: "main-d'oeuvre", wanted: "main-d’œuvre"),
    .init(typed: "oeuvre", wanted: "œuvre"),
  ],
  languages: [
    "fr": ["le", "la", "les", "de", "et", "un", "une", "est", "dans", "que"],
    "en": ["the", "of", "and", "is", "in", "that", "which", "a", "to"],
  ]
)

/// A text, and what a rule underlines in it.
struct WritingCase: CustomTestStringConvertible, Sendable {
  let rule: any SourceRule
  let text: String
  let marked: [String]

  init(_ rule: any SourceRule, _ text: String, _ marked: [String] = []) {
    self.rule = rule
    self.text = text
    self.marked = marked
  }

  var testDescription: String { "\(type(of: rule).code.id) \(text)" }
}

private func check(_ rule: any SourceRule, _ file: SourceFile, language: String = "fr")
  -> [Diagnostic]
{
  let text = CheckedText(ComposedText(of: file), language: language, words: SpelledWords(words))
  return rule.check(text)
}

private func fixed(_ file: SourceFile, _ found: [Diagnostic]) -> String {
  var bytes = file.bytes
  for edit in found.flatMap({ $0.fix?.edits ?? [] }).sorted(by: { $1.span < $0.span }) {
    bytes.replaceSubrange(edit.span.range, with: edit.new)
  }
  return String(decoding: bytes, as: UTF8.self)
}

private let faults = [
  WritingCase(MissingAlternativeText(), "![](/a.png)", ["![]"]),
  WritingCase(MissingAlternativeText(), "a\n\n- b ![ ](/a.png) c", [" "]),
  WritingCase(MissingAlternativeText(), "![][a]\n\n[a]: /a.png", ["![][a]"]),
  WritingCase(VagueLinkText(), "Le texte est [ici](/a), *ou* [**Ici**](/b).", ["ici", "Ici"]),
  WritingCase(VagueLinkText(), "| a |\n|---|\n| [en savoir plus](/a) |", ["en savoir plus"]),
  WritingCase(EmptyLink(), "Voir [](/a).", ["[]"]),
  WritingCase(HeadingJump(), "## a\n\n#### b\n\n##### c\n\n## d", ["####"]),
  WritingCase(HeadingJump(), "### a\n\n## b", ["###"]),
  WritingCase(EmptyHeading(), "## a\n\n##\n\nb", ["##"]),
  WritingCase(TableWithoutHeaders(), "| a |   |\n|---|---|\n| b | c |", ["   "]),
  WritingCase(InvalidLanguageTag(), "<span lang=\"anglais\">a</span>", ["anglais"]),
  WritingCase(InvalidLanguageTag(), "<div lang='en_US'>\n\na\n\n</div>", ["en_US"]),
  WritingCase(
    UnmarkedLanguage(),
    "> The machine is of a kind that the world has not seen, and which is new.",
    ["The machine is of a kind that the world has not seen, and which is new."]
  ),
  WritingCase(
    StraightQuotationMarks(),
    "Le \"mot\" et l'\"autre *mot*\".",
    ["\"mot\"", "\"autre *mot*\""]
  ),
  WritingCase(StraightQuotationMarks(), "« un \"mot\" »", ["\"mot\""]),
  WritingCase(StraightQuotationMarks(), "Le \"mot.", ["\""]),
  WritingCase(SpaceBeforeMark(), "Un , deux\u{A0}. Fin", [" ", "\u{A0}"]),
  WritingCase(HyphenAsDash(), "La machine - ou *le métier* - tisse", ["-", "-"]),
  WritingCase(WrongApostrophe(), "l´usage, d‘abord, n′est", ["´", "‘", "′"]),
  WritingCase(
    TypewriterSpelling(),
    "Coeur du 2ème, etc... et main-d'oeuvre",
    ["Coeur", "2ème", "etc...", "main-d'oeuvre"]
  ),
  WritingCase(
    TypewriterSpelling(),
    "*oeuvre*, [oeuvre](/oeuvre) l’oeuvre",
    ["oeuvre", "oeuvre", "oeuvre"]
  ),
]

private let honest = [
  WritingCase(MissingAlternativeText(), "![Une image](/a.png) `![](/b.png)` \\![](/c.png)"),
  WritingCase(VagueLinkText(), "[ici même](/a) ici [[ici]] `[ici](/a)` [ici](@ici)"),
  WritingCase(EmptyLink(), "[a](/a) [![b](/b.png)](/c) <https://example.org> https://example.org"),
  WritingCase(HeadingJump(), "### a\n\n#### b\n\n### c\n\n#### d"),
  WritingCase(HeadingJump(), "Sans titre"),
  WritingCase(EmptyHeading(), "## a\n\n## `b`\n\n```\n##\n```"),
  WritingCase(TableWithoutHeaders(), "|   | a |\n|---|---|\n| b | c |"),
  WritingCase(
    InvalidLanguageTag(),
    "<span lang=\"pt-BR\">a</span> `lang=\"anglais\"` slang=\"x y\""
  ),
  WritingCase(
    UnmarkedLanguage(),
    "La machine est un métier, et une idée de Babbage dans les années trente."
  ),
  WritingCase(UnmarkedLanguage(), "The machine is new."),
  WritingCase(
    UnmarkedLanguage(),
    "<span lang=\"en\">The machine is of a kind that the world has not seen, and which is new.</span>"
  ),
  WritingCase(
    UnmarkedLanguage(),
    "<div lang=\"en\">\n\nThe machine is of a kind that the world has not seen, and is new.\n\n</div>"
  ),
  WritingCase(StraightQuotationMarks(), "« mot » “mot” `\"code\"` 5\" [a](/b \"titre\") \\\"mot"),
  WritingCase(StraightQuotationMarks(), "[voir @a, \"p. 1\"] <b title=\"a\">c</b>"),
  WritingCase(SpaceBeforeMark(), "Un fichier .bib, 1 234,5 et la suite ... `a , b`\n, c"),
  WritingCase(HyphenAsDash(), "- point\n- 5 - 3, porte-plume, 1833 - 1843, `a - b`"),
  WritingCase(WrongApostrophe(), "l'usage, l’usage, ‘mot’, 5′ 12"),
  WritingCase(
    TypewriterSpelling(),
    "coeurs, `oeuvre`, https://example.org/oeuvre [[oeuvre]] 12ème"
  ),
  WritingCase(
    TypewriterSpelling(),
    "@oeuvre2020 [@oeuvre2020] ada@oeuvre.example www.oeuvre.example"
  ),
]

struct WritingRulesTests {
  @Test(arguments: faults)
  func faultsAreUnderlinedNarrowly(fault: WritingCase) {
    let file = SourceFile(path: "Content/pages/a.md", text: fault.text)
    let found = check(fault.rule, file)
    let marked = found.map { diagnostic in
      String(decoding: file.bytes[diagnostic.span?.range ?? 0..<0], as: UTF8.self)
    }
    #expect(marked == fault.marked)
    #expect(found.allSatisfy { $0.code == type(of: fault.rule).code })
  }

  @Test(arguments: honest)
  func honestTextsAreSilent(text: WritingCase) {
    let file = SourceFile(path: "Content/pages/a.md", text: text.text)
    #expect(check(text.rule, file).map(\.summary) == [])
  }

  @Test(arguments: faults.filter { type(of: $0.rule).code.id.hasPrefix("TYP") })
  func whatIsFixedIsFoundNoMore(fault: WritingCase) {
    let file = SourceFile(path: "Content/pages/a.md", text: fault.text)
    let found = check(fault.rule, file).filter { $0.fix != nil }
    let mended = SourceFile(path: file.path, text: fixed(file, found))
    #expect(found.isEmpty || check(fault.rule, mended).isEmpty, "\(fixed(file, found))")
  }

  @Test(arguments: [
    ("Le \"mot\" dit", "Le «\u{A0}mot\u{A0}» dit"), ("« un \"mot\" »", "« un “mot” »"),
  ])
  func quotationsGetTheMarksOfTheirDepth(text: String, wanted: String) {
    let file = SourceFile(path: "Content/pages/a.md", text: text)
    #expect(fixed(file, check(StraightQuotationMarks(), file)) == wanted)
  }

  @Test func theRulesOfFrenchHoldInFrenchOnly() {
    let file = SourceFile(path: "Content/pages/a.md", text: "The \"word\" is")
    #expect(check(StraightQuotationMarks(), file, language: "en").isEmpty)
    #expect(check(StraightQuotationMarks(), file, language: "fr-CA").count == 1)
  }

  /// A text in a field has lost its indentation: places are found again.
  @Test func textsInFieldsKeepTheirPlaces() throws {
    let yaml = "---\ntitle: a\nabstract: |\n  Une ligne.\n\n  Le coeur\n---\n"
    let file = SourceFile(path: "Content/issues/1.md", text: yaml)
    let field = SourceSpan(path: file.path, range: 23..<24)
    let found = checkTexts(
      of: Sample(
        text: EntityText("abstract", ComposedText("Une ligne.\n\nLe coeur\n", from: field))
      ),
      language: "fr",
      words: SpelledWords(words)
    ) { _ in file }
    let range = try #require(found.first?.span?.range)
    #expect(String(decoding: file.bytes[range], as: UTF8.self) == "coeur")
  }

  /// Twice the text, at most about twice the places looked at: counted by what is found.
  @Test func findingsGrowWithTheText() {
    for rule in faults.map(\.rule) {
      let sentence = "Le \"coeur\" , [ici](/a) - *a* ´ 5\" [](/b)\n\n"
      let counts = [50, 100].map { count in
        check(rule, SourceFile(path: "a", text: String(repeating: sentence, count: count))).count
      }
      #expect(counts[1] == 2 * counts[0])
    }
  }
}
