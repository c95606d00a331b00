import SiteModel
import Testing

struct LicenseTests {
  @Test(arguments: [
    ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("etalab-2.0", "etalab-2.0", "https://spdx.org/licenses/etalab-2.0.html"),
    ("https://a.example/l", "https://a.example/l", "https://a.example/l"),
  ])
  func namesAndAddressesAreTaken(text: String, name: String, address: String) {
    let license = License(text)
    #expect(license?.name == name && license?.address == address)
  }

  @Test(arguments: ["", "CC BY 4.0", "http://a.example", "https://", "libre, oui", "-a"])
  func anythingElseIsNone(text: String) { #expect(License(text) == nil) }
}
