import Markup

/// Who leads an axis, as a sentence says it.
struct FoundLead: Sendable {
  let number: String
  let lead: PersonName
  /// What the sentence says of him right behind his name.
  var functions: [TracedText] = []
}

/// « L'axe 2 … est assuré par **Anne Durand** ».
func boldLeads(in text: TracedText, counting work: inout WorkCount) -> [FoundLead] {
  var leads: [FoundLead] = []
  for name in emphasisedTexts(in: text) where name.isStrong {
    guard let lead = readPersonName(text[name.content]) else { continue }
    // A sentence is not longer than this; a paragraph may be, and hold many names.
    let before = text[max(0, name.content.lowerBound - 1_000)..<name.content.lowerBound]
    work.add(before.count)
    guard let sentence = sentences(of: before).last else { continue }
    let words = plainText(sentence).words
    guard ["par", "à"].contains(words.last?.text ?? ""), let axis = axisNumbers(in: words).first
    else { continue }
    leads.append(FoundLead(number: axis.number, lead: lead))
  }
  return leads
}

/// « L'axe 2 revient à Luc Petit », « … est placé sous la responsabilité d'Anne Durand », « Anne
/// Durand coordonne l'axe 2 ».
func plainLeads(in text: TracedText, counting work: inout WorkCount) -> [FoundLead] {
  var leads: [FoundLead] = []
  for printed in sentences(of: plainText(text)) where mayNameAxis(printed) {
    let sentence = withElisionsApart(printed)
    let words = sentence.words
    work.add(words.count)
    // A sentence is not longer than this; a list without stops may be.
    guard words.count <= 600 else { continue }
    let axes = axisNumbers(in: words)
    guard !axes.isEmpty else { continue }
    leads += namedBehind(axes, RoleSentence(sentence))
    leads += namedBefore(axes, RoleSentence(sentence))
  }
  return leads
}

/// Whether a text has a letter that « axe » is written with: few have.
private func mayNameAxis(_ text: TracedText) -> Bool {
  text.scalars.contains { traced in
    switch traced.value {
    case 0x58, 0x78, 0x1E00...0x1EFF: true
    default: false
    }
  }
}

/// The numbers of the axes that words name: « axe 2 », « les axes 1 et 2 », « le deuxième axe ».
private func axisNumbers(in words: [SeedWord]) -> [AxisNumber] {
  var found: [AxisNumber] = []
  for index in words.indices {
    guard let axis = axisNumber(in: words, at: index) else { continue }
    found.append(axis)
    let next = axis.end + 1
    guard slugify(words[index].text).hasSuffix("axes"), next < words.count,
      words[axis.end].text == "et", (1...2).contains(words[next].text.utf8.count),
      let second = Int(words[next].text) ?? romanNumber(words[next].text)
    else { continue }
    found.append(
      AxisNumber(index: index, place: next, end: next + 1, number: String(second))
    )
  }
  return found
}

/// Names behind « confié à », « animé par », « sous la direction de », « a pour responsable ».
private func namedBehind(_ axes: [AxisNumber], _ sentence: RoleSentence) -> [FoundLead] {
  let words = sentence.words
  var leads: [FoundLead] = []
  var isGiven = false
  for index in words.indices.dropFirst(axes[0].end + 1) where words[index].startsUpper {
    guard let near = axes.last(where: { $0.end < index }) else { continue }
    // « l'axe 1 est confié à A, l'axe 2 à B »: the verb is said once.
    let isElliptic =
      isGiven && near.end == index - 1 && ["à", "par"].contains(words[index - 1].text)
    guard isElliptic || opensLead(words, before: index),
      let name = findName(
        in: sentence.text,
        words: words,
        from: index,
        setting: .prose
      )
    else { continue }
    isGiven = true
    let functions = functionsBehind(name.end, in: sentence)
    for axis in axes where axis.index == near.index {
      leads.append(FoundLead(number: axis.number, lead: name.name, functions: functions))
    }
  }
  return leads
}

