import Publishing
import Testing

struct SealTests {
  /// The examples of FIPS 180-2, and nothing at all.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func sealsAreThoseOfTheStandard(text: String, expected: String) {
    #expect(seal(of: Array(text.utf8)) == expected)
  }
}
