import Markup

/// Reads names from the start of a range on, as far as names go.
///
/// `Durand A., Le Goff B.-C. & Petit D.`, `Durand, A., & Petit, D.`, `A. Durand et D. Petit`,
/// `DURAND, Anne ; PETIT, Denis`, `Durand (Anne)`, `Anne Durand`, `DURAND Anne`.
func readNames(_ entry: EntryText, _ range: Range<Int>, order: NameOrder) -> ReadNames {
  let part = entry.text[range]
  let limit = part.wordRanges.prefix(200).last?.upperBound ?? 0
  var scanner = NameScanner(
    entry: entry,
    words: part[0..<limit].words,
    start: range.lowerBound,
    order: order
  )
  scanner.readAll()
  return scanner.result
}

private struct NameScanner {
  let entry: EntryText
  let words: [SeedWord]
  let start: Int
  let order: NameOrder
  var result: ReadNames
  var index = 0

  init(entry: EntryText, words: [SeedWord], start: Int, order: NameOrder) {
    (self.entry, self.words, self.start, self.order) = (entry, words, start, order)
    result = ReadNames(end: start)
  }

  mutating func readAll() {
    var needsInitials = false
    while index < words.count {
      if takeOthers() { continue }
      if takeRole() { return }
      let before = index
      if isConnector(index), !result.names.isEmpty { index += 1 }
      let joined = index > before
      guard let name = takeName(needsInitials: needsInitials && !joined) else {
        if joined { index = before }
        return
      }
      result.names.append(name)
      result.end = end(of: index - 1)
      let last = words[index - 1]
      let trailing = last.trailing.filter { $0 != ")" && $0 != "*" && $0 != "]" }
      if trailing.contains(":") { return }
      if trailing.hasSuffix("."), !isInitials(last), !last.leading.hasPrefix("(") {
        // « Durand, Anne. Title »: nothing but a mark may follow.
        _ = takeRole()
        return
      }
      needsInitials = !trailing.contains(",") && !trailing.contains(";")
    }
  }

  private func end(of position: Int) -> Int { start + words[position].range.upperBound }

  /// Takes what stands for further names.
  ///
  /// « et al. », « et coll. », « [et al.] », « … ».
  private mutating func takeOthers() -> Bool {
    guard !result.names.isEmpty else { return false }
    var position = index
    if isConnector(position) { position += 1 }
    guard position < words.count,
      ["al", "alii", "coll", "autres", "others"].contains(words[position].lowercased)
        || words[position].core.isEmpty && words[position].leading.contains("…")
    else { return false }
    index = position + 1
    result.end = end(of: position)
    return true
  }

  /// A mark of up to four words, in brackets or with a stop: `(dir.)`, `dir.`, `(éd. et trad.)`.
  private mutating func takeRole() -> Bool {
    guard !result.names.isEmpty, index < words.count else { return false }
    let first = words[index]
    if first.leading.hasPrefix("(") || first.leading.hasPrefix("[") {
      for last in index..<min(index + 5, words.count)
      where words[last].trailing.contains(")") || words[last].trailing.contains("]") {
        let range = start + first.core.lowerBound..<start + words[last].core.upperBound
        guard let role = RoleMarks.role(entry, range) else { return false }
        return take(role, through: last)
      }
      return false
    }
    guard first.leading.isEmpty, !first.startsUpper,
      first.trailing.hasPrefix(".")
        || first
          .trailing.hasPrefix(","),
      let role = RoleMarks.role(
        entry,
        start + first.core.lowerBound..<start + first.core.upperBound
      )
    else { return false }
    return take(role, through: index)
  }

  private mutating func take(_ role: ReferenceRole, through last: Int) -> Bool {
    result.role = role
    index = last + 1
    result.end = end(of: last)
    return true
  }

  /// One name; nil where none stands.
  private mutating func takeName(needsInitials: Bool) -> ReferenceName? {
    guard index < words.count, words[index].leading.isEmpty || words[index].leading == "*" else {
      return nil
    }
    if isInitials(words[index]) { return needsInitials ? nil : takeInitialsFirst() }
    if let name = takeGivenAndInitial() { return name }
    let run = familyRun(from: index)
    guard !run.isEmpty,
      run.contains(where: { words[$0].text.unicodeScalars.contains(where: \.isUpper) })
    else { return nil }
    if let name = takeBeforeInitials(run) { return name }
    guard !needsInitials else { return nil }
    return takeBracketed(run) ?? takeCapitals(run) ?? takeAfterComma(run) ?? takeGivenFirst(run)
  }

  /// Takes a name with its initials in front.
  ///
  /// « J.-P. Durand », « T. S. de Durand ».
  private mutating func takeInitialsFirst() -> ReferenceName? {
    var family = index
    while family < words.count, isInitials(words[family]),
      !words[family].trailing.contains(","), !words[family].trailing.contains(";")
    { family += 1 }
    guard family > index else { return nil }
    let run = familyRun(from: family)
    guard !run.isEmpty else { return nil }
    return name(family: run, given: index..<family)
  }

