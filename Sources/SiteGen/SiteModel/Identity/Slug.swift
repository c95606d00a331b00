import Markup

/// The part of an address that names one entity of a kind: `ada-lovelace`, `histoire/3`.
///
/// One or more parts of ASCII lower-case letters, digits and single hyphens, joined by `/`. A slug
/// therefore never leaves the folder it is put in.
public struct Slug: Hashable, Sendable, Comparable {
  /// The slug as written in addresses.
  public let text: String

  /// Accepts a well-formed slug, nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard text.utf8.count <= 200, parts.allSatisfy({ Slug.isPart($0) }) else { return nil }
    self.text = text
  }

  /// Makes a slug from any text by folding it; nil when no letter and no digit is left.
  public init?(folding text: some StringProtocol) {
    let parts = slugify(text).split(separator: "-")
    var folded = ""
    for part in parts where folded.utf8.count + part.utf8.count < 100 {
      folded += folded.isEmpty ? String(part) : "-\(part)"
    }
    // One word longer than an address should be is cut, not lost.
    if folded.isEmpty, let first = parts.first { folded = String(first.prefix(99)) }
    self.init(folded)
  }

  /// Orders by bytes.
  public static func < (left: Slug, right: Slug) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  private static func isPart(_ part: Substring) -> Bool {
    let hyphen = UInt8(ascii: "-")
    let bytes = Array(part.utf8)
    guard let first = bytes.first, first != hyphen, bytes.last != hyphen else { return false }
    return bytes.allSatisfy { byte in
      byte == hyphen || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
  }
}
