/// How much of the given name tells apart the people of one family name, over all items.
struct GlobalNameLevels: Sendable {
  let rule: CitationArea.GivenNameRule
  let mark: NameInitials
  private var families: [String: [String: Set<String>]] = [:]

  init(rule: CitationArea.GivenNameRule, mark: NameInitials) {
    self.rule = rule
    self.mark = mark
  }

  /// Whether only first names of cites are told apart, among themselves.
  var readsPrimaryOnly: Bool { rule == .primaryName || rule == .primaryNameWithInitials }

  mutating func note(_ name: CSLName) {
    guard !name.given.isEmpty else { return }
    families[key(name), default: [:]][mark.abbreviate(name.given), default: []]
      .insert(name.given.replacing(".", with: "").replacing(" ", with: ""))
  }

  /// 0 where the family name is enough, 1 where initials are, 2 where it takes the whole name.
  func level(of name: CSLName, isPrimary: Bool) -> Int {
    switch rule {
    case .byCite: return 0
    case .primaryName, .primaryNameWithInitials:
      if !isPrimary { return 0 }
    case .allNames, .allNamesWithInitials: break
    }
    guard let initials = families[key(name)] else { return 0 }
    let givens = initials.reduce(0) { $0 + $1.value.count }
    guard givens > 1 else { return 0 }
    if rule == .allNamesWithInitials || rule == .primaryNameWithInitials {
      return initials.count > 1 ? 1 : 0
    }
    return (initials[mark.abbreviate(name.given)]?.count ?? 0) > 1 ? 2 : 1
  }

  private func key(_ name: CSLName) -> String { name.nonDroppingParticle + " " + name.family }
}