  /// Takes a given name, an initial and a family.
  ///
  /// « John K. Durand ».
  private mutating func takeGivenAndInitial() -> ReferenceName? {
    guard isGivenName(words[index]), words[index].trailing.isEmpty, index + 2 < words.count,
      isInitials(words[index + 1]), words[index + 1].trailing == ".",
      order == .givenFirst || !isConnector(index + 2)
    else { return nil }
    let run = familyRun(from: index + 2)
    guard !run.isEmpty, order == .givenFirst || run.count == 1 else { return nil }
    return name(family: run, given: index..<index + 2)
  }

  /// Takes a family with initials behind it.
  ///
  /// « Durand A.-M. », « Durand, A. M. », « Durand AM », « Durand P. de ».
  private mutating func takeBeforeInitials(_ run: Range<Int>) -> ReferenceName? {
    guard run.upperBound < words.count, let last = run.last else { return nil }
    guard words[last].trailing.isEmpty || words[last].trailing == "," else { return nil }
    var end = run.upperBound
    while end < words.count, isInitials(words[end]), end - run.upperBound < 6 {
      end += 1
      if words[end - 1].trailing.contains(where: { ",;)".contains($0) }) { break }
    }
    if end == run.upperBound, isBareInitials(end), words[last].trailing.isEmpty || run.count == 1 {
      end += 1
    }
    guard end > run.upperBound else { return nil }
    if end < words.count, !words[end - 1].trailing.contains(","), isTrailingParticle(end) {
      end += 1
    }
    return name(family: run, given: run.upperBound..<end)
  }

  /// « DURAND (Anne) », « Durand (A.) ».
  private mutating func takeBracketed(_ run: Range<Int>) -> ReferenceName? {
    var end = run.upperBound
    guard end < words.count, words[end].leading == "(", words[end].startsUpper else { return nil }
    while end < words.count, end - run.upperBound < 3, !words[end].trailing.contains(")") {
      end += 1
    }
    guard end < words.count, words[end].trailing.contains(")"), words[end].startsUpper,
      RoleMarks.role(
        entry,
        start + words[run.upperBound].core.lowerBound..<start + words[end].core.upperBound
      ) == nil
    else { return nil }
    let isShort = words[run.upperBound].text.unicodeScalars.count <= 4
    guard
      isShort && words[run.upperBound].trailing.hasPrefix(".") || isCapitals(run.lowerBound)
        || isGivenName(words[run.upperBound]) || (run.count == 1 && !isCapitals(run.upperBound))
    else { return nil }
    return name(family: run, given: run.upperBound..<end + 1)
  }

  /// « DURAND Anne », « Anne DURAND ».
  private mutating func takeCapitals(_ run: Range<Int>) -> ReferenceName? {
    guard run.count >= 2 else { return nil }
    let capitals = run.filter(isCapitals)
    guard let first = capitals.first, let last = capitals.last, capitals.count < run.count else {
      return nil
    }
    if last < run.upperBound - 1,
      run[run.lowerBound..<first].allSatisfy({ isParticle(words[$0]) }),
      run[(last + 1)...].allSatisfy({ words[$0].startsUpper })
    {
      return name(family: run.lowerBound..<last + 1, given: last + 1..<run.upperBound)
    }
    guard last == run.upperBound - 1, first > run.lowerBound else { return nil }
    var low = first
    while low > run.lowerBound + 1, isParticle(words[low - 1]) { low -= 1 }
    return name(family: low..<run.upperBound, given: run.lowerBound..<low)
  }

  /// « Durand, Anne », « DURAND, Anne-Marie ».
  private mutating func takeAfterComma(_ run: Range<Int>) -> ReferenceName? {
    guard let last = run.last, words[last].trailing == "," else { return nil }
    var end = run.upperBound
    while end < words.count, end - run.upperBound < 3, words[end].leading.isEmpty,
      words[end].startsUpper
    {
      end += 1
      if !words[end - 1].trailing.isEmpty { break }
    }
    guard end > run.upperBound else { return nil }
    let closes =
      !words[end - 1].trailing.isEmpty || end == words.count || isConnector(end)
      || words[end].leading.hasPrefix("(")
    let isKnown =
      isGivenName(words[run.upperBound])
      && !(run.count > 1 && isGivenName(words[run.lowerBound])
        && (order == .givenFirst || end - run.upperBound > 1))
    let isShouted = run.allSatisfy { isCapitals($0) || isParticle(words[$0]) }
    let isUsual = order == .familyComma && result.names.isEmpty && run.count <= 3
    guard closes, isKnown || isUsual || (isShouted && !isCapitals(run.upperBound)) else {
      return nil
    }
    return name(family: run, given: run.upperBound..<end)
  }

