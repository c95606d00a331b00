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
  var text = text
  return text.withUTF8 { bytes in
    // Written where it stays: no letter folds to more bytes than it has itself.
    String(unsafeUninitializedCapacity: bytes.count) { room in
      var slug = SlugBytes(room)
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        switch byte {
        case 0x61...0x7A, 0x30...0x39: slug.append(byte)
        case 0x41...0x5A: slug.append(byte | 0x20)
        case 0..<0x80: slug.appendHyphen()
        default:
          slug.append(scalarBeyondASCII(bytes, at: place))
          place += lengthBeyondASCII(byte) - 1
        }
        place += 1
      }
      return slug.trimmedCount
    }
  }
}

/// The scalar beyond ASCII that begins at a place of a string's UTF-8.
private func scalarBeyondASCII(
  _ bytes: UnsafeBufferPointer<UInt8>,
  at place: Int
) -> Unicode.Scalar {
  let length = lengthBeyondASCII(bytes[place])
  var value = UInt32(bytes[place]) & 0x7F >> UInt32(length)
  for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset]) & 0x3F }
  return Unicode.Scalar(value) ?? "\u{FFFD}"
}

/// How many bytes a scalar beyond ASCII has, by the first of them.
private func lengthBeyondASCII(_ first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

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
  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // No letters, as most signs that are not ASCII: no table need be asked.
    case 0xA0...0xAC, 0xAE...0xBF, 0x2010...0x203A: appendHyphen()
    default: appendFolded(scalar)
    }
  }

  private mutating func appendFolded(_ scalar: Unicode.Scalar) {
    // A small letter with an accent, as most that are not ASCII: no mapping need be asked.
    if let folded = AccentFolding.folded(scalar) {
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
      if let folded = AccentFolding.folded(lower) {
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
  /// What a letter folds to; nil for what is not in the table.
  static func folded(_ letter: Unicode.Scalar) -> String? {
    guard western.indices.contains(Int(letter.value)) else { return table[letter] }
    return western[Int(letter.value)]
  }

  /// What the letters of Latin-1 and Latin Extended-A fold to, by their numbers: most that are asked
  /// for.
  private static let western = (0..<0x180).map { Unicode.Scalar($0).flatMap { table[$0] } }

  private static let table: [Unicode.Scalar: String] = {
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
