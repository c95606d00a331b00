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
