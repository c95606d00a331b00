/// A made-up scholarly collection of any size, the same for the same seed.
///
/// Of each hundred pages 35 are issues, 30 persons, 30 sessions, 2 series, 2 organisations and one
/// is an axis. Besides there is a work in the bibliography for every two pages. What a page names,
/// lists or is named by does not grow with the collection.
public struct Corpus: Sendable {
  /// How many issues there are.
  public let issues: Int
  /// How many persons there are.
  public let people: Int
  /// How many sessions there are.
  public let sessions: Int
  /// How many axes of research there are.
  public let axes: Int
  /// How many series of sessions there are.
  public let series: Int
  /// How many organisations there are.
  public let organisations: Int
  /// How many works the bibliography has.
  public let references: Int
  let seed: UInt64
  let vocabulary: Vocabulary
  var prose: ProseWriter { ProseWriter(vocabulary: vocabulary) }

  /// The collection of so many pages; works of the bibliography are not among them.
  public init(pages: Int, seed: UInt64) {
    let pages = max(100, pages)
    people = pages * 30 / 100
    sessions = pages * 30 / 100
    axes = pages / 100
    series = pages * 2 / 100
    organisations = pages * 2 / 100
    issues = pages - people - sessions - axes - series - organisations
    references = pages / 2
    self.seed = seed
    vocabulary = Vocabulary(seed: seed)
  }

  /// A text of 1,800 words with ten to fifteen citations, four notes, a list and a table.
  func issue(_ index: Int) -> Issue {
    var dice = Dice(seed: seed, .issue, index)
    let axes = dice.several(dice.pick(1...2), below: axes)
    let cited = citedWorks(dice.pick(10...15), axis: axes[0], &dice)
    let named = dice.several(6, below: people)
    let organised = dice.several(dice.pick(1...2), below: organisations)
    var insertions: [Inline] = cited.map { .citation($0, page: dice.pick(1...300)) }
    insertions += named.map { .person($0) } + organised.map { .organisation($0) }
    insertions += (1...4).map { .note($0) }
    // An order that mixes kinds and is the same each time.
    insertions = insertions.enumerated()
      .sorted { ($0.offset * 7 % 23, $0.offset) < ($1.offset * 7 % 23, $1.offset) }.map(\.element)
    let notes = (1...4).map { Block.note($0, prose.sentence(14, nil, &dice)) }
    return Issue(
      number: index + 1,
      title: vocabulary.title(dice.pick(3...7), &dice),
      date: date(&dice),
      authors: dice.several(dice.pick(1...3), below: people),
      axes: axes,
      keywords: (0..<4).map { _ in vocabulary.longWord(&dice) },
      abstract: plainText(40, &dice),
      body: body(words: 1_550, insertions, sections: 6, &dice) + notes
    )
  }

  /// A person; one in twenty bears the family name of another.
  func person(_ index: Int) -> Person {
    var dice = Dice(seed: seed, .person, index)
    let name = personName(index)
    let organisation = dice.below(organisations)
    let functions = (0..<dice.pick(1...2)).map { place in
      (text: vocabulary.title(2, &dice), year: 2_010 + place * 5 + dice.below(5))
    }
    return Person(
      name: name,
      slug: address(name.full),
      functions: functions,
      organisation: organisation,
      body: prose.paragraphs(words: 90, [.organisation(organisation)], &dice).map {
        .paragraph($0)
      }
    )
  }

  /// A session of two to three speakers with a report of 300 words.
  func session(_ index: Int) -> Session {
    var dice = Dice(seed: seed, .session, index)
    let taking = dice.several(dice.pick(3...4), below: people)
    let insertions: [Inline] =
      taking.map { .person($0) } + [.organisation(dice.below(organisations))]
    return Session(
      series: index % series,
      number: index / series + 1,
      title: vocabulary.title(dice.pick(3...6), &dice),
      date: date(&dice),
      speakers: Array(taking.dropFirst()),
      moderator: taking[0],
      presentation: plainText(50, &dice),
      body: body(words: 300, insertions, sections: 2, &dice)
    )
  }

  /// An axis of ten members.
  func axis(_ index: Int) -> Axis {
    var dice = Dice(seed: seed, .axis, index)
    let members = dice.several(11, below: people)
    return Axis(
      number: index + 1,
      title: vocabulary.title(2, &dice),
      lead: members[0],
      members: Array(members.dropFirst()),
      body: prose.paragraphs(words: 150, [.person(members[0])], &dice).map { .paragraph($0) }
    )
  }

