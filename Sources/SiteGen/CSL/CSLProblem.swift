/// Something wrong with items or citations that was worked around.
public struct CSLProblem: Hashable, Sendable {
  /// What kind of trouble it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An item that is cited and not given.
    case unknownItem
    /// Further items with the key of another, which alone counts.
    case duplicateItem
    /// An item without type.
    case missingType
    /// An item without title.
    case missingTitle
  }

  /// The kind of trouble.
  public let kind: Kind
  /// What is wrong, without full stop.
  public let summary: String
  /// The key of the item.
  public let item: String

  init(_ kind: Kind, _ summary: String, item: String) {
    self.kind = kind
    self.summary = summary
    self.item = item
  }
}

/// What is wrong with items, in their order.
func itemProblems(_ items: [CSLItem], duplicates: [Int: Int]) -> [CSLProblem] {
  var problems: [CSLProblem] = []
  for (place, item) in items.enumerated() {
    if let count = duplicates[place] {
      let others = count == 1 ? "another item has" : "\(count) other items have"
      problems.append(
        CSLProblem(.duplicateItem, "\(others) the key \"\(item.id)\"", item: item.id)
      )
    }
    if item.type.isEmpty {
      problems.append(CSLProblem(.missingType, "item \"\(item.id)\" has no type", item: item.id))
    }
    if item.text("title") == nil, item.text("title-short") == nil {
      problems.append(CSLProblem(.missingTitle, "item \"\(item.id)\" has no title", item: item.id))
    }
  }
  return problems
}
