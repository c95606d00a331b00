import Diagnostics
public import FrontMatter

/// Whether a text is meant for readers (schema.org `creativeWorkStatus`).
public enum PublicationStatus: String, Hashable, Sendable, CaseIterable {
  /// Its editors still work at it.
  case draft
  /// Readers may have it.
  case published
}

/// Why readers do not get a text yet.
public enum Withholding: Hashable, Sendable {
  /// It is a draft.
  case draft
  /// Its date is still to come.
  case until(PartialDate)

  /// Why, for diagnostics: `a draft`, `dated 2027-01-12`.
  public var reason: String {
    switch self {
    case .draft: "a draft"
    case .until(let date): "dated \(date.isoText)"
    }
  }
}

extension FieldReader {
  /// The field `status` of a text: `draft` or `published`, which a text without it is; any other
  /// word is reported (`FLD003`).
  public mutating func publicationStatus() -> PublicationStatus {
    guard let word = text("status") else { return .published }
    guard let status = PublicationStatus(rawValue: word.value) else {
      report(wrong: "status", form: "`draft` or `published`", at: word.span)
      return .published
    }
    return status
  }
}
