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
  // Written where it stays: no letter folds to more bytes than it has itself.
  String(unsafeUninitializedCapacity: text.utf8.count) { room in
    var slug = SlugBytes(room)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: slug.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: slug.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
      // No letters, as most signs that are not ASCII: no table need be asked.
      case 0..<0x80, 0xA0...0xAC, 0xAE...0xBF, 0x2010...0x203A: slug.appendHyphen()
      default: slug.appendFolded(scalar)
      }
    }
    return slug.trimmedCount
  }
}

/// The bytes of a slug that is being written.
private struct SlugBytes {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  private var endsWithHyphen: Bool { count > 0 && room[count - 1] == UInt8(ascii: "-") }

  /// How many bytes stand before a hyphen at the end.
  var trimmedCount: Int { endsWithHyphen ? count - 1 : count }

  mutating func append(_ byte: UInt8) {
    precondition(count < room.count, "a slug is no longer than its text")
    room.initializeElement(at: count, to: byte)
    count += 1
  }

  mutating func appendHyphen() {
    if count > 0, !endsWithHyphen { append(UInt8(ascii: "-")) }
  }

  /// Writes a scalar that is not ASCII.
  mutating func appendFolded(_ scalar: Unicode.Scalar) {
    // A small letter with an accent, as most that are not ASCII: no mapping need be asked.
    if let folded = AccentFolding.table[scalar] {
      for byte in folded.utf8 { append(byte) }
    } else {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { appendLower(lower) }
    }
  }

  private mutating func appendLower(_ lower: Unicode.Scalar) {
    switch lower {
    case "a"..."z": append(UInt8(truncatingIfNeeded: lower.value))
    case "\u{300}"..."\u{36F}", "\u{AD}", "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}": break
    default:
      if let folded = AccentFolding.table[lower] {
        for byte in folded.utf8 { append(byte) }
      } else {
        appendHyphen()
      }
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
