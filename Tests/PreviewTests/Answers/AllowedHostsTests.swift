import Testing

@testable import Preview

struct AllowedHostsTests {
  @Test(arguments: [
    "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000",
  ])
  func thisMachineIsAllowed(host: String) {
    #expect(AllowedHosts(host: "127.0.0.1", port: 8000).contains(host))
  }

  @Test(arguments: [
    "", "localhost", "localhost:8001", "localhost:", "localhost:8000:8000", "evil.example:8000",
    "127.0.0.1.evil.example:8000", "localhost.evil.example:8000", "[::1]", "::1:8000",
    "192.168.1.7:8000", "127.0.0.1:8000@evil.example", "127.1:8000", "2130706433:8000",
  ])
  func everythingElseIsNot(host: String) {
    #expect(!AllowedHosts(host: "127.0.0.1", port: 8000).contains(host))
  }

  @Test func theHostThatWasGivenIsAllowed() {
    let hosts = AllowedHosts(host: "preview.lan", port: 8000)
    #expect(hosts.contains("preview.lan:8000"))
    #expect(!hosts.contains("other.lan:8000"))
    #expect(AllowedHosts(host: "fe80::1", port: 8000).contains("[fe80::1]:8000"))
  }

  @Test func whoListensEverywhereIsAskedByAnyAddressButNoName() {
    let hosts = AllowedHosts(host: "0.0.0.0", port: 8000)
    #expect(hosts.contains("192.168.1.7:8000"))
    #expect(hosts.contains("[fe80::1]:8000"))
    #expect(!hosts.contains("evil.example:8000"))
    #expect(!hosts.contains("1.2.3:8000"))
  }

  @Test func thePortOfHTTPMayBeLeftOut() {
    #expect(AllowedHosts(host: "127.0.0.1", port: 80).contains("localhost"))
  }
}
