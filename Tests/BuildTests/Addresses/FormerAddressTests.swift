import Build
import Diagnostics
import SiteModel
import Support
import Testing

/// Addresses that the site once had.
struct FormerAddressTests {
  private let person = "Content/people/ada-lovelace.md"

  private func page(_ path: String, _ built: BuiltSite) -> String? {
    built.files.first { $0.path.text == path }.flatMap { file in
      guard case .bytes(let bytes) = file.contents else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func site(_ changes: [String: String], ada: String = "") throws -> ImportSite {
    try ImportSite([person: "---\nname: Ada Lovelace\n\(ada)---\n"].merging(changes) { $1 })
  }

  @Test func anOldAddressLeadsToTheNewOne() async throws {
    let site = try site([:], ada: "former-addresses: [/gens/ada, /p%C3%A8re/ada.html, /ada.pdf]\n")
    let built = await site.build()
    #expect(built.diagnostics == [])
    let old = try #require(page("gens/ada/index.html", built))
    #expect(old.contains("content=\"0; url=../../personnes/ada-lovelace/\""))
    #expect(
      old.contains(
        "<link rel=\"canonical\" href=\"https://cahiers.example.org/personnes/ada-lovelace/\">"
      )
    )
    #expect(page("père/ada.html", built)?.contains("url=../personnes/ada-lovelace/") == true)
    #expect(page("ada.pdf", built) == nil)
    #expect(
      page("_redirects", built) == """
        /ada.pdf /personnes/ada-lovelace/ 301
        /gens/ada/ /personnes/ada-lovelace/ 301
        /p%C3%A8re/ada.html /personnes/ada-lovelace/ 301

        """
    )
    #expect(page("sitemap.xml", built)?.contains("/gens/ada") == false)
  }

  @Test func thereIsNoFileWithoutRedirects() async throws {
    #expect(page("_redirects", await (try site([:])).build()) == nil)
  }

  @Test(arguments: [
    ("[gens/ada/]", "4:20 REL015 \"gens/ada/\" is no address of this site"),
    ("[/gens/#ada]", "4:20 REL015 \"/gens/#ada\" is no address of this site"),
    (
      "[/personnes/ada-lovelace/]",
      "4:20 REL013 \"/personnes/ada-lovelace/\" is said to lead to person:ada-lovelace, but is the address of its own page"
    ),
    (
      "[/a-propos/]",
      "4:20 REL013 \"/a-propos/\" is said to lead to person:ada-lovelace, but is the address of page:a-propos"
    ),
    (
      "[/chronologie]",
      "4:20 REL013 \"/chronologie\" is said to lead to person:ada-lovelace, but is the address of the timeline of the collection"
    ),
    (
      "[/assets/site.css]",
      "4:20 REL013 \"/assets/site.css\" is said to lead to person:ada-lovelace, but is the address of a file of the folder of assets"
    ),
    (
      "[/sitemap.xml]",
      "4:20 REL020 /sitemap.xml is said to lead to person:ada-lovelace, but is a file of the site"
    ),
  ])
  func anAddressThatIsNotFreeIsReported(written: String, expected: String) async throws {
    let event = ["Content/events/a.md": "---\ntitle: A\ndate: 1843\n---\n"]
    let site = try site(event, ada: "family: Lovelace\nformer-addresses: \(written)\n")
    let built = await site.build()
    #expect(printed(built.diagnostics, sources: site.sources) == ["\(person):\(expected)"])
    #expect(built.files.isEmpty)
  }

  @Test func twoRecordsCannotClaimOneAddress() async throws {
    let other = "Content/people/charles.md"
    let site = try site(
      [other: "---\nname: Charles\nformer-addresses: [/gens/index.html]\n---\n"],
      ada: "former-addresses: [/gens/]\n"
    )
    let built = await site.build()
    #expect(
      printed(built.diagnostics, sources: site.sources) == [
        "\(other):3:20 REL014 /gens/ is said to lead to person:charles and to person:ada-lovelace"
      ]
    )
    #expect(built.diagnostics.first?.notes.first?.span?.path == person)
  }

  @Test func twoPersonsWhoAreOneAndAnOldAddressMayNotDisagree() async throws {
    let other = "Content/people/charles.md"
    let site = try site(
      [other: "---\nname: Charles\nformer-addresses: [/personnes/augusta-byron/]\n---\n"],
      ada: "same-as: [augusta-byron]\n"
    )
    #expect(await site.build().diagnostics.map(\.code.id).contains("REL014"))
  }

  @Test func anAliasOfTwoIsReportedAtBoth() async throws {
    let other = "Content/people/charles.md"
    let site = try site(
      [other: "---\nname: Charles\naliases: [Le Comte]\n---\n"],
      ada: "aliases: [Le comte]\n"
    )
    let built = await site.build()
    #expect(
      printed(built.diagnostics, sources: site.sources) == [
        "\(other):3:11 REL017 \"Le Comte\" is an alias of person:charles, and names person:ada-lovelace"
      ]
    )
    #expect(built.diagnostics.first?.notes.first?.span?.path == person)
    #expect(!built.files.isEmpty)
  }
}
