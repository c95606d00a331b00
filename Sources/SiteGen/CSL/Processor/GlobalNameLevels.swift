/// How much of the given name tells apart the people of one family name, over all items.
struct GlobalNameLevels: Sendable {
  let rule: CitationArea.GivenNameRule
  let mark: NameInitials
  private var families: [String: Family] = [:]

  private struct Family {
    /// The given names by their initials.
    var givens: [String: Set<String>] = [:]
    var count = 0
  }

  init(rule: CitationArea.GivenNameRule, mark: NameInitials) {
    self.rule = rule
    self.mark = mark
  }

  /// Whether only first names of cites are told apart, among themselves.
  var readsPrimaryOnly: Bool { rule == .primaryName || rule == .primaryNameWithInitials }

  mutating func note(_ name: NotedName) {
    guard name.hasGiven else { return }
    let isNew = families[name.family, default: Family()].givens[name.initials, default: []]
      .insert(name.given).inserted
    if isNew { families[name.family]?.count += 1 }
  }

  /// 0 where the family name is enough, 1 where initials are, 2 where it takes the whole name.
  func level(of name: CSLName, isPrimary: Bool) -> Int {
    switch rule {
    case .byCite: return 0
    case .primaryName, .primaryNameWithInitials:
      if !isPrimary { return 0 }
    case .allNames, .allNamesWithInitials: break
    }
    guard let family = families[NotedName.familyKey(of: name)], family.count > 1 else { return 0 }
    if rule == .allNamesWithInitials || rule == .primaryNameWithInitials {
      return family.givens.count > 1 ? 1 : 0
    }
    return (family.givens[mark.abbreviate(name.given)]?.count ?? 0) > 1 ? 2 : 1
  }

  /// Whether some cite may print more of the name than the style says.
  func mayRaise(_ name: NotedName) -> Bool { (families[name.family]?.count ?? 0) > 1 }
}

/// A name as the rules for all cites compare it.
struct NotedName: Sendable {
  let family: String
  let initials: String
  let given: String
  let hasGiven: Bool

  init(_ name: CSLName, _ mark: NameInitials) {
    family = NotedName.familyKey(of: name)
    hasGiven = !name.given.isEmpty
    initials = mark.abbreviate(name.given)
    given = name.given.replacing(".", with: "").replacing(" ", with: "")
  }

  static func familyKey(of name: CSLName) -> String {
    name.nonDroppingParticle.isEmpty
      ? " " + name.family : name.nonDroppingParticle + " " + name.family
  }
}
