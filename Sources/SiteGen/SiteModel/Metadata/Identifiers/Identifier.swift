/// An identifier that an authority gave to a person, an organisation, a serial or a work.
public struct Identifier: Hashable, Sendable {
  /// Who gives it.
  public let scheme: IdentifierScheme
  /// The canonical form, as the authority shows it: `0000-0002-1825-0097`.
  public let text: String

  /// Reads an identifier, bare or as the address the authority resolves; nil when its form or its
  /// check character is wrong.
  public init?(_ scheme: IdentifierScheme, _ text: String) {
    guard let canonical = scheme.canonicalForm(of: scheme.withoutAddress(text)) else { return nil }
    self.scheme = scheme
    self.text = canonical
  }

  /// The address that resolves it; nil for serial and book numbers, which have none of their own.
  public var url: String? {
    switch scheme {
    case .isni: "https://isni.org/isni/" + text.filter { $0 != " " }
    case .issn: "https://portal.issn.org/resource/ISSN/" + text
    case .isbn: nil
    default: scheme.addresses.first.map { $0 + text }
    }
  }
}
