import Diagnostics
import Support
import Testing

@testable import Markdown

struct LinkNamesTests {
  /// The document with every naming of some words as a mention, links unless they begin in `-`.
  private func link(_ words: [String], in markdown: String) -> MarkdownDocument {
    let document = parse(markdown.utf8).value
    let prose = document.prose
    var names: [FoundName] = []
    var cursor = 0
    var position = 0
    while position < prose.text.count {
      let rest = prose.text[position...]
      guard let word = words.first(where: { rest.starts(with: $0.utf8) }) else {
        position += 1
        continue
      }
      let range = position..<position + word.utf8.count
      position = range.upperBound
      guard prose.canHold(range, from: &cursor) else { continue }
      let target = Spanned("x:\(names.count)", at: SourceSpan(path: "", range: 0..<0))
      let mention = MarkdownMention(
        target: target,
        label: word,
        isLink: names.count % 2 == 0,
        expansion: word == "ABC" ? "a & b" : nil
      )
      names.append(FoundName(range: range, mention: mention))
    }
    return document.linking(names, mentions: document.mentions, in: prose)
  }

  private func html(of document: MarkdownDocument) -> String {
    var output: [UInt8] = []
    let resolver = MarkdownResolver(mention: { target in
      ResolvedReference(href: target, label: "?")
    })
    renderHTML(document, resolver: resolver, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("Un nom ici.", "<p>Un <a class=\"mention\" id=\"mention-1\" href=\"x:0\">nom</a> ici.</p>\n"),
    (
      "nom, nom",
      "<p><a class=\"mention\" id=\"mention-1\" href=\"x:0\">nom</a>, "
        + "<span id=\"mention-2\">nom</span></p>\n"
    ),
    (
      "**no**m et *nom*",
      "<p><a class=\"mention\" id=\"mention-1\" href=\"x:0\"><strong>no</strong>m</a> et "
        + "<em><span id=\"mention-2\">nom</span></em></p>\n"
    ),
    (
      "n*om*",
      "<p><a class=\"mention\" id=\"mention-1\" href=\"x:0\">n<em>om</em></a></p>\n"
    ),
    ("n*om et*", "<p>n<em>om et</em></p>\n"),
    (
      "[nom](u) `nom` [[y|nom]] [[!nom]]",
      "<p><a href=\"u\">nom</a> <code>nom</code> "
        + "<a class=\"mention\" id=\"mention-1\" href=\"y\">nom</a> "
        + "<a class=\"mention\" id=\"mention-2\" href=\"x:0\">nom</a></p>\n"
    ),
    (
      "ABC",
      "<p><a class=\"mention\" id=\"mention-1\" href=\"x:0\">"
        + "<abbr title=\"a &amp; b\">ABC</abbr></a></p>\n"
    ),
  ])
  func namesBecomeMentions(markdown: String, expected: String) {
    #expect(html(of: link(["nom", "ABC"], in: markdown)) == expected)
  }

  @Test func mentionsKeepTheOrderOfTheTextAndTheirSentences() {
    let document = link(["nom"], in: "Un nom ici. Deux [[y|mots]] là.\n\n- nom\n")
    #expect(document.mentions.map(\.target.value) == ["x:0", "y", "x:1"])
    let sentences = document.contextSentences(limit: 80) { _ in nil }.mentions
    #expect(
      sentences.map { "\($0.before)<\($0.marked)>\($0.after)" }
        == ["Un <nom> ici.", "Deux <mots> là.", "<nom>"]
    )
  }

  @Test func wordsOfTheAuthorAreClosed() {
    let prose = parse("a [[!b c]] d".utf8).value.prose
    #expect(prose.closed.map { String(decoding: prose.text[$0], as: UTF8.self) } == ["b c"])
  }

  @Test func blocksSayWhatStandsInThem() {
    let prose = parse("a\n\n# T\n\n- [[x|y]] b [[!c]]\n- d".utf8).value.prose
    #expect(
      prose.blocks.map { String(decoding: prose.text[$0.range], as: UTF8.self) }
        == ["a", "\0 b c", "d"]
    )
    #expect(prose.blocks.map(\.section) == [0, 1, 1])
    #expect(prose.blocks.map(\.closed) == [0..<0, 0..<1, 1..<1])
    #expect(prose.blocks.map(\.mentions) == [0..<0, 0..<1, 1..<1])
    #expect(prose.mentions.map(\.offset) == [2])
  }

  /// Events are most of what a site keeps of its texts: names add little to them.
  @Test func linkingSharesTheEvents() {
    let document = parse("Un nom, *no*m et nom.".utf8).value
    let range = 3..<6
    let mention = MarkdownMention(
      target: Spanned("x", at: SourceSpan(path: "", range: 0..<0)),
      label: "nom"
    )
    let name = FoundName(range: range, mention: mention)
    let linked = document.linking([name], mentions: [], in: document.prose)
    let places = [document, linked].map {
      $0.events.steps.withUnsafeBufferPointer { $0.baseAddress }
    }
    #expect(places[0] == places[1])
    #expect(linked.nameMarks.count == 2)
    #expect(linked.linkedEvents.count == document.events.count + 4)
  }

  /// Whatever stands in a text: its words stay, every name is entered and left where it may be.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func linkingChangesNoWord(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "nom", "n", "om", " ", "*", "**", "_", "[", "](u)", "`", "\n", "\n\n", "- ", "# ", "[[y|",
      "]]", "[[!", "<b>", "<a>", "</a>", "|", "> ", "[^1]", "\n\n[^1]: ", "é", "![",
    ]
    let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let before = parse(text.utf8).value
    let after = link(["nom", "om"], in: text)
    #expect(after.plainText(limit: nil) == before.plainText(limit: nil))
    let linked = after.linkedEvents
    #expect(
      plainText(of: linked[...], in: after.buffer)
        == plainText(of: Array(before.events)[...], in: before.buffer)
    )
    #expect(
      linked.filter { $0.kind != .mention && $0.kind != .text }
        == before.events.filter { $0.kind != .mention && $0.kind != .text }
    )
    var open: [MarkdownEvent.Kind] = []
    for event in linked where event.isInline {
      if event.phase == .enter { open.append(event.kind) }
      if event.phase == .leave { #expect(open.popLast() == event.kind) }
    }
    #expect(open.isEmpty)
    let indices = linked.filter { $0.kind == .mention && $0.phase != .leave }.map(\.index)
    #expect(indices.map(Int.init) == Array(after.mentions.indices))
  }
}
