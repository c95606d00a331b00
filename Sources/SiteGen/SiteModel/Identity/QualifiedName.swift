/// A word that names an entity of a kind, as mentions write it: `person:ada-lovelace`.
public struct QualifiedName: Hashable, Sendable {
  /// The kind.
  public let kind: EntityKind
  /// A slug, or another word that names the entity.
  public let name: String

  /// Reads the target of a mention; nil where it begins with no kind, or nothing follows.
  public init?(_ target: String) {
    guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = target[target.utf8.index(after: colon)...]
    guard !name.isEmpty, let kind = EntityKind(rawValue: String(target[..<colon])) else {
      return nil
    }
    self.kind = kind
    self.name = String(name)
  }
}
