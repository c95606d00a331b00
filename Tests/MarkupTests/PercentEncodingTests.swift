import Markup
import Testing

struct PercentEncodingTests {
  @Test(arguments: [
    ("/p%C3%A8re", "/père"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("a%20b", "a b"),
  ])
  func whatIsNoPairOfDigitsStays(written: String, decoded: String) {
    #expect(percentDecoded(written) == decoded)
  }

  @Test func everythingButPlainLettersIsEncoded() {
    #expect(percentEncodedPath("/père/a b:*/c-d_e.f~") == "/p%C3%A8re/a%20b%3A%2A/c-d_e.f~")
    #expect(percentDecoded(percentEncodedPath("/père/a b:*/%")) == "/père/a b:*/%")
  }
}
