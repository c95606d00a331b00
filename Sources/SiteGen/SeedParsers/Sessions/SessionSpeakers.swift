import Diagnostics
import FrontMatter
import Markup
import SiteModel
import SiteModel

/// What somebody does in a session.
enum SessionRole: String, Sendable {
  case speaker
  case moderator
}

/// A person of a session, in printed order.
struct SessionSpeaker: Hashable, Sendable {
  let person: NamedPerson
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

/// Reads an item of the list of speakers: one person, or two who moderate together.
func readSpeakers(_ item: TracedText, isItem: Bool) -> Diagnosed<[SessionSpeaker]> {
  let (role, entry) = splitRole(item)
  // In an item « NAME, Body, Other body » is one person; a line of prose may be a row of names.
  let names = isItem ? nil : splitNames(entry)
  let parts =
    names ?? splitJoinedPersons(entry, withComma: role == .speaker)
  var speakers: [SessionSpeaker] = []
  var diagnostics: [Diagnostic] = []
  for part in parts {
    guard let person = readNamedPerson(part) else {
      diagnostics.append(.noName(part))
      continue
    }
    let isDoubtful = role == .speaker && names == nil && !isSurelyPerson(person)
    speakers.append(SessionSpeaker(person: person, role: role, isDoubtful: isDoubtful))
  }
  return Diagnosed(speakers, diagnostics)
}

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
  let (role, entry) = splitRole(text)
  return (role == .moderator || entry.count < text.count)
    && (splitNames(entry) != nil
      || splitJoinedPersons(entry).contains { readNamedPerson($0) != nil })
}

/// Takes « Animation : » and its like off an item.
private func splitRole(_ item: TracedText) -> (SessionRole, TracedText) {
  let words = item.words
  // « Animée par NAME », « Séance animée par NAME ».
  let verb = words.first?.lowercased == "séance" ? 1 : 0
  if words.count > verb + 2, words[verb + 1].text == "par",
    ["anime", "modere", "preside"].contains(where: slugify(words[verb].text).hasPrefix)
  {
    return (.moderator, item[words[verb + 2].range.lowerBound..<item.count])
  }
  guard let colon = item.firstIndex(where: { $0 == ":" }), colon < 40 else {
    return (.speaker, item)
  }
  let label = slugify(item.string(in: 0..<colon))
  let rest = item[colon + 1..<item.count].trimmed
  let moderating = ["anima", "modera", "presiden"]
  if moderating.contains(where: label.hasPrefix) { return (.moderator, rest) }
  let speaking = [
    "intervention", "discuta", "discussion", "introduction", "conclusion", "ouverture",
  ]
  if speaking.contains(where: label.hasPrefix), readNamedPerson(rest) != nil {
    return (.speaker, rest)
  }
  return (.speaker, item)
}

/// What the labels of a session announce.
enum SessionLabel: Sendable {
  case speakers
  case presentation
  case questions
}

/// Reads a label (`Intervenants :`), with the text that follows it on its line, if any.
func readSessionLabel(_ text: TracedText) -> (label: SessionLabel, rest: TracedText)? {
  guard let colon = text.firstIndex(where: { $0 == ":" }), colon <= 40 else {
    let alone = slugify(text.string)
    if alone == "intervenants" || alone == "intervenantes-et-intervenants" {
      return (.speakers, text[text.count..<text.count])
    }
    return alone == "questions" ? (.questions, text[text.count..<text.count]) : nil
  }
  let rest = text[colon + 1..<text.count].trimmed
  let label = slugify(text.string(in: 0..<colon))
  if label.hasPrefix("intervenant") || label == "participants" { return (.speakers, rest) }
  if label == "presentation" || label == "presentation-de-la-seance" || label == "resume" {
    return (.presentation, rest)
  }
  let isQuestions = label == "questions" || label.hasPrefix("questions-") || label == "echanges"
  return isQuestions && rest.isEmpty ? (.questions, rest) : nil
}
