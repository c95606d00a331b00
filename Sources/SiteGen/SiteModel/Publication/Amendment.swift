import Diagnostics
public import FrontMatter

/// What its editors say of a change to a published text.
public struct Amendment: Hashable, Sendable {
  /// What kind of change it is; the raw value is the field that declares it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The text says something else, or more.
    case revision
    /// A fault of the text is mended (schema.org `CorrectionComment`).
    case erratum
  }

  /// What kind of change it is.
  public let kind: Kind
  /// When it was made.
  public let date: PartialDate
  /// What was changed, in words for readers.
  public let what: String
  /// Why, in words for readers.
  public let why: String

  /// Makes an amendment.
  public init(_ kind: Kind, date: PartialDate, what: String, why: String) {
    self.kind = kind
    self.date = date
    self.what = what
    self.why = why
  }
}

extension FieldReader {
  /// The fields `revision` and `erratum` of a text: lists of `date`, `what` and `why`.
  ///
  /// All three are required. In order of date, those of one day as they are written, revisions first.
  public mutating func amendments() -> [Amendment] {
    var amendments: [Amendment] = []
    for kind in Amendment.Kind.allCases {
      for record in records(kind.rawValue, shorthand: "what") {
        var inner = FieldReader(record, of: kind.rawValue)
        _ = inner.requiredText("date")
        let date = inner.date("date")
        let (what, why) = (inner.requiredText("what").value, inner.requiredText("why").value)
        absorb(inner)
        if let date { amendments.append(Amendment(kind, date: date, what: what, why: why)) }
      }
    }
    // Sorted by place among equals: the standard sort does not promise to keep their order.
    return amendments.enumerated().sorted { left, right in
      left.element.date == right.element.date
        ? left.offset < right.offset : left.element.date < right.element.date
    }.map(\.element)
  }
}
