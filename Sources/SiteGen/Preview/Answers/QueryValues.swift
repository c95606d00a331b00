import Markup

/// The values behind `?` by their names, as forms write them.
struct QueryValues: Hashable, Sendable {
  private let values: [String: String]

  init(_ query: some StringProtocol) {
    let pairs = query.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { percentDecoded(String($0).replacing("+", with: " ")) }
      return (halves[0], halves.count > 1 ? halves[1] : "")
    }
    values = Dictionary(pairs) { first, _ in first }
  }

  subscript(name: String) -> String? { values[name] }
}
