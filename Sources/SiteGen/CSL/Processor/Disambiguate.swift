/// Finds what must be added to the cites of each item so that no two look alike
/// (CSL 1.0.2 § Disambiguation): names, given names, the condition, the letter of the year.
struct Disambiguator {
  let typesetter: Typesetter
  let citation: CitationArea
  let usesCondition: Bool
  /// Items in the order of the bibliography, with their numbers and labels.
  let items: [CSLItem]
  let contexts: [CiteContext]
  var found: [Disambiguation]
  /// How many cites were rendered to be compared.
  var renderings = 0

  init(typesetter: Typesetter, items: [CSLItem], contexts: [CiteContext]) {
    self.typesetter = typesetter
    citation = typesetter.style.citation
    usesCondition = typesetter.style.testsDisambiguate
    self.items = items
    self.contexts = contexts
    found = Array(repeating: Disambiguation(), count: items.count)
  }

  /// What is added to each item, in their order, who look like the texts where nothing is added.
  mutating func run(_ texts: [String]) -> [Disambiguation] {
    for group in partition(Array(items.indices), by: { texts[$0] }) where group.count > 1 {
      resolve(group)
    }
    return found
  }

  private mutating func resolve(_ group: [Int]) {
    var unresolved = [group]
    if citation.addsNames || (citation.addsGivenNames && citation.givenNameRule == .byCite) {
      unresolved = addNames(to: group)
    }
    if usesCondition { unresolved = unresolved.flatMap { applyCondition(to: $0) } }
    guard citation.addsYearSuffix else { return }
    for members in unresolved { giveLetters(to: members) }
  }

  /// Gives each member its letter: the one its item brings along (`year-suffix`), else the next
  /// that no other member has.
  private mutating func giveLetters(to members: [Int]) {
    var taken: Set<Int> = []
    for member in members {
      guard let number = letterNumber(items[member].text("year-suffix")),
        taken.insert(number).inserted
      else { continue }
      found[member].yearSuffix = number
    }
    var next = 1
    for member in members where found[member].yearSuffix == nil {
      while taken.contains(next) { next += 1 }
      found[member].yearSuffix = next
      next += 1
    }
  }

  /// 1 for `a`, 26 for `z`; nil for anything else.
  private func letterNumber(_ text: String?) -> Int? {
    guard let text, let byte = text.utf8.first, text.utf8.count == 1 else { return nil }
    let first = UInt8(ascii: "a")
    return (first...UInt8(ascii: "z")).contains(byte) ? Int(byte - first) + 1 : nil
  }

  /// Groups of members that look alike, in the order of their first member.
  private mutating func partition(_ members: [Int], _ state: Disambiguation) -> [[Int]] {
    renderings += members.count
    return partition(members) { typesetter.comparedText(items[$0], contexts[$0], state) }
  }

  private func partition(_ members: [Int], by text: (Int) -> String) -> [[Int]] {
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    places.reserveCapacity(members.count)
    for member in members {
      let key = text(member)
      if let place = places[key] {
        groups[place].append(member)
      } else {
        places[key] = groups.count
        groups.append([member])
      }
    }
    return groups
  }

  private mutating func render(_ member: Int, _ state: Disambiguation) -> Rendering {
    renderings += 1
    return typesetter.compareCite(items[member], contexts[member], state).rendering
  }

  // MARK: Names

  /// Adds names and given names step by step; gives back the groups that still look alike.
  private mutating func addNames(to group: [Int]) -> [[Int]] {
    let steps = NameSteps(
      shapes: render(group[0], Disambiguation()).nameShapes,
      addsNames: citation.addsNames,
      givenLimit: citation.addsGivenNames && citation.givenNameRule == .byCite ? 2 : 0
    )
    let lists = steps.isLong ? nameLists(of: group) : [:]
    var unresolved: [[Int]] = []
    var work = [
      (members: group, state: steps.start, best: Disambiguation(), kept: Disambiguation())
    ]
    var isFirst = true
    while let (members, start, known, kept) = work.popLast() {
      var (state, best) = (start, known)
      let agreement = NameAgreement(members.compactMap { lists[$0] })
      var isSplit = false
      while members.count > 1, steps.advance(&state) {
        // Names that all have in common tell nobody apart.
        if !isFirst, agreement.covers(state) { continue }
        isFirst = false
        let groups = partition(members, state.disambiguation)
        guard groups.count > 1 else { continue }
        best = steps.capture(state, into: best)
        for part in groups.reversed() { work.append((part, state, best, best)) }
        isSplit = true
        break
      }
      if isSplit { continue }
      for member in members { found[member] = kept }
      if members.count > 1 { unresolved.append(members) }
    }
    return unresolved.sorted { $0[0] < $1[0] }
  }

