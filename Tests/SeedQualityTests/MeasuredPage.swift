import Foundation
import Support
import Testing

/// A page of `docs/` that ends in what tests measure.
struct MeasuredPage {
  static let opening = "<!-- measured -->\n"
  let url: URL

  init(_ name: String) { url = packageRoot.appending(path: "docs/\(name)") }

  /// Holds the page to what is measured now; `SITEGEN_UPDATE_SNAPSHOTS=1` writes it anew.
  func expect(_ text: String) throws {
    let measured = Self.opening + text
    print(measured)
    let page = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(page.range(of: Self.opening)).lowerBound
    if ProcessInfo.processInfo.environment["SITEGEN_UPDATE_SNAPSHOTS"] == "1" {
      try Data((page[..<start] + measured).utf8).write(to: url)
    } else {
      #expect(
        String(page[start...]) == measured,
        "run SITEGEN_UPDATE_SNAPSHOTS=1 swift test --filter SeedQualityTests"
      )
    }
  }
}
