import Markup

/// The part of an address that names one entity of a kind: `ada-lovelace`, `histoire/3`.
///
/// One or more parts of ASCII lower-case letters, digits and single hyphens, joined by `/`. A slug
/// therefore never leaves the folder it is put in.
public struct Slug: Sendable, Comparable {
  /// The slug as written in addresses.
  public let text: String
  /// Of the bytes: a site is looked through by slugs millions of times, and most of these times the
  /// text need not be touched.
  let fingerprint: UInt64

  /// Accepts a well-formed slug, nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count <= 200, let hash = Slug.hashWellFormed(text) else { return nil }
    self.text = text
    fingerprint = hash
  }

  /// Makes a slug from any text by folding it; nil when no letter and no digit is left.
  public init?(folding text: some StringProtocol) {
    let whole = slugify(text)
    guard whole.utf8.count >= 100 else {
      self.init(whole)
      return
    }
    let parts = whole.split(separator: "-")
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
    // Of ASCII, strings are compared by their bytes at once.
    left.text < right.text
  }

  /// The hash of a text, which is that of a slug if it is the text of one.
  static func fingerprint(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { $0.reduce(emptyHash) { hashAdding($1, to: $0) } }
  }

  private static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func hashAdding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a well-formed text (FNV-1a), nil for any other.
  ///
  /// Asked of every word that texts cite or name: one walk, nothing put aside.
  private static func hashWellFormed(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8(hashWellFormed)
  }

  private static func hashWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var previous = UInt8(ascii: "/")
    var hash = emptyHash
    for byte in text {
      hash = hashAdding(byte, to: hash)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      // Neither mark opens or closes a part; hyphens may be several.
      case UInt8(ascii: "-") where previous != UInt8(ascii: "/"): break
      case UInt8(ascii: "/") where previous != UInt8(ascii: "/") && previous != UInt8(ascii: "-"):
        break
      default: return nil
      }
      previous = byte
    }
    let isWhole = previous != UInt8(ascii: "/") && previous != UInt8(ascii: "-")
    return isWhole ? hash : nil
  }
}

extension Slug: Hashable {
  /// Whether both are the same text.
  public static func == (left: Slug, right: Slug) -> Bool {
    left.fingerprint == right.fingerprint && left.text == right.text
  }

  /// Hashes the hash of the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
