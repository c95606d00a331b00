import Build
import Diagnostics
import SiteModel
import Testing

/// A published text that was changed: both versions can be read.
struct EditionTests {
  private static let page = "numeros/1/index.html"
  private static let earlier = "numeros/1/v1/index.html"

  private func amended() async throws -> PublishingSite {
    var site = try PublishingSite()
    await site.publish()
    site.declare()
    site.site.replace("Le compte est", by: "Le conte est", in: PublishingSite.issue)
    await site.publish()
    return site
  }

  @Test func aTextOfOneVersionSaysNothingOfVersions() async throws {
    var site = try PublishingSite()
    await site.publish()
    let built = await site.build()
    let page = try #require(site.text(Self.page, of: built))
    #expect(!page.contains("_versions") && !page.contains("dcterms.modified"))
    #expect(site.text(Self.earlier, of: built) == nil)
    #expect(
      site.text("sitemap.xml", of: built)?.contains(
        "/numeros/1/</loc>\n    <lastmod>2027-03-14</lastmod>"
      ) == true
    )
  }

  @Test func thePageTellsItsHistory() async throws {
    let site = try await amended()
    let built = await site.build()
    let page = try #require(site.text(Self.page, of: built))
    #expect(page.contains("<p>Le conte est juste"))
    #expect(page.contains("<meta name=\"dcterms.modified\" content=\"2027-04-02\">"))
    #expect(page.contains("<h2 id=\"_versions\">Versions de ce texte</h2>"))
    #expect(page.contains("<a href=\"v1/\">Version 1</a>"))
    #expect(
      page.contains("Erratum : Un mot du passage <span class=\"detail\">Raison : Une faute</span>")
    )
    #expect(
      site.text("sitemap.xml", of: built)?.contains(
        "/numeros/1/</loc>\n    <lastmod>2027-04-02</lastmod>"
      ) == true
    )
  }

  @Test func theEarlierVersionStandsApartAndLeadsToThePresentOne() async throws {
    let site = try await amended()
    let built = await site.build()
    let earlier = try #require(site.text(Self.earlier, of: built))
    #expect(earlier.contains("<p>Le compte est juste"))
    #expect(
      earlier.contains("<link rel=\"canonical\" href=\"https://cahiers.example.org/numeros/1/\">")
    )
    #expect(earlier.contains("<strong>Version 1, du"))
    #expect(earlier.contains("(version 1) · Cahiers</title>"))
    #expect(earlier.contains("<a href=\"../\">lire la version en vigueur</a>"))
    #expect(site.text("sitemap.xml", of: built)?.contains("/v1/") == false)
    // Nobody is told of it but the page of the text.
    let leading = built.files.map(\.path.text).filter { path in
      path != Self.earlier && site.text(path, of: built)?.contains("v1/\"") == true
    }
    #expect(leading == [Self.page])
  }

  @Test func theEarlierVersionStaysToTheByte() async throws {
    var site = try await amended()
    let before = try #require(await site.page(Self.earlier))
    site.declare("revision", on: "2027-05-03")
    site.site.replace("Un second passage", by: "Un troisième passage", in: PublishingSite.issue)
    site.site.replace("title: Le premier", by: "title: Le tout premier", in: PublishingSite.issue)
    #expect(await site.page(Self.earlier) == before)
    await site.publish()
    #expect(await site.page(Self.earlier) == before)
    #expect(await site.page("numeros/1/v2/index.html")?.contains("Le conte est juste") == true)
    #expect(await site.found(isStrict: true) == [])
  }

  @Test func aDeclaredChangeShowsBeforeItIsRecorded() async throws {
    var site = try PublishingSite()
    await site.publish()
    site.declare()
    site.site.replace("Le compte est", by: "Le conte est", in: PublishingSite.issue)
    let built = await site.build()
    #expect(site.text(Self.earlier, of: built) != nil)
    #expect(site.text(Self.page, of: built)?.contains("Version 2") == true)
  }

  @Test func whatAnEarlierVersionLeadsToInVainIsAWarning() async throws {
    var site = try await amended()
    site.declare("revision", on: "2027-05-03")
    site.site.replace(" [@lettre1843]", by: "", in: PublishingSite.issue)
    await site.publish()
    site.site.put(nil, at: "Content/references/lettre1843.md")
    let built = await site.build()
    #expect(built.diagnostics.map(\.code.id) == ["PUB010", "PUB010"])
    #expect(site.text(Self.earlier, of: built) != nil)
  }
}
