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
    for sentence in sentences(of: paragraph) {
      // What a semicolon divides has subjects of its own.
      for clause in sentence.split(at: "; ") { readSentence(clause.trimmed) }
    }
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
      if let subject { index = readPredicates(of: subject, sentence, from: 1) }
    } else if let opening = sentence.openingRole() {
      index = readOpening(opening, in: sentence)
    } else if let taken = subjectAfterOpening(sentence) {
      hasSubject = true
      if let name = taken.name {
        subject = name
        index = readAsSubject(name, sentence, from: taken.end)
      } else if let subject {
        index = readPredicates(of: subject, sentence, from: taken.end)
      }
    }
    readIntroductions(sentence, from: index, keepingSubject: hasSubject)
  }

  /// « NAME (sociologue), chargée de…, est … ».
  private mutating func readAsSubject(
    _ name: PersonName,
    _ sentence: RoleSentence,
    from start: Int
  ) -> Int {
    var index = sentence.afterBracket(start)
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
    return readPredicates(of: name, sentence, from: index, isNamed: true)
  }

  /// « Depuis 2016, elle préside… », « Née à Brest, NAME est… »: the known subject that follows the
  /// comma of an opening; no name where it is a pronoun.
  private func subjectAfterOpening(_ sentence: RoleSentence) -> (name: PersonName?, end: Int)? {
    let words = sentence.words
    guard let first = words.first, words.count > 2,
      !["quand", "lorsque", "si", "comme", "tandis"].contains(first.lowercased)
    else { return nil }
    for index in 1..<min(words.count, 40) where words[index - 1].trailing.hasSuffix(",") {
      if FrenchWords.personPronouns.contains(words[index].lowercased) { return (nil, index + 1) }
      if words[index].startsUpper,
        let name = findName(in: sentence.text, words: words, from: index, setting: setting)
      {
        return isKnown(name.name) ? (name.name, name.end) : nil
      }
    }
    return nil
  }

  /// « est directrice de X et, depuis 2018, membre de Y », « est géologue et dirige Z »: all that
  /// verbs say of one subject.
  private mutating func readPredicates(
    of name: PersonName,
    _ sentence: RoleSentence,
    from start: Int,
    isNamed: Bool = false
  ) -> Int {
    var index = readPredicate(of: name, sentence, from: start, isNamed: isNamed)
    if index == start, let charge = sentence.laterCharge(from: start) {
      note(charge.text, of: name)
      index = charge.end
    }
    while index > start, index < sentence.words.count {
      index = sentence.afterTime(index)
      if let further = sentence.furtherRole(at: index) {
        note(further.text, of: name)
        index = further.end
        continue
      }
      let next = ["et", "puis"].contains(sentence.words[index].text) ? index + 1 : index
      let end = readPredicate(of: name, sentence, from: next, isNamed: isNamed)
      guard end > next else { break }
      index = end
    }
    return index
  }

  /// « est [également] directrice de… », « assure la direction de… », « préside… ».
  private mutating func readPredicate(
    of name: PersonName,
    _ sentence: RoleSentence,
    from index: Int,
    isNamed: Bool
  ) -> Int {
    let stated =
      sentence.predicate(at: index, ofName: isNamed) ?? sentence.office(at: index)
      ?? sentence.charge(at: index)
    guard let predicate = stated else { return index }
    note(predicate.text, of: name)
    return predicate.end
  }

  /// « Également professeure à…, elle dirige… » says it of the subject; « Professeure à…, NAME
  /// dirige… » of the person named.
  private mutating func readOpening(
    _ opening: RoleSentence.Passage,
    in sentence: RoleSentence
  ) -> Int {
    let words = sentence.words
    var index = opening.end
    if let name = findName(in: sentence.text, words: words, from: index, setting: setting) {
      subject = isKnown(name.name) ? name.name : nil
      index = name.end
    } else if index < words.count, FrenchWords.personPronouns.contains(words[index].lowercased) {
      index += 1
    }
    guard let subject else { return opening.end }
    note(opening.text, of: subject)
    return readPredicates(of: subject, sentence, from: index)
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
      let discipline = sentence.bracketedRole(at: index)
      if let discipline {
        note(discipline.text, of: name.name)
        index = discipline.end
      }
      let apposition =
        (discipline == nil ? sentence.closedApposition(at: index) : nil)
        ?? sentence.apposition(at: index)
      if let apposition {
        note(apposition.text, of: name.name)
        index = apposition.end
      }
      if !keepingSubject, discipline != nil || apposition != nil { subject = name.name }
    }
  }

  private mutating func note(_ text: TracedText, of name: PersonName) {
    if !text.isEmpty { found.append(StatedFunction(name: name, text: text)) }
  }
}
