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
    guard text.utf8.count <= 200 else { return nil }
    let (hyphen, slash) = (UInt8(ascii: "-"), UInt8(ascii: "/"))
    // A part neither is empty nor begins or ends with a hyphen.
    var previous = slash
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case hyphen: if previous == slash { return nil }
      case slash: if previous == slash || previous == hyphen { return nil }
      default: return nil
      }
      previous = byte
    }
    guard previous != slash, previous != hyphen else { return nil }
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
}
