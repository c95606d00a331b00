import Diagnostics
public import FrontMatter

extension FieldReader {
  /// An identifier of an authority under its own name (`orcid`, `idref`, …); one whose form or
  /// check character is wrong is reported (`FLD003`) and reads as absent.
  public mutating func identifier(_ scheme: IdentifierScheme) -> Identifier? {
    guard let text = text(scheme.rawValue) else { return nil }
    guard let identifier = Identifier(scheme, text.value) else {
      report(wrong: scheme.rawValue, form: scheme.expectedForm, at: text.span)
      return nil
    }
    return identifier
  }
}

extension IdentifierScheme {
  /// What a field of this scheme must hold, for a message.
  var expectedForm: String {
    switch self {
    case .orcid: "an ORCID whose check digit agrees, such as 0000-0002-1825-0097"
    case .isni: "an ISNI of 16 characters whose check digit agrees"
    case .idref: "an IdRef number of 9 characters whose check character agrees"
    case .hal: "the name of an author in HAL: letters, digits and hyphens"
    case .ror: "a ROR whose check digits agree, such as 03yrm5c26"
    case .issn: "an ISSN whose check character agrees, such as 2049-3630"
    case .isbn: "an ISBN of 13 or 10 characters whose check character agrees"
    case .doi: "a DOI, which begins with 10."
    }
  }
}