  /// The name lists that the members print, whole.
  private mutating func nameLists(of members: [Int]) -> [Int: [[CSLName]]] {
    var lists: [Int: [[CSLName]]] = [:]
    for member in members {
      lists[member] = render(member, Disambiguation()).nameLists
    }
    return lists
  }

  // MARK: Condition

  private mutating func applyCondition(to group: [Int]) -> [[Int]] {
    var unresolved: [[Int]] = []
    var work = [(members: group, conditions: 1)]
    while let (members, conditions) = work.popLast() {
      var state = found[members[0]]
      state.conditions = conditions
      let groups = partition(members, state)
      let asked = render(members[0], state).disambiguationTests
      for part in groups.reversed() {
        if part.count > 1, conditions < asked {
          work.append((part, conditions + 1))
          continue
        }
        let isHopeless = part.count == group.count && citation.addsYearSuffix
        for member in part { found[member].conditions = isHopeless ? 0 : conditions }
        if part.count > 1 { unresolved.append(part) }
      }
    }
    return unresolved
  }
}

/// The order in which names and given names are tried.
struct NameSteps {
  /// Printed and whole length of each name list.
  let shapes: [NameShape]
  let addsNames: Bool
  let givenLimit: Int

  struct State {
    var disambiguation: Disambiguation
    var list = 0
    var name = 0
  }

  /// Whether trying every name would cost more than comparing the lists first.
  var isLong: Bool { shapes.contains { $0.total > 8 } }

  var start: State {
    var state = Disambiguation()
    state.namesShown = shapes.map { $0.shown }
    state.givenLevels = shapes.map { Array(repeating: $0.level, count: $0.total) }
    return State(disambiguation: state)
  }

  /// Goes to the next state to try; tells whether there was one.
  ///
  /// The name at `list` and `name` is the one that is shown, or shown at more length.
  func advance(_ state: inout State) -> Bool {
    while state.list < shapes.count {
      let shape = shapes[state.list]
      let shown = state.disambiguation.namesShown[state.list]
      if state.name < shape.total, state.name < shown,
        state.disambiguation.givenLevels[state.list][state.name] < givenLimit
      {
        state.disambiguation.givenLevels[state.list][state.name] += 1
        return true
      }
      state.name += 1
      if state.name < shape.total {
        if state.name < shown { continue }
        if addsNames {
          state.disambiguation.namesShown[state.list] += 1
          return true
        }
      }
      state.list += 1
      state.name = 0
    }
    return false
  }

  /// The best state so far with the step that helped.
  func capture(_ state: State, into best: Disambiguation) -> Disambiguation {
    var result = best
    if result.namesShown.isEmpty {
      result = start.disambiguation
    }
    result.namesShown[state.list] = state.disambiguation.namesShown[state.list]
    if state.name < result.givenLevels[state.list].count {
      result.givenLevels[state.list][state.name] =
        state.disambiguation.givenLevels[state.list][state.name]
    }
    return result
  }
}

/// What a name list looks like before disambiguation.
struct NameShape: Hashable, Sendable {
  var total: Int
  var shown: Int
  /// The given-name level the style prints by itself.
  var level: Int
}

/// How far the name lists of several items are the same.
struct NameAgreement {
  /// By list: how many names all have in common at the start, and how long the shortest is.
  private var lists: [(common: Int, shortest: Int, isWhole: Bool)] = []

  init(_ items: [[[CSLName]]]) {
    guard let first = items.first, items.allSatisfy({ $0.count == first.count }) else { return }
    for (index, names) in first.enumerated() {
      var common = names.count
      var shortest = names.count
      var isWhole = true
      for item in items.dropFirst() {
        let other = item[index]
        shortest = min(shortest, other.count)
        isWhole = isWhole && other.count == names.count
        var same = 0
        while same < min(common, other.count), other[same] == names[same] { same += 1 }
        common = same
      }
      lists.append((common, shortest, isWhole && common == names.count))
    }
  }

  /// Whether the name of a state is the same for all, and others follow it for all or none.
  func covers(_ state: NameSteps.State) -> Bool {
    guard state.list < lists.count else { return false }
    let list = lists[state.list]
    if list.isWhole { return true }
    return state.name < list.common && state.name + 1 < list.shortest
      && state.disambiguation.namesShown[state.list] < list.shortest
  }
}
