/// Writes names so that reading them gives the same names, as far as the dialect can.
func writeBibTeXNames(_ names: [CSLName], dialect: BibTeX.Dialect) -> String {
  names.map { writeName($0.separatingParticles(), dialect: dialect) }.joined(separator: " and ")
}

private func writeName(_ name: CSLName, dialect: BibTeX.Dialect) -> String {
  if !name.literal.isEmpty { return "{\(encodeTeX(name.literal, keepsCase: false))}" }
  let plain = writePlainName(name)
  guard dialect == .bibLaTeX, !readsBack(name) else { return plain }
  let copy = BibTeXNameList(Array(plain.utf8), usesPrefix: true).names
  // What "von Last, First" cannot say, the form with named parts can.
  return copy.count == 1 && copy[0].isSpelled(like: name) ? plain : writeExtendedName(name)
}

/// Whether a name surely reads back as "Family, Given": one word for each, of letters and hyphens.
///
/// Answers for most names at a fraction of what reading them costs.
private func readsBack(_ name: CSLName) -> Bool {
  name.droppingParticle.isEmpty && name.nonDroppingParticle.isEmpty && name.suffix.isEmpty
    && isPlainWord(name.family) && isPlainWord(name.given)
}

/// Letters, with accents of the Latin-1 and Latin Extended-A blocks, and single hyphens between
/// them; not three letters, which may be "and".
private func isPlainWord(_ text: String) -> Bool {
  var before = UInt8(ascii: "-")
  for byte in text.utf8 {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xC3...0xC5: break
    case UInt8(ascii: "-") where before != byte: break
    default: return false
    }
    before = byte
  }
  return before != UInt8(ascii: "-") && text.utf8.count != 3
}

extension CSLName {
  fileprivate func isSpelled(like other: CSLName) -> Bool {
    family == other.family && given == other.given && suffix == other.suffix
      && droppingParticle == other.droppingParticle
      && nonDroppingParticle == other.nonDroppingParticle && literal == other.literal
  }
}

private func writePlainName(_ name: CSLName) -> String {
  let hasParticle = !name.droppingParticle.isEmpty || !name.nonDroppingParticle.isEmpty
  let family = hasParticle ? writeParticles(of: name) + protect(name.family) : protect(name.family)
  if !name.suffix.isEmpty { return "\(family), \(protect(name.suffix)), \(protect(name.given))" }
  if !name.given.isEmpty { return "\(family), \(protect(name.given))" }
  return !hasParticle && name.family.contains(" ") ? "{\(family)}" : family
}

private func writeParticles(of name: CSLName) -> String {
  let particles = [name.droppingParticle, name.nonDroppingParticle].filter { !$0.isEmpty }
    .map { encodeTeX($0, keepsCase: false) }.joined(separator: " ")
  // An elided particle is written against the name: "d'Alembert".
  let isElided = particles.last.map { "’'-".contains($0) } ?? true
  return isElided ? particles : particles + " "
}

private func writeExtendedName(_ name: CSLName) -> String {
  var parts: [String] = []
  // One prefix only: a particle that never drops may as well stand with the family name.
  let keeps = name.droppingParticle.isEmpty
  let prefix = keeps ? name.nonDroppingParticle : name.droppingParticle
  let family = keeps ? name.family : joinParticle(name.nonDroppingParticle, name.family)
  if !family.isEmpty { parts.append("family=\(brace(family))") }
  if !name.given.isEmpty { parts.append("given=\(brace(name.given))") }
  if !prefix.isEmpty {
    parts.append("prefix=\(brace(prefix))")
    parts.append("useprefix=\(keeps)")
  }
  if !name.suffix.isEmpty { parts.append("suffix=\(brace(name.suffix))") }
  return parts.joined(separator: ", ")
}

private func joinParticle(_ particle: String, _ family: String) -> String {
  guard let last = particle.last else { return family }
  return "’'-".contains(last) ? particle + family : particle + " " + family
}

private func brace(_ text: String) -> String {
  let encoded = encodeTeX(text, keepsCase: false)
  return text.allSatisfy { $0.isLetter || $0 == "-" } && text.lowercased() != "and"
    ? encoded : "{\(encoded)}"
}

/// Braces around what the reader would take apart: commas, "and", a family name like a particle.
private func protect(_ text: String) -> String {
  let encoded = encodeTeX(text, keepsCase: false)
  // A word alone is taken apart only where it is "and" or "others".
  let isTakenApart = { (byte: UInt8) in
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: " ")
  }
  if text.utf8.count != 3, text.utf8.count != 6, !text.utf8.contains(where: isTakenApart) {
    return encoded
  }
  let words = text.split(separator: " ")
  let isRisky =
    text.utf8.contains(UInt8(ascii: ",")) || text.utf8.contains(UInt8(ascii: "="))
    || words.contains { ["and", "others"].contains($0.lowercased()) }
    || (words.count > 1 && words.first?.contains { $0.isUppercase } == false)
  return isRisky ? "{\(encoded)}" : encoded
}
