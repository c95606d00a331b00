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
  /// Where the name begins in its paragraph.
  var start = 0

  /// « Anne Durand et Luc Petit, historiens »: whether the function is said of several people.
  var isOneOfSeveral: Bool {
    function.map {
      AttachedFunction(text: $0, apposition: $0, verb: nil).hasPluralRole
    } ?? false
  }
}

/// The names that commas and « et » join before another name.
private struct NameChain {
  var names: [PersonName] = []
  private(set) var start: Int?
  private var end = 0

  /// Goes on with a name, or begins anew with it.
  mutating func take(_ range: Range<Int>, in words: [SeedWord]) {
    let isJoined =
      !names.isEmpty && names.count < 5
      && (range.lowerBound == end
        ? words[end - 1].trailing == ","
        : range.lowerBound == end + 1 && words[end].text == "et" && words[end - 1].trailing.isEmpty)
    if !isJoined {
      names = []
      start = range.lowerBound
    }
    end = range.upperBound
  }
}

/// Those who are quoted or said to speak, in order, under the heading of their first words.
///
/// Emits `SED015` for a function that points outside its sentence.
func findParticipants(
  _ report: EventReport,
  counting work: inout WorkCount
) -> Diagnosed<[EventParticipant]> {
  var participants: [EventParticipant] = []
  var diagnostics: [Diagnostic] = []
  for section in report.sections {
    for part in section.parts {
      work.add(part.text.count)
      for person in findIntroducedPersons(in: part.text, year: report.date?.date.year) {
        let anaphor = person.function.flatMap { function in
          let before = part.text[max(0, person.start - anaphorReach)..<person.start]
          work.add(before.count)
          return findAnaphor(in: function, title: part.title, before: before)
        }
        diagnostics += [anaphor].compactMap { $0 }
        participants.append(EventParticipant(person: person, section: section.heading))
      }
    }
  }
  return Diagnosed(participants, diagnostics)
}

/// How far before a function the thing may be named that it points at, in scalars.
private let anaphorReach = 2_000

/// Finds the people whom a paragraph lets speak.
///
/// Precision first: a name counts only in one of these constructions, and mostly only with a
/// function.
///
/// - « …, explique [le Dr] NAME, function. », « comme l’a rappelé NAME (function) »
/// - « [Title,] [le Dr] NAME, function, évoque… », « NAME (function) en a présenté… »
/// - « Directrice de…, NAME souligne… », « Le directeur de…, NAME, souligne… »
/// - « Pour NAME (function), … », « NAME, function : « … » »
/// - « Le Pr NAME est directeur de… » before something said
/// - « la journée, ouverte par NAME », « il revenait à NAME de conclure »
///
/// Verbs of speech and of presenting are enough; of any other verb only where something said
/// follows that is given to nobody else. `year` is that of the event: older acts are history.
func findIntroducedPersons(in text: TracedText, year: Int? = nil) -> [IntroducedPerson] {
  let words = text.words
  var prose = IntroductionReader(text: text, words: words, year: year)
  var found: [IntroducedPerson] = []
  var chain = NameChain()
  var index = 0
  while index < words.count {
    prose.noteSentence(at: index)
    let isTitle =
      FrenchWords.honorifics.contains(words[index].lowercased) && words[index].lowercased.count > 3
      && !FrenchWords.capitalTitles.contains(words[index].lowercased)
    guard words[index].startsUpper || isTitle else {
      index += 1
      continue
    }
    guard let candidate = findName(in: text, words: words, from: index, setting: .prose) else {
      index = words[index].startsUpper ? prose.endOfCapitals(from: index) : index + 1
      continue
    }
    let range = index..<candidate.end
    chain.take(range, in: words)
    if var person = prose.introduction(of: candidate.name, words: range, joinedFrom: chain.start) {
      person.start = words[index].range.lowerBound
      if person.isOneOfSeveral {
        found += chain.names.map { name in
          IntroducedPerson(name: name, function: person.function, start: person.start)
        }
      }
      found.append(person)
    }
    chain.names.append(candidate.name)
    index = candidate.end
  }
  return found
}