  /// A series of sessions.
  func oneSeries(_ index: Int) -> NamedRecord {
    var dice = Dice(seed: seed, .series, index)
    return NamedRecord(
      name: vocabulary.title(4, &dice),
      slug: "cycle-\(index + 1)",
      body: prose.paragraphs(words: 60, [], &dice).map { .paragraph($0) }
    )
  }

  /// An organisation.
  func organisation(_ index: Int) -> NamedRecord {
    var dice = Dice(seed: seed, .organisation, index)
    let name = organisationName(index)
    return NamedRecord(
      name: name,
      slug: address(name),
      body: prose.paragraphs(words: 60, [], &dice).map { .paragraph($0) }
    )
  }

  /// A work of one to three authors; the first of every fifth is a person of the collection.
  func reference(_ index: Int) -> Reference {
    var dice = Dice(seed: seed, .reference, index)
    let person = index.isMultiple(of: 5) ? dice.below(people) : nil
    let others = (0..<dice.pick(0...2)).map { _ in strangerName(&dice) }
    let first = person.map { personName($0) } ?? strangerName(&dice)
    let type = dice.pick([
      "article-journal", "article-journal", "article-journal", "book", "chapter",
    ])
    let firstPage = dice.pick(1...400)
    let year = dice.pick(1_960...2_024)
    return Reference(
      key: "\(address(first.family).filter { $0 != "-" })\(year)n\(index + 1)",
      type: type,
      title: vocabulary.title(dice.pick(4...10), &dice),
      authors: [first] + others,
      person: person,
      year: year,
      container: type == "book" ? nil : vocabulary.title(dice.pick(1...3), &dice),
      volume: dice.pick(1...60),
      firstPage: firstPage,
      lastPage: firstPage + dice.pick(2...40),
      publisher: type == "article-journal" ? nil : vocabulary.title(1, &dice)
    )
  }
}

extension Corpus {
  func personName(_ index: Int) -> PersonName {
    var dice = Dice(seed: seed, .name, index)
    let isNamesake = index > 0 && index.isMultiple(of: 20)
    return PersonName(
      // The end of the number's own given name keeps namesakes apart.
      given: isNamesake ? "\(Names.given(&dice))-Anne" : Names.given(&dice),
      family: Names.family(isNamesake ? index - 1 : index)
    )
  }

  func organisationName(_ index: Int) -> String {
    let kinds = ["Institut", "Observatoire", "Atelier", "Institution", "Académie"]
    return "\(kinds[index % kinds.count]) de \(Names.place(index))"
  }

  /// Different works, three of four from the hundred that an axis shares with its neighbour.
  private func citedWorks(_ count: Int, axis: Int, _ dice: inout Dice) -> [Int] {
    let shared = dice.several(count * 3 / 4, below: min(100, references)).map {
      (axis % axes + $0 % 2 + $0 / 2 * axes) % references
    }
    let others = dice.several(count, below: references).filter { !shared.contains($0) }
    return shared + others.prefix(count - shared.count)
  }

  /// Somebody who wrote a work and has no page.
  private func strangerName(_ dice: inout Dice) -> PersonName {
    PersonName(given: Names.given(&dice), family: Names.family(200_000 + dice.below(60_000)))
  }

  private func date(_ dice: inout Dice) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(dice.pick(2_005...2_024))-\(two(dice.pick(1...12)))-\(two(dice.pick(1...28)))"
  }

  private func plainText(_ words: Int, _ dice: inout Dice) -> String {
    capitalized((0..<words).map { _ in vocabulary.word(&dice) }.joined(separator: " ")) + "."
  }

  /// Sections under headings; the second ends with a list, the third with a table.
  private func body(
    words: Int,
    _ insertions: [Inline],
    sections: Int,
    _ dice: inout Dice
  ) -> [Block] {
    var blocks: [Block] = []
    for section in 0..<sections {
      let part = insertions.indices.filter { $0 * sections / insertions.count == section }
      blocks.append(.heading(vocabulary.title(3, &dice)))
      blocks += prose.paragraphs(words: words / sections, part.map { insertions[$0] }, &dice)
        .map { .paragraph($0) }
      if section == 1, sections > 2 {
        blocks.append(.list((0..<4).map { _ in prose.sentence(8, nil, &dice) }))
      }
      if section == 2 {
        let head = (0..<4).map { _ in capitalized(vocabulary.longWord(&dice)) }
        let rows = (0..<6).map { _ in
          [vocabulary.longWord(&dice)] + (0..<3).map { _ in "\(dice.pick(1...999))" }
        }
        blocks.append(.table(head: head, rows: rows))
      }
    }
    return blocks
  }
}
