import Markup

/// A person's name in its parts.
public struct PersonName: Hashable, Sendable {
  /// Given names or initials.
  public let given: String
  /// Family name with its particles.
  public let family: String

  /// Makes a name.
  public init(given: String, family: String) {
    self.given = given
    self.family = family
  }

  /// Whether a name as a list prints it, perhaps with initials, can be this one.
  public func canBe(_ written: PersonName) -> Bool {
    slugify(family) == slugify(written.family) && agrees(withInitials: written.given)
  }

  /// Whether `initials` (`C.E.`, `J.-J.`, `Florence`) can stand for these given names: the first
  /// letters agree in order, as far as both go.
  public func agrees(withInitials initials: String) -> Bool {
    let own = slugify(given).split(separator: "-").compactMap(\.first)
    let other = slugify(initials).split(separator: "-").compactMap(\.first)
    guard !own.isEmpty, !other.isEmpty else { return false }
    return zip(own, other).allSatisfy { $0 == $1 }
  }
}
