import Diagnostics
import SiteModel

/// Reads a list of people block by block: items with any bullet or none, functions on lines of
/// their own.
struct SpeakerList {
  private(set) var speakers: [SessionSpeaker] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let habits: TextHabits
  /// What the list at hand is of; nil between lists.
  private var role: SessionRole?
  private var hasBullets = false
  private var last: SeedLine?
  /// The last number, where numbers stand for bullets.
  private var lastNumber: Int?

  init(_ habits: TextHabits) { self.habits = habits }

  var isOpen: Bool { role != nil }

  /// Begins a list, with what stands on the line of its label.
  mutating func begin(_ role: SessionRole, _ rest: TracedText) {
    self.role = role
    (hasBullets, last, lastNumber) = (false, nil, nil)
    if !rest.isEmpty { take(rest, isItem: false) }
  }

  /// Ends the list.
  mutating func close() { role = nil }

  /// Takes a line of prose that names people by their role.
  mutating func takeLine(_ text: TracedText) {
    close()
    take(text, isItem: false)
  }

  /// Notes somebody whom no list names.
  mutating func add(_ person: NamedPerson) {
    speakers.append(SessionSpeaker(person: person, role: .speaker))
  }

  /// Takes a block of the list; false where it does not belong to it.
  mutating func take(_ block: SeedBlock) -> Bool {
    guard role != nil else { return false }
    if case .item(let depth) = block.kind {
      hasBullets = true
      if depth == 0 || !takeSubject(block.text) { take(block.text, isItem: true) }
      last = block.lines.last
      return true
    }
    guard block.kind == .paragraph else { return false }
    if splitListNumber(block.text) != nil { return takeNumbered(block) }
    if takeFunction(block) { return true }
    let entries = entryTexts(of: block, habits)
    let isName = entries.first.map { readNamedPerson(withoutArticles($0)) != nil } ?? false
    let isProse = block.text.count > 60 && endsSentence(block.text) && !block.text.hasSuffix(";")
    guard isName || splitRole(block.text) != nil || !(hasBullets || isProse) else { return false }
    for entry in entries { take(entry, isItem: entries.count > 1) }
    last = block.lines.last
    return true
  }

  /// Takes « 1. NAME, function » where numbers stand for bullets from the first entry on and go up
  /// by one; elsewhere they are those of talks.
  private mutating func takeNumbered(_ block: SeedBlock) -> Bool {
    for entry in entryTexts(of: block, habits) {
      guard let item = splitListNumber(entry), item.number == (lastNumber ?? 0) + 1,
        lastNumber != nil || last == nil, readNamedPerson(withoutArticles(item.rest)) != nil
      else { return false }
      lastNumber = item.number
      take(item.rest, isItem: true)
      last = block.lines.last
    }
    return true
  }

  private mutating func take(_ text: TracedText, isItem: Bool) {
    let read = readSpeakers(text, isItem: isItem, as: role ?? .speaker)
    speakers += read.value
    diagnostics += read.diagnostics
  }

  /// What stands indented below a name, or at once below a name that has no function, is one.
  private mutating func takeFunction(_ block: SeedBlock) -> Bool {
    guard let last, let line = block.lines.first, var speaker = speakers.last,
      readNamedPerson(block.text).map({ !isSurelyPerson($0) }) ?? true,
      block.text.count <= 250, !block.text.hasSuffix(":")
    else { return false }
    let isAdjacent = line.start - last.text.span.range.upperBound - last.trailing <= 2
    let isIndented = line.indent > last.indent
    let isRole = block.text.words.first.map { FrenchWords.isRole($0.lowercased) } ?? false
    guard isAdjacent, isIndented || (speaker.person.function == nil && isRole) else { return false }
    var function = speaker.person.function ?? TracedText(path: block.text.path)
    if !function.isEmpty { function.append(", ", from: block.text.place(at: 0)) }
    function.append(block.text.trimmed { ",;.".unicodeScalars.contains($0) })
    var source = speaker.person.source
    source.append(" ", from: block.text.place(at: 0))
    source.append(block.text)
    speaker.person = NamedPerson(
      name: speaker.person.name,
      function: function,
      topic: speaker.person.topic,
      source: source
    )
    speaker.isDoubtful = speaker.isDoubtful && !isSurelyPerson(speaker.person)
    speakers[speakers.count - 1] = speaker
    return true
  }

  /// An item below a person's that names nobody is the subject of the talk.
  private mutating func takeSubject(_ text: TracedText) -> Bool {
    guard var speaker = speakers.last, speaker.person.topic == nil, readNamedPerson(text) == nil
    else { return false }
    speaker.person = NamedPerson(
      name: speaker.person.name,
      function: speaker.person.function,
      topic: text,
      source: speaker.person.source
    )
    speakers[speakers.count - 1] = speaker
    return true
  }
}

/// The entries of a paragraph whose lines each begin with a name: a list without bullets.
private func entryTexts(of block: SeedBlock, _ habits: TextHabits) -> [TracedText] {
  guard block.lines.count > 1 else { return [block.text] }
  var entries: [TracedText] = []
  for line in block.lines {
    let text = line.text.withSingleSpaces
    let isEntry =
      splitListNumber(text) != nil || readNamedPerson(withoutArticles(text)) != nil
    if let last = entries.last, !isEntry || endsOpen(last) {
      habits.join(text, to: &entries[entries.count - 1])
    } else {
      entries.append(text)
    }
  }
  return entries
}

/// `1. `, `2) ` before an entry; `I. ` and `II – ` too, which no list of people bears.
private func splitListNumber(_ text: TracedText) -> (number: Int, rest: TracedText)? {
  guard let word = text[0..<min(12, text.count)].words.first, word.leading.isEmpty else {
    return nil
  }
  let isMarked = [".", ")"].contains(word.trailing)
  let roman = romanNumber(word.text)
  if let roman, isMarked { return (roman + 1_000, text) }
  guard isMarked, word.text.utf8.count <= 2, let number = Int(word.text) else { return nil }
  return (number, text[word.range.upperBound..<text.count].trimmed)
}
