import Markup

/// A word that names an entity of a kind, as mentions write it: `person:ada-lovelace`.
public struct QualifiedName: Hashable, Sendable {
  /// The kind.
  public let kind: EntityKind
  /// A slug, or another word that names the entity.
  public let name: String

  /// Reads the target of a mention; nil where it begins with no kind, or nothing follows.
  public init?(_ target: String) {
    var target = target
    let parts = target.withUTF8 { bytes -> (kind: String, name: String)? in
      let colon = bytes.position(of: UInt8(ascii: ":"), from: 0)
      guard colon + 1 < bytes.count else { return nil }
      return (
        String(decoding: bytes[..<colon], as: UTF8.self),
        String(decoding: bytes[(colon + 1)...], as: UTF8.self)
      )
    }
    guard let parts, let kind = EntityKind(rawValue: parts.kind) else { return nil }
    self.kind = kind
    name = parts.name
  }
}
