import Markup
import Testing

struct EscapingTests {
  @Test(arguments: [
    ("", ""), ("rien", "rien"),
    ("<a href=\"x\">&</a>", "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;"),
    ("été & hiver", "été &amp; hiver"),
  ])
  func specialBytesAreReplaced(text: String, expected: String) {
    #expect(Escaping.html(text) == expected)
  }

  /// Searched eight bytes at a time: a special byte may stand anywhere among them.
  @Test(arguments: 0...20)
  func specialBytesAreFoundAnywhere(length: Int) {
    for special in ["&", "<", ">", "\""] {
      for place in 0..<max(1, length) {
        for filling in ["a", "é", "\u{0}", "$", "(", "="] {
          var letters = [String](repeating: filling, count: length)
          if place < length { letters[place] = special }
          let escaped = letters.map { Escaping.html($0) }
          #expect(Escaping.html(letters.joined()) == escaped.joined())
        }
      }
    }
  }

  /// A text among others: nothing of them is written, and no mark in them counts.
  @Test(arguments: ["", "a", "a&b", "0123456789abcde<", "0123456789abcdef"])
  func aTextAmongOthersIsWrittenAlone(text: String) {
    let bytes = Array("<&\(text)\"<".utf8)
    var output = FlatList<UInt8>(capacity: 0)
    bytes.withUnsafeBufferPointer {
      Escaping.appendHTML($0, in: 2..<2 + text.utf8.count, to: &output)
    }
    let written = output.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    #expect(written == Escaping.html(text))
    let isPlain = Array(text.utf8).withUnsafeBufferPointer { Escaping.isPlain($0) }
    #expect(isPlain == (written == text))
  }

  @Test func xmlIsWrittenInOrder() {
    let element = XMLElement(
      "urlset",
      [.init("xmlns", "s")],
      [XMLElement("loc", text: "a&b"), XMLElement("empty")]
    )
    #expect(
      String(decoding: element.document(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="s">
          <loc>a&amp;b</loc>
          <empty/>
        </urlset>

        """
    )
  }

  @Test func jsonRoundTrips() throws {
    let text = #"{"a":[1,2.5,true,null,"é/"],"b":{}}"#
    #expect(try JSONValue(parsing: Array(text.utf8)).text == text)
  }
}
