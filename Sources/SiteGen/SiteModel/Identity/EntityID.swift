/// The identity of an entity: its kind and its slug.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The kind.
  public let kind: EntityKind
  /// The slug, unique within the kind.
  public let slug: Slug

  /// Makes an identity.
  public init(_ kind: EntityKind, _ slug: Slug) {
    self.kind = kind
    self.slug = slug
  }

  /// Reads `person:ada-lovelace`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      let kind = EntityKind(rawValue: String(text[..<colon])),
      let slug = Slug(String(text[text.utf8.index(after: colon)...]))
    else { return nil }
    self.init(kind, slug)
  }

  /// `person:ada-lovelace`, as mentions write it.
  public var description: String { "\(kind.rawValue):\(slug.text)" }

  /// Hashes the slug alone, which is almost always one kind's; the kind would be hashed as a text.
  public func hash(into hasher: inout Hasher) { hasher.combine(slug) }

  /// Orders by kind, then slug.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    left.kind == right.kind ? left.slug < right.slug : left.kind < right.kind
  }
}
