/// Whether a word is an acronym by its letters alone: « ABC », « AB-CD », « ABC3 », « ABCa ».
///
/// Not one: a Roman numeral, a number with letters before it (« AB1295 »), « Dr ».
func hasAcronymShape(_ word: String) -> Bool {
  guard mayBeAcronym(word) else { return false }
  let scalars = Array(word.unicodeScalars)
  guard (2...14).contains(scalars.count), scalars[0].isLetter else { return false }
  let digits = scalars.count(where: \.isDigit)
  guard digits < 3, !scalars.allSatisfy({ $0 == "I" || $0 == "V" || $0 == "X" }) else {
    return false
  }
  let pieces = scalars.split(separator: "-")
  guard let first = pieces.first else { return false }
  if pieces.allSatisfy(isInCapitals) { return scalars.count(where: \.isUpper) > 1 }
  if pieces.count > 1 { return first.count > 1 && isInCapitals(first) }
  return longestRunOfCapitals(scalars) >= (scalars.count > 4 ? 2 : 3)
}

/// Whether a word may have two capitals, or one and a hyphen: asked of every word of every text by
/// its bytes, and most have neither.
private func mayBeAcronym(_ word: String) -> Bool {
  var capitals = 0
  var hasHyphen = false
  var previous: UInt8 = 0
  for byte in word.utf8 {
    switch byte {
    case 0x41...0x5A: capitals += 1
    case UInt8(ascii: "-"): hasHyphen = true
    // « É » is one and « é » none; of letters beyond Latin-1 nothing is said here.
    case 0x80...0x9E where previous == 0xC3: capitals += 1
    case 0xC4...: capitals += 1
    default: break
    }
    previous = byte
  }
  return capitals > (hasHyphen ? 0 : 1)
}

/// Capitals and digits only; « SMS » in the plural is « SMSs » to nobody.
private func isInCapitals(_ piece: ArraySlice<Unicode.Scalar>) -> Bool {
  piece.contains(where: \.isUpper) && piece.allSatisfy { $0.isUpper || $0.isDigit }
}

private func longestRunOfCapitals(_ scalars: [Unicode.Scalar]) -> Int {
  var (run, longest) = (0, 0)
  for scalar in scalars {
    run = scalar.isUpper ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}
