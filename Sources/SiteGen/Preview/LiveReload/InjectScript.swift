import Markup
import SiteModel

/// Addresses that belong to the server and not to the site; no file of a site begins with a dot.
enum ServerAddress {
  static let script = "/.sitegen/live.js"
  static let events = "/.sitegen/events"
  static let problems = "/.sitegen/problems"
}

/// A page with the script that keeps it fresh, before the end of its body or at its own end.
///
/// Under `page`, the address that was asked for, the script asks for news; `version` tells this state
/// of the page from others.
func injectScript(into html: [UInt8], page: String, version: String) -> [UInt8] {
  let tag =
    "<script src=\"\(ServerAddress.script)\" data-page=\"\(Escaping.html(page))\" "
    + "data-version=\"\(Escaping.html(version))\"></script>\n"
  let end = lastIndex(of: "</body", in: html) ?? html.count
  return Array(html[..<end]) + Array(tag.utf8) + Array(html[end...])
}

/// Where a word of small letters stands last, whatever the case of the text.
private func lastIndex(of word: StaticString, in text: [UInt8]) -> Int? {
  let wanted = Array("\(word)".utf8)
  guard text.count >= wanted.count else { return nil }
  return (0...text.count - wanted.count).last { start in
    wanted.indices.allSatisfy { text[start + $0] | 0x20 == wanted[$0] | 0x20 }
  }
}
