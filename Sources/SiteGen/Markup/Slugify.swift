/// The readable address of a text: ASCII lower case, accents folded, everything else a hyphen.
///
/// "L'été à Évreux" gives `l-ete-a-evreux`. Empty when the text holds no letter and no digit.
/// Covers Latin-1 and Latin Extended-A, the letters of the names of Europe, those of Vietnamese and
/// Romanian, and those in which Arabic, Sanskrit and Chinese are transcribed.
public func slugify(_ text: some StringProtocol) -> String {
  var slug: [UInt8] = []
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      appendFolded(
        scalar.value < 0x41 || scalar.value > 0x5A ? scalar : lowercased(scalar),
        to: &slug
      )
    } else {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        appendFolded(lower, to: &slug)
      }
    }
  }
  if slug.last == UInt8(ascii: "-") { slug.removeLast() }
  return String(decoding: slug, as: UTF8.self)
}

private func lowercased(_ capital: Unicode.Scalar) -> Unicode.Scalar {
  Unicode.Scalar(UInt8(truncatingIfNeeded: capital.value | 0x20))
}

private func appendFolded(_ lower: Unicode.Scalar, to slug: inout [UInt8]) {
  switch lower {
  case "a"..."z", "0"..."9": slug.append(UInt8(truncatingIfNeeded: lower.value))
  case "\u{300}"..."\u{36F}": break
  default:
    if let folded = AccentFolding.table[lower] {
      slug.append(contentsOf: folded.utf8)
    } else if let last = slug.last, last != UInt8(ascii: "-") {
      slug.append(UInt8(ascii: "-"))
    }
  }
}

/// Composed lowercase letters and what they fold to; decomposed ones need no table, their marks are
/// dropped.
private enum AccentFolding {
  static let table: [Unicode.Scalar: String] = {
    let groups: KeyValuePairs = [
      "a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ",
      "h": "ĥħ", "i": "ìíîïĩīĭįı", "ij": "ĳ", "j": "ĵ", "k": "ķĸ", "l": "ĺļľŀł", "n": "ñńņňŉŋ",
      "o": "òóôõöøōŏő", "oe": "œ", "r": "ŕŗř", "s": "śŝşšſ", "ss": "ß", "t": "ţťŧ", "th": "þ",
      "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
      "a": "ạảấầẩẫậắằẳẵặǎ", "e": "ẹẻẽếềểễệ", "i": "ỉịǐ", "o": "ọỏốồổỗộơớờởỡợǒ",
      "u": "ụủưứừửữựǔǖǘǚǜ", "y": "ỳỵỷỹ", "s": "șṣ", "t": "țṭ", "h": "ḥḫẖ", "d": "ḍ", "z": "ẓ",
      "g": "ǧ", "m": "ṃ", "n": "ṇṅ", "r": "ṛ", "l": "ḷ",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (folded, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = folded }
    }
    return table
  }()
}
