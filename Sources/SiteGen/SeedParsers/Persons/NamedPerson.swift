/// A person introduced by name and function: `Mme Anne Durand, directrice de la Fabrique : accueil`.
struct NamedPerson: Hashable, Sendable {
  let name: PersonName
  /// As printed, without the punctuation around it; nil when nothing is said.
  let function: TracedText?
  /// What stood after a colon: the subject of the talk, not the function.
  let topic: TracedText?
  /// All of it.
  let source: TracedText
}

/// Reads an entry of a list of people; nil when it does not begin with a name.
func readNamedPerson(_ entry: TracedText) -> NamedPerson? {
  let text = entry.trimmed
  let end = endOfNaming(text)
  guard let name = readPersonName(text[0..<end]) else { return nil }
  let rest = text[end..<text.count]
  var function = rest
  var topic: TracedText?
  if let colon = rest.firstRange(of: " : ") {
    function = rest[0..<colon.lowerBound]
    topic = rest[colon.upperBound..<rest.count].trimmed { ",;.".unicodeScalars.contains($0) }
  }
  function = function.trimmed { ",;.:–—|-".unicodeScalars.contains($0) }
  if function.hasPrefix("("), function.hasSuffix(")"),
    function.firstRange(of: "(", from: 1) == nil
  {
    function = function[1..<function.count - 1].trimmed
  }
  return NamedPerson(
    name: name,
    function: function.isEmpty ? nil : function,
    topic: topic.flatMap { $0.isEmpty ? nil : $0 },
    source: text
  )
}

/// Where a naming ends: at a comma, a bracket, or a sign between two spaces.
private func endOfNaming(_ text: TracedText) -> Int {
  text.scalars.indices.first { index in
    switch text.scalars[index].value {
    case 0x2C: true
    case 0x20 where text.scalar(at: index + 1) == "(": true
    case 0x20 where text.scalar(at: index + 2) == " ":
      ":–—-|".unicodeScalars.contains(text.scalars[index + 1].scalar)
    default: false
    }
  } ?? text.count
}

/// The names of an entry that is nothing but names: « NAME, NAME et NAME ».
func splitNames(_ entry: TracedText) -> [TracedText]? {
  let parts = entry.trimmed { $0 == "." }.split(at: ",").flatMap { $0.split(at: " et ") }
    .map(\.trimmed).filter { !$0.isEmpty }
  guard parts.count > 1, parts.allSatisfy({ readPersonName($0) != nil }) else { return nil }
  return parts
}

/// An entry of two people, cut at the words « et NAME, »; where a comma is asked for, « , et ».
///
/// « Centre Pierre et Marie Durand » is one thing: no capital stands before « et ».
func splitJoinedPersons(_ entry: TracedText, withComma: Bool = false) -> [TracedText] {
  let ranges = entry.wordRanges
  guard ranges.contains(where: { isAnd(entry, $0) }) else { return [entry.trimmed] }
  let words = ranges.map(entry.word)
  var parts: [TracedText] = []
  var start = 0
  var firstWord = 0
  for index in words.indices.dropFirst() where words[index].text == "et" {
    let before = words[index - 1]
    // No name has ten words; a longer part is not even looked at.
    let isNameAlone =
      index - firstWord <= 10
      && readPersonName(entry[start..<before.range.upperBound]) != nil
    guard words[index].trailing.isEmpty,
      isNameAlone || before.trailing.hasSuffix(",") || !(withComma || before.startsUpper)
        || before.trailing.hasSuffix(")"),
      let found = findName(in: entry, words: words, from: index + 1, setting: .list),
      found.end == words.count || words[found.end - 1].trailing.hasPrefix(",")
        || words[found.end].text.isEmpty || words[found.end].leading == "("
    else { continue }
    parts.append(entry[start..<words[index].range.lowerBound].trimmed)
    start = words[index].range.upperBound
    firstWord = index + 1
  }
  parts.append(entry[start..<entry.count].trimmed)
  return parts
}

/// Whether the letters of a word are « et ».
private func isAnd(_ text: TracedText, _ range: Range<Int>) -> Bool {
  let letters = text.fromFirstToLastLetter(of: range)
  return letters.count == 2 && text.hasPrefix("et", at: letters.lowerBound)
}
