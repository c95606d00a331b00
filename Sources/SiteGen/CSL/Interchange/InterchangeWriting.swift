/// What a writer of BibTeX or RIS made.
public struct InterchangeWriting: Hashable, Sendable {
  /// The text in UTF-8, lines ended by a line feed.
  public let bytes: [UInt8]
  /// What the format could not hold, by item, then by variable name.
  public let losses: [InterchangeLoss]
}

/// A variable of an item that a format could not hold as it is.
public struct InterchangeLoss: Hashable, Sendable {
  /// How much is lost.
  public enum Extent: String, Hashable, Sendable {
    /// The variable is not in the output.
    case dropped
    /// The variable is in the output, and reads back as something else.
    case altered
  }

  /// The key of the item.
  public let id: String
  /// The CSL variable, or `id` or `type`.
  public let variable: String
  /// How much is lost.
  public let extent: Extent
}

/// What differs between an item and the same item read back, by variable name.
///
/// Writers compare every entry with what their own reader makes of it, so that no loss goes
/// unreported.
func compareItem(_ item: CSLItem, with copy: CSLItem?) -> [InterchangeLoss] {
  func loss(_ variable: String, _ extent: InterchangeLoss.Extent) -> InterchangeLoss {
    InterchangeLoss(id: item.id, variable: variable, extent: extent)
  }
  guard let copy else { return [loss("id", .dropped)] }
  var losses: [InterchangeLoss] = []
  if copy.id != item.id { losses.append(loss("id", .altered)) }
  if copy.type != item.type { losses.append(loss("type", .altered)) }
  for (variable, value) in item.fields.sorted(by: { $0.key < $1.key }) where !value.isBlank {
    guard let other = copy.fields[variable] else {
      losses.append(loss(variable, .dropped))
      continue
    }
    if value.essence(of: variable) != other.essence(of: variable) {
      losses.append(loss(variable, .altered))
    }
  }
  return losses
}

extension CSLValue {
  /// Whether the value says nothing.
  var isBlank: Bool {
    switch self {
    case .text(let text), .number(let text): text.isEmpty
    case .names(let names): names.isEmpty
    case .date(let date): date.isEmpty
    case .other: false
    }
  }

  /// The value without differences of spelling that mean nothing: number or text, particles inside
  /// names or beside them, hyphen or dash in page ranges, the JSON of a date.
  func essence(of variable: String) -> CSLValue {
    switch self {
    case .text(let text), .number(let text):
      return .text(variable == "page" ? text.replacing("–", with: "-") : text)
    case .names(let names): return .names(names.map { $0.separatingParticles() })
    case .date(var date):
      date.source = nil
      return .date(date)
    case .other: return self
    }
  }
}
