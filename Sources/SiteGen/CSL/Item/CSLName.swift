/// A name variable of CSL 1.0.2: the parts of a person's name, or a literal for a body.
public struct CSLName: Hashable, Sendable {
  /// Family name with particles that belong to it.
  public let family: String
  /// Given names or initials, as printed.
  public let given: String
  /// The name of a body that has no parts; empty for persons.
  public let literal: String

  /// Makes the name of a person.
  public init(family: String, given: String) {
    self.family = family
    self.given = given
    literal = ""
  }

  /// Makes the name of a body.
  public init(literal: String) {
    family = ""
    given = ""
    self.literal = literal
  }
}