  /// « Anne Durand », when her given name is known or the list prints them so.
  private mutating func takeGivenFirst(_ run: Range<Int>) -> ReferenceName? {
    let isUsual =
      order == .givenFirst && run.count <= 4
      && (result.names.isEmpty || (index > 0 && isConnector(index - 1)))
    guard (2...6).contains(run.count), let last = run.last,
      isUsual || isGivenName(words[run.lowerBound]), words[run.lowerBound].startsUpper,
      !run.contains(where: { FrenchWords.institutionWords.contains(words[$0].lowercased) }),
      !words[last].trailing.isEmpty || run.upperBound == words.count || isConnector(run.upperBound)
        || words[run.upperBound].leading.hasPrefix("(")
    else { return nil }
    var family = run.lowerBound + 1
    while family < run.upperBound - 1, isGivenName(words[family]) { family += 1 }
    return name(family: family..<run.upperBound, given: run.lowerBound..<family)
  }

  /// Words that may make a family name, up to the first with punctuation behind it.
  private func familyRun(from first: Int) -> Range<Int> {
    var end = first
    while end < words.count, end - first < 6, !isInitials(words[end]) || end == first,
      words[end].leading.isEmpty || (end == first && words[end].leading == "*"),
      isFamilyWord(words[end]), !isConnector(end), end == first || !isBareInitials(end)
    {
      end += 1
      if !words[end - 1].trailing.isEmpty { break }
    }
    while end > first, isParticle(words[end - 1]) { end -= 1 }
    return first..<end
  }

  private mutating func name(family: Range<Int>, given: Range<Int>) -> ReferenceName? {
    guard let familyEnd = family.last, let givenEnd = given.last else { return nil }
    index = max(family.upperBound, given.upperBound)
    let low = start + words[given.lowerBound].core.lowerBound
    // The stop of an initial belongs to it.
    var high = start + words[givenEnd].core.upperBound
    if words[givenEnd].trailing.hasPrefix("."), isInitials(words[givenEnd]) {
      high += 1
    }
    let familyRange =
      start + words[family.lowerBound].core.lowerBound..<start + words[familyEnd].core.upperBound
    return ReferenceName(family: entry.part(familyRange), given: entry.part(low..<high))
  }
}

extension NameScanner {
  private func isConnector(_ position: Int) -> Bool {
    guard position < words.count else { return false }
    let word = words[position]
    return word.range.count <= 3
      && ["&", "et", "and", "und", "e", "y", "/"].contains(
        word.core.isEmpty
          ? entry.text.string(in: start + word.range.lowerBound..<start + word.range.upperBound)
          : word.text
      )
  }

  private func isParticle(_ word: SeedWord) -> Bool {
    FrenchWords.particles.contains(word.text)
      || ["d'", "d’", "l'", "l’", "ibn", "vom", "zum", "e"].contains(word.text)
  }

  private func isFamilyWord(_ word: SeedWord) -> Bool {
    if word.startsUpper || isParticle(word) { return true }
    // « d'Harcourt », « al-Kindi ».
    let scalars = Array(word.text.unicodeScalars.prefix(4))
    return scalars.count >= 3
      && (scalars[1].isApostrophe && scalars[2].isUpper
        || (scalars.count == 4 && scalars[2] == "-" && scalars[3].isUpper))
  }

  private func isGivenName(_ word: SeedWord) -> Bool {
    guard word.startsUpper else { return false }
    let folded = slugify(word.text)
    return FrenchWords.firstGivenNames.contains(folded)
      || folded.utf8.contains(UInt8(ascii: "-"))
        && folded.split(separator: "-").contains {
          FrenchWords.firstGivenNames.contains(String($0))
        }
  }

  private func isCapitals(_ position: Int) -> Bool {
    let letters = words[position].text.unicodeScalars.filter(\.isLetter)
    return letters.count >= 2 && letters.allSatisfy(\.isUpper)
  }

  /// « AM » of « Durand AM, Petit B »: capitals without stops.
  private func isBareInitials(_ position: Int) -> Bool {
    let word = words[position]
    let scalars = word.text.unicodeScalars
    guard (1...2).contains(scalars.count), scalars.allSatisfy(\.isUpper), word.leading.isEmpty
    else { return false }
    return !word.trailing.isEmpty || position + 1 == words.count || isConnector(position + 1)
      || words[position + 1].leading.hasPrefix("(")
  }

  /// Whether a particle stands behind initials and before no family name.
  private func isTrailingParticle(_ position: Int) -> Bool {
    guard FrenchWords.particles.contains(words[position].text) else { return false }
    return position + 1 == words.count || words[position].trailing.contains(",")
      || isConnector(position + 1)
  }
}

/// `A.`, `J.-P.`, `J.F.`, `Th.`; the core of the word has lost its last stop.
func isInitials(_ word: SeedWord) -> Bool {
  guard word.trailing.utf8.first == UInt8(ascii: "."), word.core.count <= 9 else { return false }
  if word.core.count == 1, !word.isSmall { return true }
  let parts = word.text.unicodeScalars.split { $0 == "." || $0 == "-" || $0 == "‑" }
  return parts.allSatisfy { part in
    if part.count == 1 { return part.allSatisfy(\.isUpper) }
    return longInitials.contains(String(part))
  } && !word.text.isEmpty
}

/// Initials of more than one letter.
private let longInitials = WordSet([
  "Ch", "Th", "Ph", "Fr", "Cl", "Chr", "Al", "Gu", "Yv", "Ad", "Ét",
])
