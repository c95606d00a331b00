import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// What somebody does in a session.
enum SessionRole: String, Sendable {
  case speaker
  case moderator
}

/// A person of a session, in printed order.
struct SessionSpeaker: Hashable, Sendable {
  var person: NamedPerson
  let role: SessionRole
  /// Whether the name may be that of a firm: nothing beside it says that it is a person's.
  var isDoubtful = false

  /// `{person, honorific, function, topic, role}`.
  var field: FieldValue {
    var entry = FieldBuilder(at: person.source.span)
    entry.add("person", Spanned(person.name.slug.text, at: person.name.name.span))
    entry.add("honorific", person.name.honorific)
    entry.add("function", person.function)
    entry.add("topic", person.topic)
    entry.add("role", Spanned(role.rawValue, at: person.source.span))
    return entry.value
  }
}

/// Reads an item of a list of people or a line that names some; a label in it says their role.
///
/// A bullet or a line of its own makes it one person, but two may moderate together.
func readSpeakers(
  _ item: TracedText,
  isItem: Bool,
  as listed: SessionRole = .speaker
) -> Diagnosed<[SessionSpeaker]> {
  let own = splitRole(item)
  let role = own?.role ?? listed
  let entry = withoutArticles(own?.entry ?? item)
  // In an item « NAME, Body, Other body » is one person; a line of prose may be a row of names.
  let names = isItem ? nil : splitNames(entry)
  let parts =
    names ?? splitRow(entry).flatMap { splitJoinedPersons($0, withComma: role == .speaker) }
  var speakers: [SessionSpeaker] = []
  var diagnostics: [Diagnostic] = []
  for part in parts {
    guard let printed = readNamedPerson(part.trimmed { ".;".unicodeScalars.contains($0) }) else {
      diagnostics.append(.noName(part))
      continue
    }
    let (person, stated) = takeRole(from: withRoleAsFunction(printed))
    let known = stated ?? role
    let isDoubtful = known == .speaker && names == nil && !isSurelyPerson(person)
    speakers.append(SessionSpeaker(person: person, role: known, isDoubtful: isDoubtful))
  }
  return Diagnosed(speakers, diagnostics)
}

/// « NAME : directrice de recherche » says what somebody is, and no subject.
private func withRoleAsFunction(_ person: NamedPerson) -> NamedPerson {
  guard person.function == nil, let topic = person.topic, let first = topic.firstWord,
    FrenchWords.isRole(first.lowercased)
  else { return person }
  return NamedPerson(name: person.name, function: topic, topic: nil, source: person.source)
}

/// « NAME (modération) », « NAME, historienne, modératrice »: a role printed behind the name.
private func takeRole(from person: NamedPerson) -> (NamedPerson, SessionRole?) {
  guard let function = person.function, let last = function.lastWord else {
    return (person, nil)
  }
  let word = slugify(last.text)
  let isModerator = moderatorWords.contains(word)
  guard isModerator || discussantWords.contains(word) else { return (person, nil) }
  let before = function[0..<last.range.lowerBound].trimmed { ",;–—-(".unicodeScalars.contains($0) }
  let isApart = before.isEmpty || before.count < function[0..<last.range.lowerBound].trimmed.count
  guard isApart || last.leading == "(" else { return (person, nil) }
  let rest = NamedPerson(
    name: person.name,
    function: before.isEmpty ? nil : before,
    topic: person.topic,
    source: person.source
  )
  return (rest, isModerator ? .moderator : .speaker)
}

private let moderatorWords: WordSet = [
  "moderation", "moderateur", "moderatrice", "animation",
]

private let discussantWords: WordSet = ["discutant", "discutante"]

/// Takes out the names that nothing in the text shows to be those of people, and reports them.
func withoutDoubtful(
  _ speakers: [SessionSpeaker],
  known: Set<Slug>
) -> Diagnosed<[SessionSpeaker]> {
  var diagnostics: [Diagnostic] = []
  let sure = speakers.filter { speaker in
    guard speaker.isDoubtful, !known.contains(speaker.person.name.slug) else { return true }
    diagnostics.append(.doubtfulPerson(speaker.person.source, name: speaker.person.name.name))
    return false
  }
  return Diagnosed(sure, diagnostics)
}

/// Whether a line outside a list names people by their role: « Modératrice : NAME ».
func announcesRole(_ text: TracedText) -> Bool {
  guard let found = splitRole(text) else { return false }
  let entry = withoutArticles(found.entry)
  return splitNames(entry) != nil
    || splitJoinedPersons(entry).contains { readNamedPerson($0) != nil }
}
