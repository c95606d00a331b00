/// What running prose says that somebody is.
struct StatedFunction: Sendable {
  let name: PersonName
  /// As printed, without the punctuation around it.
  let text: TracedText
}

/// Reads what paragraphs say known people are, sentence by sentence.
///
/// The subject of « elle est » is the last person who began a sentence or was introduced with a
/// function; a person merely named does not become it.
struct FunctionReader {
  private let setting: NameSetting
  private let isKnown: (PersonName) -> Bool
  private var subject: PersonName?
  private var found: [StatedFunction] = []

  init(
    setting: NameSetting,
    subject: PersonName? = nil,
    isKnown: @escaping (PersonName) -> Bool
  ) {
    self.setting = setting
    self.subject = subject
    self.isKnown = isKnown
  }

  /// The functions of a paragraph, in order; the subject is kept for the next.
  mutating func read(_ paragraph: TracedText) -> [StatedFunction] {
    found = []
    for sentence in sentences(of: paragraph) { readSentence(sentence) }
    return found
  }

  /// Nobody is spoken of any more.
  mutating func forgetSubject() { subject = nil }

  private mutating func readSentence(_ text: TracedText) {
    let sentence = RoleSentence(text)
    let words = sentence.words
    guard let first = words.first else { return }
    var index = 0
    var hasSubject = false
    if let name = findName(in: text, words: words, from: 0, setting: setting) {
      subject = isKnown(name.name) ? name.name : nil
      hasSubject = true
      index = name.end
      if let subject { index = readAsSubject(subject, sentence, from: index) }
    } else if FrenchWords.personPronouns.contains(first.lowercased) {
      index = 1
      hasSubject = true
      if let subject { index = readPredicate(of: subject, sentence, from: 1) }
    } else if let opening = sentence.openingRole() {
      readOpening(opening, in: sentence)
      index = opening.end
    }
    readIntroductions(sentence, from: index, keepingSubject: hasSubject)
  }

  /// « NAME (sociologue), chargée de…, est … ».
  private mutating func readAsSubject(
    _ name: PersonName,
    _ sentence: RoleSentence,
    from start: Int
  ) -> Int {
    var index = start
    if let discipline = sentence.bracketedRole(at: index) {
      note(discipline.text, of: name)
      index = discipline.end
    }
    if let apposition = sentence.closedApposition(at: index) {
      note(apposition.text, of: name)
      index = apposition.end
    } else if index > start, let apposition = sentence.apposition(at: index) {
      note(apposition.text, of: name)
      index = apposition.end
    }
    return readPredicate(of: name, sentence, from: index)
  }

  /// « est [également] directrice de… », « assure la direction de… ».
  private mutating func readPredicate(
    of name: PersonName,
    _ sentence: RoleSentence,
    from index: Int
  ) -> Int {
    guard let predicate = sentence.predicate(at: index) ?? sentence.office(at: index) else {
      return index
    }
    note(predicate.text, of: name)
    return predicate.end
  }

  /// « Également professeure à…, elle enseigne » says it of the subject; « Professeure à…, NAME
  /// enseigne » of the person named.
  private mutating func readOpening(
    _ opening: (text: TracedText, end: Int),
    in sentence: RoleSentence
  ) {
    if let name = findName(
      in: sentence.text,
      words: sentence.words,
      from: opening.end,
      setting: setting
    ) {
      subject = isKnown(name.name) ? name.name : nil
    }
    if let subject { note(opening.text, of: subject) }
  }

  /// « … par NAME (sociologue), directrice de… »: people introduced further on in the sentence.
  private mutating func readIntroductions(
    _ sentence: RoleSentence,
    from start: Int,
    keepingSubject: Bool
  ) {
    var index = start
    while index < sentence.words.count {
      guard sentence.words[index].startsUpper,
        let name = findName(
          in: sentence.text,
          words: sentence.words,
          from: index,
          setting: setting
        ), isKnown(name.name)
      else {
        index += 1
        continue
      }
      index = name.end
      guard let discipline = sentence.bracketedRole(at: index) else { continue }
      note(discipline.text, of: name.name)
      index = discipline.end
      if !keepingSubject { subject = name.name }
      if let apposition = sentence.apposition(at: index) {
        note(apposition.text, of: name.name)
        index = apposition.end
      }
    }
  }

  private mutating func note(_ text: TracedText, of name: PersonName) {
    if !text.isEmpty { found.append(StatedFunction(name: name, text: text)) }
  }
}
