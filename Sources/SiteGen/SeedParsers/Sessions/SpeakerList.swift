import Diagnostics
import SiteModel

/// Reads a list of people block by block: items with any bullet or none, functions on lines of
/// their own.
struct SpeakerList {
  private(set) var speakers: [SessionSpeaker] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var listed: Set<Slug> = []
  private let habits: TextHabits
  /// What the list at hand is of; nil between lists.
  private var role: SessionRole?
  private var hasBullets = false
  private var last: SeedLine?
  /// The last number, where numbers stand for bullets.
  private var lastNumber: Int?

  /// Where the lines begin that stand at once below another.
  private let adjoining: Set<Int>

  init(_ habits: TextHabits, adjoining: Set<Int>) {
    self.habits = habits
    self.adjoining = adjoining
  }

  var isOpen: Bool { role != nil }

  /// Whether a number may stand for a bullet: at the head of a list, or after another.
  var mayBeNumbered: Bool { isOpen && (last == nil || lastNumber != nil) }

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
    listed.insert(person.name.slug)
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
    // No list of people has so long a paragraph.
    guard block.kind == .paragraph, block.lines.count <= 60 else { return false }
    if splitListNumber(block.text) != nil { return takeNumbered(block) }
    let lead = block.lines.prefix { !beginsEntry($0.text) }
    if !lead.isEmpty, lead.count < block.lines.count || endsFunction(block.text),
      takeFunction(Array(lead))
    {
      return lead.count == block.lines.count
        || take(cut(block, from: lead.count))
    }
    let entries = entryTexts(of: block, habits)
    let named = entries.first.flatMap { readNamedPerson(withoutArticles($0)) }
    if let named, !mayFollow(named) { return false }
    let isName = block.lines.first.map { beginsEntry($0.text) } ?? false
    let isProse = block.text.count > 60 && endsSentence(block.text) && !block.text.hasSuffix(";")
    // A short line apart, without a comma, is the heading of what follows the list.
    let isEntry = last == nil || isAdjacent(block.lines[0]) || block.text.firstRange(of: ",") != nil
    guard isName || splitRole(block.text) != nil || !(hasBullets || isProse || !isEntry) else {
      return false
    }
    for entry in entries { take(entry, isItem: entries.count > 1) }
    last = block.lines.last
    return true
  }

  /// Whether somebody named by a paragraph is one more of the list: who is listed already opens
  /// his talk; behind bullets a name alone does.
  private func mayFollow(_ person: NamedPerson) -> Bool {
    !listed.contains(person.name.slug)
      && (!hasBullets || (person.function != nil && isSurelyPerson(person)))
  }

  /// Whether no blank line stands between the last entry and a line.
  private func isAdjacent(_ line: SeedLine) -> Bool { adjoining.contains(line.start) }

  private func cut(_ block: SeedBlock, from line: Int) -> SeedBlock {
    let lines = Array(block.lines[line...])
    return SeedBlock(kind: .paragraph, text: joined(lines, habits), lines: lines)
  }

  /// A function is short and ends with no colon.
  private func endsFunction(_ text: TracedText) -> Bool {
    text.count <= 250 && !text.hasSuffix(":")
  }

  /// Takes « 1) NAME, function » where numbers stand for bullets from the first entry on and go up
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
    for speaker in read.value { listed.insert(speaker.person.name.slug) }
    diagnostics += read.diagnostics
  }

  /// What stands indented below a name, or at once below a name that has no function, is one.
  private mutating func takeFunction(_ lines: [SeedLine]) -> Bool {
    guard let last, let line = lines.first, var speaker = speakers.last else { return false }
    let text = joined(lines, habits)
    let isIndented = line.indent > last.indent
    let isRole = text.firstWord.map { FrenchWords.isRole($0.lowercased) } ?? false
    guard isAdjacent(line), speaker.person.source.count < 1_000,
      isIndented || (speaker.person.function == nil && isRole)
    else { return false }
    var function = speaker.person.function ?? TracedText(path: text.path)
    if !function.isEmpty { function.append(", ", from: text.place(at: 0)) }
    function.append(text.trimmed { ",;.".unicodeScalars.contains($0) })
    var source = speaker.person.source
    source.append(" ", from: text.place(at: 0))
    source.append(text)
    speaker.person = NamedPerson(
      name: speaker.person.name,
      function: function,
      topic: speaker.person.topic,
      source: source
    )
    speaker.isDoubtful = speaker.isDoubtful && !isSurelyPerson(speaker.person)
    speakers[speakers.count - 1] = speaker
    self.last = SeedLine(
      text: lines[lines.count - 1].text,
      start: line.start,
      indent: last.indent,
      trailing: lines[lines.count - 1].trailing,
      startsPage: false
    )
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

/// Where the lines begin that stand at once below another, without a blank line between.
func adjoiningLines(_ lines: [SeedLine]) -> Set<Int> {
  Set(zip(lines, lines.dropFirst()).filter { !$0.isBlank && !$1.isBlank }.map(\.1.start))
}

/// The entries of a paragraph whose lines each begin with a name: a list without bullets.
private func entryTexts(of block: SeedBlock, _ habits: TextHabits) -> [TracedText] {
  guard block.lines.count > 1 else { return [block.text] }
  var entries: [TracedText] = []
  for line in block.lines {
    let text = line.text.withSingleSpaces
    guard let last = entries.last, !beginsEntry(text) || endsOpen(last) else {
      entries.append(text)
      continue
    }
    // « NAME », then « historienne » on the next line.
    if readPersonName(last) != nil {
      entries[entries.count - 1].append(", ", from: text.place(at: 0))
      entries[entries.count - 1].append(text)
    } else {
      habits.join(text, to: &entries[entries.count - 1])
    }
  }
  return entries
}

private func joined(_ lines: [SeedLine], _ habits: TextHabits) -> TracedText {
  var text = TracedText(path: lines.first?.text.path ?? "")
  for line in lines { habits.join(line.text.withSingleSpaces, to: &text) }
  return text
}

/// Whether a line begins with a name or a number before one.
private func beginsEntry(_ line: TracedText) -> Bool {
  let text = line.withSingleSpaces
  return splitListNumber(text) != nil || readNamedPerson(withoutArticles(text)) != nil
}

/// `1. `, `2) ` before an entry; `I. ` and `II – ` too, which no list of people bears.
private func splitListNumber(_ text: TracedText) -> (number: Int, rest: TracedText)? {
  guard let word = text[0..<min(12, text.count)].firstWord, word.leading.isEmpty else {
    return nil
  }
  let isMarked = [".", ")"].contains(word.trailing)
  let roman = romanNumber(word.text)
  if let roman, isMarked { return (roman + 1_000, text) }
  guard isMarked, word.text.utf8.count <= 2, let number = Int(word.text) else { return nil }
  return (number, text[word.range.upperBound..<text.count].trimmed)
}
