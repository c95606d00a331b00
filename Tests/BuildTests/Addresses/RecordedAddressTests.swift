import Build
import Diagnostics
import SiteModel
import Support
import Testing

/// `Content/addresses.yaml`.
struct RecordedAddressTests {
  private let record = "Content/addresses.yaml"
  private let page = "Content/pages/qui-sommes-nous.md"

  private func diagnostics(_ texts: [String: String]) async throws -> (BuiltSite, [String]) {
    let site = try ImportSite(texts)
    let built = await site.build()
    return (built, printed(built.diagnostics, sources: site.sources))
  }

  @Test func anAddressThatStandsOrLeadsOnIsKept() async throws {
    let (_, found) = try await diagnostics([
      record: "# remark\n\n/a-propos/: page:a-propos\r\n/apropos/: page:a-propos\n",
      "Content/pages/a-propos.md": "---\ntitle: A\nformer-addresses: [/apropos/]\n---\n",
    ])
    #expect(found == [])
  }

  @Test(arguments: [
    ("/qui-somme-nous/: page:qui-somme-nous", "; is page:qui-sommes-nous its successor?"),
    ("/nous-sommes/: page:nous-sommes", "; is page:qui-sommes-nous its successor?"),
    ("/rien/: page:rien", ""), ("/axes/rien/: axis:rien", ""),
  ])
  func anAddressThatIsGoneIsReportedWithItsSuccessor(line: String, successor: String)
    async throws
  {
    let (built, found) = try await diagnostics([
      record: "/a-propos/: page:a-propos\n\(line)\n",
      page: "---\ntitle: Nous\n---\n",
    ])
    let parts = line.split(separator: ": ")
    #expect(
      found == ["\(record):2:1 REL012 the address \(parts[0]) of \(parts[1]) is gone\(successor)"]
    )
    let place = successor.isEmpty ? "the record that stands for it" : page
    #expect(built.diagnostics.first?.help.contains("to \(place), or") == true)
    #expect(!built.files.isEmpty)
  }

  @Test(arguments: ["/a/", "/a/: b", "a/: page:a", "/a/: page:A", "/a/?b: page:a"])
  func aLineThatRecordsNothingIsAnError(line: String) async throws {
    let (built, found) = try await diagnostics([record: "\(line)\n"])
    #expect(found == ["\(record):1:1 REL018 \"\(line)\" records no address"])
    #expect(built.files.isEmpty)
  }

  @Test func manyGoneAddressesAreOneWarningEach() async throws {
    let lines = (0..<2_000).map { "/n\($0)/: page:n\($0)\n" }.joined()
    let (_, found) = try await diagnostics([record: lines])
    #expect(found.count == 2_000)
  }
}
