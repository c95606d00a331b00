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

  init(typesetter: Typesetter, items: [CSLItem], contexts: [CiteContext]) {
    self.typesetter = typesetter
    citation = typesetter.style.citation
    usesCondition = typesetter.style.testsDisambiguate
    self.items = items
    self.contexts = contexts
    found = Array(repeating: Disambiguation(), count: items.count)
  }

  /// What is added to each item; the order is that of the items.
  mutating func run() -> [Disambiguation] {
    guard citation.addsNames || citation.addsGivenNames || citation.addsYearSuffix || usesCondition
    else { return found }
    for group in partition(Array(items.indices), Disambiguation()) where group.count > 1 {
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
  private func partition(_ members: [Int], _ state: Disambiguation) -> [[Int]] {
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for member in members {
      let key = self.key(member, state)
      if let place = places[key] {
        groups[place].append(member)
      } else {
        places[key] = groups.count
        groups.append([member])
      }
    }
    return groups
  }

  /// The cite as a later reference would show it, as text to compare.
  private func key(_ member: Int, _ state: Disambiguation) -> String {
    writeHTML(flatten(render(member, state).0, quotes: typesetter.quotes))
  }

  private func render(_ member: Int, _ state: Disambiguation) -> (Output, Rendering) {
    var context = contexts[member]
    context.position = .subsequent
    context.isNearNote = true
    context.disambiguation = state
    var rendering = typesetter.rendering(items[member], context, .citation)
    rendering.isComparing = true
    let output = Output.list(rendering.render(citation.area.elements))
    return (output, rendering)
  }

  // MARK: Names

  /// Adds names and given names step by step; gives back the groups that still look alike.
  private mutating func addNames(to group: [Int]) -> [[Int]] {
    let steps = NameSteps(
      shapes: render(group[0], Disambiguation()).1.nameShapes,
      addsNames: citation.addsNames,
      givenLimit: citation.addsGivenNames && citation.givenNameRule == .byCite ? 2 : 0
    )
    var unresolved: [[Int]] = []
    var work = [
      (members: group, state: steps.start, best: Disambiguation(), kept: Disambiguation())
    ]
    while let (members, start, best, kept) = work.popLast() {
      var state = start
      var isSplit = false
      while let next = steps.advance(state) {
        state = next
        let groups = partition(members, state.disambiguation)
        guard groups.count > 1 else { continue }
        let better = steps.capture(state, into: best)
        for part in groups.reversed() { work.append((part, state, better, better)) }
        isSplit = true
        break
      }
      if isSplit { continue }
      for member in members { found[member] = kept }
      if members.count > 1 { unresolved.append(members) }
    }
    return unresolved.sorted { $0[0] < $1[0] }
  }

  // MARK: Condition

  private mutating func applyCondition(to group: [Int]) -> [[Int]] {
    var unresolved: [[Int]] = []
    var work = [(members: group, conditions: 1)]
    while let (members, conditions) = work.popLast() {
      var state = found[members[0]]
      state.conditions = conditions
      let groups = partition(members, state)
      let asked = render(members[0], state).1.disambiguationTests
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
private struct NameSteps {
  /// Printed and whole length of each name list.
  let shapes: [NameShape]
  let addsNames: Bool
  let givenLimit: Int

  struct State {
    var disambiguation: Disambiguation
    var list = 0
    var name = 0
  }

  var start: State {
    var state = Disambiguation()
    state.namesShown = shapes.map { $0.shown }
    state.givenLevels = shapes.map { Array(repeating: $0.level, count: $0.total) }
    return State(disambiguation: state)
  }

  /// The next state to try, nil when all is tried.
  func advance(_ state: State) -> State? {
    var next = state
    while next.list < shapes.count {
      let shape = shapes[next.list]
      if next.name < shape.total {
        if next.disambiguation.givenLevels[next.list][next.name] < givenLimit,
          next.name < next.disambiguation.namesShown[next.list]
        {
          next.disambiguation.givenLevels[next.list][next.name] += 1
          return next
        }
        next.name += 1
        if next.name < shape.total, next.name >= next.disambiguation.namesShown[next.list] {
          guard addsNames else {
            next.list += 1
            next.name = 0
            continue
          }
          next.disambiguation.namesShown[next.list] += 1
          return next
        }
        continue
      }
      next.list += 1
      next.name = 0
    }
    return nil
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
