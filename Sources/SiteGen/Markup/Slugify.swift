/// The readable address of a text: ASCII lower case, accents folded, everything else a hyphen.
///
/// "L'été à Évreux" gives `l-ete-a-evreux`. Empty when the text holds no letter and no digit.
/// Covers the accented letters of the Latin blocks up to Latin Extended Additional: the names of
/// Europe, Vietnamese, Pinyin. Soft hyphens and signs of no width within a word are passed over.
public func slugify(_ text: some StringProtocol) -> String {
  // Of one type, so that every module that asks gets a loop made for it.
  slug(of: String(text))
}

private func slug(of text: String) -> String {
  var slug: [UInt8] = []
  slug.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      appendFolded(
        scalar.value < 0x41 || scalar.value > 0x5A ? scalar : lowercased(scalar),
        to: &slug
      )
    } else if let folded = AccentFolding.table[scalar] {
      // A small letter with an accent, as most that are not ASCII: no mapping need be asked.
      slug.append(contentsOf: folded.utf8)
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
  case "\u{300}"..."\u{36F}", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}": break
  default:
    if let folded = AccentFolding.table[lower] {
      slug.append(contentsOf: folded.utf8)
    } else if let last = slug.last, last != UInt8(ascii: "-") {
      slug.append(UInt8(ascii: "-"))
    }
  }
}

/// Composed lowercase letters of the Latin blocks and what they fold to; decomposed ones need no
/// table, their marks are dropped.
private enum AccentFolding {
  static let table: [Unicode.Scalar: String] = {
    let groups: KeyValuePairs = [
      // Latin-1 and Latin Extended-A.
      "a": "àáâãäåāăą", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ",
      "h": "ĥħ", "i": "ìíîïĩīĭįı", "ij": "ĳ", "j": "ĵ", "k": "ķĸ", "l": "ĺļľŀł", "n": "ñńņňŉŋ",
      "o": "òóôõöøōŏő", "oe": "œ", "r": "ŕŗř", "s": "śŝşšſ", "ss": "ß", "t": "ţťŧ", "th": "þ",
      "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
      // Latin Extended-B and Latin Extended Additional: one letter and its marks (Unicode NFD).
      "a": "ǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "ae": "ǣǽ", "b": "ḃḅḇ", "c": "ḉ", "d": "ḋḍḏḑḓ",
      "e": "ȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "f": "ḟ", "g": "ǧǵḡ", "h": "ȟḣḥḧḩḫẖ", "i": "ǐȉȋḭḯỉị", "j": "ǰ",
      "k": "ǩḱḳḵ", "l": "ḷḹḻḽ", "m": "ḿṁṃ", "n": "ǹṅṇṉṋ", "o": "ơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
      "p": "ṕṗ", "r": "ȑȓṙṛṝṟ", "s": "șṡṣṥṧṩ", "t": "țṫṭṯṱẗ", "u": "ưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
      "v": "ṽṿ", "w": "ẁẃẅẇẉẘ", "x": "ẋẍ", "y": "ȳẏẙỳỵỷỹ", "z": "ẑẓẕ",
      // Ligatures of printed texts.
      "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ffi": "ﬃ", "ffl": "ﬄ",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (folded, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = folded }
    }
    return table
  }()
}
