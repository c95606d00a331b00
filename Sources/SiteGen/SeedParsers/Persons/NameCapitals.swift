/// « I », « Y », « E » between words in capitals.
func isCapitalParticle(_ word: SeedWord) -> Bool {
  ["I", "Y", "E"].contains(word.text) && word.trailing.isEmpty
}

/// Whether a word of several letters has no small one.
func isCapitalWord(_ text: String) -> Bool {
  var letters = 0
  for scalar in text.unicodeScalars where scalar.isLetter {
    if scalar.isLower { return false }
    letters += 1
  }
  return letters > 1
}

/// Words in capitals with one capital each: `LE GOFF-PÉRAN` gives `Le Goff-Péran`.
///
/// A particle that no family begins with in capitals gets small letters: `DE LA TOUR` gives
/// `de La Tour`. Shorter words may be initials and are left alone.
func withoutCapitals(_ text: TracedText, longerThan length: Int) -> TracedText {
  let words = text.words.filter {
    isCapitalWord($0.text) && $0.core.count > length || isCapitalParticle($0)
  }
  guard !words.isEmpty else { return text }
  let inner = Set(words.flatMap { innerParticles(of: $0) })
  var result = TracedText(path: text.path)
  var remaining = words[...]
  var previous: Unicode.Scalar?
  for (index, traced) in text.scalars.enumerated() {
    while let word = remaining.first, word.core.upperBound <= index { remaining.removeFirst() }
    var scalar = traced.scalar
    if let word = remaining.first, word.core.contains(index) {
      let isParticle =
        inner.contains(index) || (index == word.core.lowerBound && startsWithParticle(word))
      if (previous?.isLetter == true || isParticle) && !isAfterMc(text, index, in: word) {
        scalar = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      }
    }
    result.append(TracedScalar(scalar: scalar, source: traced.source))
    previous = traced.scalar
  }
  return result
}

/// « MCARTHUR » gives « McArthur ».
private func isAfterMc(_ text: TracedText, _ index: Int, in word: SeedWord) -> Bool {
  index == word.core.lowerBound + 2 && word.core.count > 4 && word.text.hasPrefix("MC")
}

/// Where the small words of « COMMELIN-DE-ROUX » begin.
private func innerParticles(of word: SeedWord) -> [Int] {
  var starts: [Int] = []
  var offset = word.core.lowerBound
  let parts = word.text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
  for (index, part) in parts.enumerated() {
    let isInner = index > 0 && index < parts.count - 1
    if isInner, ["de", "du", "des", "la", "le", "en", "sur"].contains(part) {
      starts.append(offset)
    }
    offset += part.unicodeScalars.count + 1
  }
  return starts
}

/// « DE », « VAN », « D'ARCY »: what French, Dutch and German families write small.
private func startsWithParticle(_ word: SeedWord) -> Bool {
  ["de", "d", "von", "van", "der", "den", "zu", "ter", "ten", "i", "y", "e"]
    .contains(word.lowercased)
    || word.text.hasPrefix("D'") || word.text.hasPrefix("D’")
}
