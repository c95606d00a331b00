import Diagnostics
import FrontMatter
import SiteModel

/// Somebody who spoke at an event, and under which heading.
struct EventParticipant: Sendable {
  let person: IntroducedPerson
  let section: TracedText?

  /// `{person, honorific, function, section}`.
  var field: FieldValue {
    let name = person.name.name
    var entry = FieldBuilder(at: name.span)
    entry.add("person", Spanned(person.name.slug.text, at: name.span))
    entry.add("honorific", person.name.honorific)
    entry.add("function", person.function)
    entry.add("section", section)
    return entry.value
  }
}

/// A person whom prose introduces as speaking.
struct IntroducedPerson: Hashable, Sendable {
  let name: PersonName
  let function: TracedText?
}

/// Those who are quoted or said to speak, in order, under the heading of their first words.
///
/// Emits `SED015` for a function that points outside its sentence.
func findParticipants(_ report: EventReport) -> Diagnosed<[EventParticipant]> {
  var participants: [EventParticipant] = []
  var diagnostics: [Diagnostic] = []
  for section in report.sections {
    for part in section.parts {
      for person in findIntroducedPersons(in: part.text) {
        let anaphor = person.function.flatMap { function in
          findAnaphor(in: function, title: part.title, before: text(part.text, before: person))
        }
        diagnostics += [anaphor].compactMap { $0 }
        participants.append(EventParticipant(person: person, section: section.heading))
      }
    }
  }
  return Diagnosed(participants, diagnostics)
}

/// The prose of a paragraph that stands before the name of somebody.
private func text(_ text: TracedText, before person: IntroducedPerson) -> TracedText {
  let start = person.name.name.span.range.lowerBound
  let end = text.scalars.firstIndex { $0.source.lowerBound >= start }
  return text[0..<(end ?? text.count)]
}

/// Finds the people whom a paragraph lets speak.
///
/// Precision first: a name counts only in one of four constructions, and mostly only with a
/// function.
///
/// - « …, explique [le Dr] NAME, function. »
/// - « [Title,] [le Dr] NAME, function, évoque… »
/// - « Directrice de…, NAME souligne… »
/// - « Le Pr NAME est directeur de…, »
func findIntroducedPersons(in text: TracedText) -> [IntroducedPerson] {
  let words = text.words
  var prose = IntroductionReader(text: text, words: words)
  var found: [IntroducedPerson] = []
  var index = 0
  while index < words.count {
    prose.noteSentence(at: index)
    guard words[index].startsUpper else {
      index += 1
      continue
    }
    guard let candidate = findName(in: text, words: words, from: index, setting: .prose) else {
      index = prose.endOfCapitals(from: index)
      continue
    }
    if let person = prose.introduction(of: candidate.name, words: index..<candidate.end) {
      found.append(person)
    }
    index = candidate.end
  }
  return found
}
