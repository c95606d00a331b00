/// What stands beside a name: « NAME, function, verb », « NAME (function) verb ».
struct AttachedFunction {
  let text: TracedText
  /// The same up to the first comma after which no other function stands: « Anne Durand, géologue,
  /// l’eau monte ».
  let apposition: TracedText
  /// Where the verb begins that follows, if one does.
  let verb: Int?
  /// Whether a colon and a quotation follow: « NAME, function : « … » ».
  var opensQuotation = false

  /// Whether it begins with what somebody is.
  var hasRole: Bool {
    hasPluralRole || text.firstWord.map { FrenchWords.isRole($0.lowercased) } ?? false
  }

  /// « historiens »: it is said of several people.
  var hasPluralRole: Bool {
    guard let word = text.firstWord?.lowercased, word.hasSuffix("s") else { return false }
    return !FrenchWords.isRole(word) && FrenchWords.isRole(String(word.dropLast()))
  }
}

extension IntroductionReader {
  /// Reads the function after a name, in one of its printed forms.
  func function(after end: Int) -> AttachedFunction? {
    if let bracketed = bracketedFunction(end) { return bracketed }
    if end > 0, end < words.count, words[end].text.isEmpty,
      ["–", "—"].contains(words[end].leading + words[end].trailing)
    {
      return dashedFunction(end)
    }
    return functionAfterComma(end)
  }

  /// « (photographe) », « (économiste, Observatoire des dessertes) », perhaps with another after it.
  private func bracketedFunction(_ start: Int) -> AttachedFunction? {
    guard start < words.count, words[start].leading == "(" else { return nil }
    var last = start
    var depth = 0
    while last < words.count, last - start < 40 {
      depth += words[last].leading.count { $0 == "(" } - words[last].trailing.count { $0 == ")" }
      if depth <= 0 { break }
      last += 1
    }
    guard last < words.count, depth == 0 else { return nil }
    let inside = text[words[start].core.lowerBound..<words[last].range.upperBound]
      .trimmed { ",.;:".unicodeScalars.contains($0) }
    let content = inside.hasSuffix(")") ? inside[0..<inside.count - 1] : inside
    let next = last + 1
    let bracketed = AttachedFunction(
      text: content,
      apposition: content,
      verb: next < words.count && readVerbPhrase(words, at: next) != nil ? next : nil,
      opensQuotation: opensQuotation(at: next)
    )
    // « Anne Durand (CNRS), géologue, explique »: the role says more than the body.
    guard words[last].trailing.hasSuffix(","), let second = functionAfterComma(next),
      second.hasRole, !bracketed.hasRole || second.verb != nil
    else { return bracketed }
    return bracketed.hasRole
      ? AttachedFunction(
        text: content,
        apposition: content,
        verb: second.verb,
        opensQuotation: second.opensQuotation
      ) : second
  }

  /// « – directrice du port – ».
  private func dashedFunction(_ dash: Int) -> AttachedFunction? {
    var last = dash + 1
    while last < words.count, last - dash < 25, !words[last].text.isEmpty {
      if words[last].trailing.unicodeScalars.contains(where: isStop) { return nil }
      last += 1
    }
    guard last < words.count, last > dash + 1, words[last].leading == words[dash].leading else {
      return nil
    }
    let content = passage(from: dash + 1, through: last - 1)
    let verb = readVerbPhrase(words, at: last + 1) == nil ? nil : last + 1
    return AttachedFunction(text: content, apposition: content, verb: verb)
  }

  /// What stands between the comma after a name and the verb or the end of the sentence.
  private func functionAfterComma(_ end: Int) -> AttachedFunction? {
    guard end > 0, end < words.count, words[end - 1].trailing.hasSuffix(",") else { return nil }
    var last = end
    var appositionEnd: Int?
    var verb: Int?
    var guess: Int?
    while last < words.count, last - end < 40 {
      let next = last + 1
      guard next < words.count else { break }
      let mark = punctuation(before: next)
      if endsFunction(mark, after: last) { break }
      if mark.hasSuffix(",") {
        if let phrase = readVerbPhrase(words, at: next) {
          if phrase.meaning != .guessed {
            verb = next
            break
          }
          guess = guess ?? next
        }
        if ["qui", "dont", "lors", "mais", "avant"].contains(words[next].lowercased) { break }
        if appositionEnd == nil, !words[next].startsUpper,
          !FrenchWords.isRole(words[next].lowercased)
        {
          appositionEnd = last
        }
      }
      last = next
    }
    if verb == nil, let guess {
      verb = guess
      last = guess - 1
    }
    while last > end, words[min(last, words.count - 1)].text.isEmpty { last -= 1 }
    let function = passage(from: end, through: last)
    guard !function.isEmpty, last - end < 39 else { return nil }
    let apposition = appositionEnd.map { passage(from: end, through: min($0, last)) } ?? function
    return AttachedFunction(
      text: function,
      apposition: apposition,
      verb: verb,
      opensQuotation: opensQuotation(at: last + 1)
    )
  }

  /// Whether signs between two words end what is said of somebody; a title in quotes does not.
  private func endsFunction(_ mark: String, after last: Int) -> Bool {
    if mark.unicodeScalars.contains(where: { ".!?…:;–".unicodeScalars.contains($0) }) {
      return true
    }
    guard mark.contains("«") else { return false }
    let isTitle =
      words[last].trailing.isEmpty
      && words[last..<min(words.count, last + 10)].contains { word in
        (word.text.isEmpty ? word.leading : word.trailing).contains("»")
      }
    return !isTitle
  }

  private func opensQuotation(at index: Int) -> Bool {
    var first = index
    while first < words.count, first - index < 3, words[first].text.isEmpty { first += 1 }
    let mark = punctuation(before: first)
    return mark.contains(":") && (mark.contains("«") || mark.contains("“"))
  }

  /// The words without the punctuation around them.
  func passage(from first: Int, through last: Int) -> TracedText {
    text[words[first].range.lowerBound..<words[min(last, words.count - 1)].range.upperBound]
      .trimmed { ",.;:!?…»”".unicodeScalars.contains($0) }
  }
}