private func opensLead(_ words: [SeedWord], before index: Int) -> Bool {
  guard index > 1 else { return false }
  let before = words[max(0, index - 6)..<index - 1]
  switch words[index - 1].lowercased {
  case "par": return before.contains { isLeadParticiple($0.lowercased) }
  case "à": return before.suffix(3).contains { gifts.contains($0.lowercased) }
  case "de", "d'", "d’":
    return before.last.map { leadNouns.contains($0.lowercased) } ?? false
  case "responsable", "responsables", "coordinateur", "coordinatrice", "pilote", "directeur",
    "directrice":
    return words[index - 2].lowercased == "pour" || words[index - 2].lowercased == "comme"
  default: return false
  }
}

/// « Anne Durand coordonne l'axe 2 », « est responsable de l'axe 2 »: the last name before the verb.
private func namedBefore(_ axes: [AxisNumber], _ sentence: RoleSentence) -> [FoundLead] {
  let words = sentence.words
  var leads: [FoundLead] = []
  for axis in axes {
    let near = max(0, axis.index - 6)..<axis.index
    guard
      let verb = near.last(where: {
        leadVerbs.contains(words[$0].lowercased) || isOffice(words, $0)
      })
    else { continue }
    var lead: PersonName?
    var index = max(0, verb - 40)
    while index < verb {
      if words[index].startsUpper,
        let name = findName(in: sentence.text, words: words, from: index, setting: .prose),
        name.end <= verb
      {
        // « …, dirigé par A, » names somebody else than the subject.
        if lead == nil || words[index - 1].trailing.hasSuffix(".") { lead = name.name }
        index = name.end
      } else {
        index += 1
      }
    }
    if let lead { leads.append(FoundLead(number: axis.number, lead: lead)) }
  }
  return leads
}

/// « est responsable de », « est chargée de », « assure la coordination de ».
private func isOffice(_ words: [SeedWord], _ index: Int) -> Bool {
  guard index + 1 < words.count else { return false }
  let next = words[index + 1].lowercased
  switch words[index].lowercased {
  case "est": return ["responsable", "coresponsable", "chargé", "chargée"].contains(next)
  case "assure":
    return words[min(index + 2, words.count - 1)].lowercased.isLeadNoun || next.isLeadNoun
  case "a": return next == "la" && words[min(index + 2, words.count - 1)].lowercased.isLeadNoun
  default: return false
  }
}

private func functionsBehind(_ end: Int, in sentence: RoleSentence) -> [TracedText] {
  var functions: [TracedText] = []
  var index = end
  if let discipline = sentence.bracketedRole(at: index) {
    functions.append(discipline.text)
    index = discipline.end
  }
  if let apposition = sentence.apposition(at: index) { functions.append(apposition.text) }
  return functions
}

/// « sous la direction d'Anne » with a space behind the apostrophe, where an office stands before.
private func withElisionsApart(_ text: TracedText) -> TracedText {
  guard text.firstIndex(where: \.isApostrophe) != nil else { return text }
  var places: [Int] = []
  let words = text.words
  for (before, word) in zip(words, words.dropFirst()) {
    guard leadNouns.contains(before.lowercased),
      word.text.hasPrefix("d'") || word.text.hasPrefix("d’")
    else { continue }
    places.append(word.core.lowerBound + 2)
  }
  guard !places.isEmpty else { return text }
  var result = TracedText(path: text.path)
  var start = 0
  for place in places {
    result.append(text[start..<place])
    result.append(" ", from: text.place(at: place))
    start = place
  }
  result.append(text[start..<text.count])
  return result
}

private func isLeadParticiple(_ word: String) -> Bool {
  leadParticiples.contains { word.hasPrefix($0) } && "éest".contains(word.last ?? " ")
}

private let leadParticiples = [
  "assuré", "dirigé", "codirigé", "co-dirigé", "animé", "coanimé", "co-animé", "coordonné",
  "piloté", "copiloté", "porté", "mené", "conduit", "encadré", "supervisé", "pris en charge",
]

private let gifts: WordSet = [
  "confié", "confiée", "confiés", "revient", "reviennent", "incombe", "échoit", "attribué",
  "attribuée", "dévolu", "dévolue", "remis", "remise", "appartient",
]

private let leadVerbs: WordSet = [
  "dirige", "dirigent", "codirige", "codirigent", "anime", "animent", "coordonne", "coordonnent",
  "pilote", "pilotent", "conduit", "porte", "encadre", "supervise",
]

extension String {
  fileprivate var isLeadNoun: Bool { leadNouns.contains(self) }
}
