import Markup

/// A line of `_redirects`: `OLD NEW STATUS`, as Netlify and Cloudflare Pages read it.
///
/// `/*` at the end of the old address stands for everything below it, `:splat` in the new one for
/// what stood there. Conditions (countries, languages) are not known here.
struct RedirectRule: Hashable, Sendable {
  let from: String
  let to: String
  /// 301, 302, 303, 307, 308; 200 shows the new address under the old one, 404 and 410 as missing.
  let status: Int
  /// Whether it holds even where a file stands (`301!`).
  let isForced: Bool

  /// Reads a line without its comment; nil when it is no rule.
  init?(_ line: Substring) {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard (2...3).contains(words.count), words[0].hasPrefix("/") else { return nil }
    let statusText = words.count == 3 ? words[2] : "301"
    isForced = statusText.hasSuffix("!")
    guard let status = Int(isForced ? statusText.dropLast() : statusText[...]),
      [200, 301, 302, 303, 307, 308, 404, 410].contains(status)
    else { return nil }
    from = words[0]
    to = words[1]
    self.status = status
  }

  /// The new address for a path, both undecoded; nil when the rule is not about it.
  func target(of path: String) -> String? {
    guard from.hasSuffix("/*") else { return isSame(path, from) ? to : nil }
    let base = from.dropLast(2)
    if path == base { return to.replacing(":splat", with: "") }
    guard path.hasPrefix(base + "/") else { return nil }
    return to.replacing(":splat", with: path.dropFirst(base.count + 1))
  }

  /// Addresses may encode more than they need, and hosts forgive a missing slash.
  private func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (percentDecoded(left), percentDecoded(right))
    return left == right || left + "/" == right || left == right + "/"
  }
}
