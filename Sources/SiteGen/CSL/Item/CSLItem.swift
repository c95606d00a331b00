/// One bibliographic item, as CSL-JSON describes it.
///
/// Every field is kept, known to CSL or not, so that an item written back loses nothing.
public struct CSLItem: Hashable, Sendable {
  /// The item's key.
  public var id: String
  /// The CSL type, such as `article-journal`; empty when the source has none.
  public var type: String
  /// All other fields by their CSL names.
  public var fields: [String: CSLValue]

  /// Makes an item.
  public init(id: String, type: String, fields: [String: CSLValue] = [:]) {
    self.id = id
    self.type = type
    self.fields = fields
  }

  /// The text of a string or number field; nil when absent, empty or of another kind.
  public func text(_ variable: String) -> String? {
    switch fields[variable] {
    case .text(let text), .number(let text): text.isEmpty ? nil : text
    case .names, .date, .other, .none: nil
    }
  }

  /// The names of a name field; empty when absent.
  public func names(_ variable: String) -> [CSLName] {
    if case .names(let names) = fields[variable] { return names }
    return []
  }

  /// The date of a date field, unless it says nothing.
  public func date(_ variable: String) -> CSLDate? {
    switch fields[variable] {
    case .date(let date): return date.isEmpty ? nil : date
    case .text(let text), .number(let text): return text.isEmpty ? nil : parseDate(text)
    case .names, .other, .none: return nil
    }
  }
}

extension CSLItem {
  /// The item with the particles of all its names apart.
  func separatingParticles() -> CSLItem {
    var item = self
    for (field, value) in fields {
      guard case .names(let names) = value else { continue }
      let apart = names.map { $0.separatingParticles() }
      // Most have none: the fields stay those that are kept elsewhere too.
      if apart != names { item.fields[field] = .names(apart) }
    }
    return item
  }
}

/// What a field of an item holds.
public enum CSLValue: Hashable, Sendable {
  /// A string.
  case text(String)
  /// A number, as the source spelled it.
  case number(String)
  /// A list of names.
  case names([CSLName])
  /// A date or a range of two; apart, since it is many times larger than the others, for each of
  /// which an item would leave as much room.
  indirect case date(CSLDate)
  /// Anything else, kept to be written back.
  case other(JSONTree)
}
