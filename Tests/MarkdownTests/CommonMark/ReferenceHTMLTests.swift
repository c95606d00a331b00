import Support
import Testing

@testable import Markdown

struct ReferenceHTMLTests {
  /// Every example of the suites, with its own extensions and with all of them.
  @Test(.enabled(if: OfficialSuites.areFound, "official suites not found"))
  func examplesAreWrittenAsCmarkWritesThem() {
    let examples = OfficialSuites.commonMark + OfficialSuites.gfm + OfficialSuites.gfmExtensions
    for example in examples {
      for extensions in [example.extensions, .gitHub] {
        let ours = html(of: example.markdown.utf8, extensions: extensions)
        let theirs = referenceHTML(of: Array(example.markdown.utf8), extensions: extensions)
        #expect(ours == theirs, "\(example.name)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomTextsAreWrittenAsCmarkWritesThem(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = randomMarkdown(using: &generator)
      let ours = html(of: text, extensions: .gitHub)
      let theirs = referenceHTML(of: text, extensions: .gitHub)
      #expect(ours == theirs, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
    }
  }

  /// What an extension might find in a text is switched on for it, and nothing else.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func extensionsThatFindNothingAreNotMissed(seed: UInt64) {
    let pieces = [
      "a", "b.c", ".", " ", "\n", "w", "ww", "ww.", "www", ":", "/", "//", "@", "\\", "é", "*", "_",
      "[", "]", "(", "-", "+", "\n> ", "\n- ", "|", "~", "~~", "`", "<", ">", "mailto:",
      "[@k, p. 3]", "&#97;", "&commat;", "^", "[^n]",
    ]
    var generator = SeededGenerator(seed: seed)
    var idle = 0
    for _ in 0..<1500 {
      // The last of them, which call for an extension by themselves, stand in half of the texts.
      let hasNotes = Bool.random(using: &generator)
      let known = hasNotes ? pieces[...] : pieces.dropLast(4)
      let count = Int.random(in: 1...20, using: &generator)
      let words = (0..<count).map { _ in known.randomElement(using: &generator) ?? "" }
      let text = Array((words + (hasNotes ? ["\n\n[^n]: b\n"] : [])).joined().utf8)
      if CommonMarkExtensions.gitHub.needed(by: text) != .gitHub { idle += 1 }
      let ours = html(of: text, extensions: .gitHub)
      let theirs = referenceHTML(of: text, extensions: .gitHub)
      #expect(ours == theirs, "seed \(seed): \(words.joined())")
    }
    #expect(idle > 500)
  }

  @Test(arguments: [
    "a[^x]\n\n[^x]: one\n",
    "a[^x] b[^x] c[^y]\n\n[^y]: - list\n\n[^x]: one\n\n    two\n",
    "a[^1]\n\n[^1]: one[^2]\n\n[^2]:\n    ```\n    code\n    ```\n",
    "a[^é&\"]\n\n[^é&\"]: one\n",
    "a[^]\n\n[^]: no label\n",
    "```a&b c\nx\n```\n",
    "![a *b* `c` <i> ![d](e)](f \"g\")\n",
    "<SCRIPT>\n</script/>\n<title\tx>\n\na <style> b <xmp/> c <XMPx>\n",
  ])
  func oddTextsAreWrittenAsCmarkWritesThem(markdown: String) {
    let theirs = referenceHTML(of: Array(markdown.utf8), extensions: .gitHub)
    #expect(html(of: markdown.utf8, extensions: .gitHub) == theirs)
  }
}

/// A text of pieces that mean something to Markdown, with a note at its end.
///
/// No note calls a note: cmark numbers the calls by their place in the source, this house by
/// their place on the page.
func randomMarkdown(using generator: inout SeededGenerator) -> [UInt8] {
  let pieces = [
    "a", "b c", "é", "*", "**", "_", "`", "``", "~~", "[", "]", "(", ")", "<", ">", "!", "\\",
    "&amp;",
    "&", "\"", "'", "\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n# ",
    "| a | b |\n|---|:-:|\n",
    "www.x.org/é", "http://x.org?a=b&c", "[^n]", "[@k]", "[[m]]", "<b>", "<title>",
    "\n```x\n", "\t", " ", "  \n", "\u{0}", "[x]: /u 't'\n", "a@b.org", "===\n", "---\n",
  ]
  let count = Int.random(in: 1...40, using: &generator)
  let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  return Array("\(text)\n\n[^n]: note\n".utf8)
}
