import Markup

/// A passage that gives an acronym and its expansion side by side.
struct AcronymDefinition: Sendable {
  /// The acronym; of « ABC-DE » beside the expansion of « ABC » only « ABC ».
  let acronym: String
  /// The acronym as it is printed.
  let printed: String
  let acronymTokens: Range<Int>
  let expansionTokens: Range<Int>
  let match: InitialsMatch
}

/// Finds « Expansion (ACRO) », « (Expansion, ACRO) », « ACRO (Expansion) », « ACRO, Expansion ».
///
/// One look at each bracket, and at the sixteen words before it.
func findDefinitions(in passage: NamingPassage) -> [AcronymDefinition] {
  var found: [AcronymDefinition] = []
  let tokens = passage.tokens
  for index in tokens.indices where !passage.isPerson[index] {
    // Most words are neither an acronym nor behind a sign.
    guard !tokens[index].isJoined || tokens[index].isAcronym else { continue }
    let opens = tokens[index].gap.utf8.contains(UInt8(ascii: "("))
    if opens || endsBracket(passage, at: index), let before = definitionBefore(passage, at: index) {
      found.append(before)
    } else if tokens[index].isAcronym, let after = definitionAfter(passage, at: index) {
      found.append(after)
    }
  }
  return found
}

/// « (Expansion, ACRO) »: the last word of a bracket, after a comma.
private func endsBracket(_ passage: NamingPassage, at index: Int) -> Bool {
  passage.tokens[index].gap.utf8.first == UInt8(ascii: ",")
    && passage.gap(after: index).hasPrefix(")")
}

private func definitionBefore(_ passage: NamingPassage, at index: Int) -> AcronymDefinition? {
  let tokens = passage.tokens
  let token = tokens[index]
  guard index > 0, token.startsUpper || token.isAcronym else { return nil }
  let isMarked =
    token.isAcronym || passage.isLinked[index]
    || token.text.unicodeScalars.contains(where: \.isDigit)
  let start = expansionStart(passage, before: index)
  var best: (range: Range<Int>, match: InitialsMatch)?
  let acronym = token.text.split(separator: "-").first.map(String.init) ?? token.text
  let forms = acronym == token.text ? [token.text] : [token.text, acronym]
  let initial = foldedInitial(token)
  let begins = (start..<index).filter { foldedInitial(tokens[$0]) == initial }
  for (form, begin) in forms.flatMap({ form in begins.map { (form, $0) } }) {
    guard let match = matchInitials(form, passage.words(begin..<index)),
      isMarked || (match.isExact && match.used > 2),
      match.isExact || tokens[begin].startsUpper || match.used > 3,
      best.map({ isBetter((begin, match), than: ($0.range.lowerBound, $0.match), passage) }) ?? true
    else { continue }
    best = (begin..<index, match)
    if form == acronym, form != token.text, !match.isExact { best = nil }
  }
  guard let (range, match) = best else { return nil }
  let isWhole = matchInitials(token.text, passage.words(range)) != nil
  var end = index + 1
  // « (ABC 2025) ».
  if end < tokens.count, tokens[end].isNumber, tokens[end].gap == " " { end += 1 }
  if !isWhole, end < tokens.count, tokens[end].gap == " - " { end += 1 }
  let printed = passage.printed(index..<end).string
  let hasYear = end > index + 1 && tokens[end - 1].isNumber
  return AcronymDefinition(
    acronym: hasYear ? printed : isWhole ? token.text : acronym,
    printed: printed,
    acronymTokens: index..<end,
    expansionTokens: withHeadBefore(range, in: passage),
    match: match
  )
}

private func foldedInitial(_ token: NamingToken) -> String {
  if let byte = token.text.utf8.first, (0x61...0x7A).contains(byte | 0x20) {
    return String(Character(Unicode.Scalar(byte | 0x20)))
  }
  return slugify(String(token.text.prefix(1)))
}

/// Where the words that an acronym may stand for can begin: in its sentence, outside brackets.
private func expansionStart(_ passage: NamingPassage, before index: Int) -> Int {
  var start = index
  var isFirst = true
  while start > 0, index - start < 16 {
    if !passage.tokens[start].isJoined {
      let gap = passage.tokens[start].gap
      if !isFirst, gap.contains(where: { "(.;:!?«“".contains($0) || $0 == ")" }) { break }
      if isFirst, gap.contains(where: { ".;:!?".contains($0) }) { break }
    }
    if passage.isPerson[start - 1] { break }
    isFirst = false
    start -= 1
  }
  return start
}

/// The cheaper match; of equals, one that begins with the noun of a body or a capital.
private func isBetter(
  _ new: (start: Int, match: InitialsMatch),
  than old: (start: Int, match: InitialsMatch),
  _ passage: NamingPassage
) -> Bool {
  func rank(_ start: Int) -> Int {
    let token = passage.tokens[start]
    if OrganisationWords.heads.contains(token.lowercased) { return 2 }
    return token.startsUpper ? 1 : 0
  }
  if new.match.cost != old.match.cost { return new.match.cost < old.match.cost }
  return rank(new.start) >= rank(old.start)
}

/// « Université Durand Martin (DM) »: the noun of the body gives no letter.
private func withHeadBefore(_ range: Range<Int>, in passage: NamingPassage) -> Range<Int> {
  let before = range.lowerBound - 1
  guard before >= 0, passage.tokens[range.lowerBound].gap == " ",
    passage.tokens[range.lowerBound].startsUpper, passage.tokens[before].startsUpper,
    OrganisationWords.heads.contains(passage.tokens[before].lowercased)
  else { return range }
  return before..<range.upperBound
}

private func definitionAfter(_ passage: NamingPassage, at index: Int) -> AcronymDefinition? {
  let tokens = passage.tokens
  guard index + 2 < tokens.count else { return nil }
  let gap = tokens[index + 1].gap
  let isBracketed = gap == " ("
  guard isBracketed || gap == ", ", tokens[index + 1].startsUpper || isBracketed else {
    return nil
  }
  var end = index + 2
  while end < tokens.count, end - index <= 16 {
    let inner = tokens[end].gap
    if inner.contains(")") || (!isBracketed && !(inner == " " || inner.isEmpty || inner == " - ")) {
      break
    }
    end += 1
  }
  guard let match = matchInitials(tokens[index].text, passage.words(index + 1..<end)),
    isBracketed ? match.skipped == 0 : match.isExact
  else { return nil }
  return AcronymDefinition(
    acronym: tokens[index].text,
    printed: tokens[index].text,
    acronymTokens: index..<index + 1,
    expansionTokens: index + 1..<end,
    match: match
  )
}
