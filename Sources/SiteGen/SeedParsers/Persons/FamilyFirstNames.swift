import Markup

// A table of data, with the two questions asked of it: names that are printed family first.

/// Whether a name is printed as Vietnamese, Chinese and Korean names are: « Nguyen Thi Lan ».
///
/// Families that nobody bears as a given name are enough; of the others something else must show
/// the order, for « Kim Thomas » and « Lee Marin » have it the other way round.
func isFamilyFirst(_ parts: [SeedWord]) -> Bool {
  guard (2...4).contains(parts.count), let first = parts.first, let last = parts.last,
    isEastAsianFamily(first), !isEastAsianFamily(last), !last.isGivenName
  else { return false }
  let family = slugify(first.text)
  let rest = parts.dropFirst()
  if rest.contains(where: { $0.startsUpper == false && !$0.text.isEmpty }) { return false }
  if vietnameseFamilies.contains(family) { return true }
  if chineseFamilies.contains(family) { return parts.count == 2 }
  return rest.contains { slugify($0.text) == "thi" } || isCompoundOfSyllables(last)
    || parts.contains { $0.text.unicodeScalars.contains(where: \.isVietnamese) }
}

/// Whether a word is a family that Vietnam, China or Korea print first.
func isEastAsianFamily(_ word: SeedWord) -> Bool {
  let folded = slugify(word.text)
  return vietnameseFamilies.contains(folded) || chineseFamilies.contains(folded)
    || sharedFamilies.contains(folded)
}

/// « Jong-un », « Joon-ho »: two short syllables, neither a given name of Europe.
private func isCompoundOfSyllables(_ word: SeedWord) -> Bool {
  let parts = word.text.split(separator: "-")
  return parts.count == 2
    && parts.allSatisfy {
      (2...5).contains($0.count) && !FrenchWords.firstGivenNames.contains(slugify(String($0)))
    }
}

extension Unicode.Scalar {
  /// A letter that only Vietnamese writes.
  fileprivate var isVietnamese: Bool {
    switch value {
    case 0x1EA0...0x1EF9, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x102, 0x103, 0x110, 0x111: true
    default: false
    }
  }
}

private let vietnameseFamilies: WordSet = [
  "bui", "dang", "dinh", "doan", "duong", "hoang", "huynh", "luong", "ngo", "nguyen", "pham",
  "phan", "tran", "trinh", "truong",
]

private let chineseFamilies: WordSet = [
  "cai", "cao", "chen", "deng", "feng", "guo", "huang", "jiang", "liang", "liu", "luo", "peng",
  "tang", "wang", "xie", "xu", "zeng", "zhang", "zhao", "zheng", "zhou", "zhu",
]

/// Families that are given names, articles or families of other languages as well.
private let sharedFamilies: WordSet = [
  "ahn", "bong", "cho", "choi", "dao", "do", "ha", "han", "he", "ho", "hong", "hu", "hwang", "jang",
  "jung", "kang", "kim", "kwon", "lam", "le", "lee", "li", "lim", "lin", "ly", "ma", "mai", "mao",
  "moon", "oh", "park", "seo", "shen", "shin", "song", "sun", "ta", "to", "vo", "vu", "wu", "xi",
  "yang", "yoo", "yoon", "yu",
]
