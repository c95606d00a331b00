/// The arithmetic of check characters; each gives the text back when it agrees, nil otherwise.
enum CheckCharacter {
  /// ISO 7064 mod 11-2, as ORCID and ISNI use it.
  static func mod11_2(_ text: String, length: Int) -> String? {
    guard let values = values(text, length: length) else { return nil }
    let total = values.dropLast().reduce(0) { ($0 + $1) * 2 % 11 }
    return (12 - total) % 11 == values[length - 1] ? text : nil
  }

  /// Weights that fall to 1, the sum a multiple of 11: ISSN, ISBN-10, IdRef.
  static func weightedMod11(_ text: String, length: Int) -> String? {
    guard let values = values(text, length: length) else { return nil }
    let total = values.enumerated().reduce(0) { $0 + $1.element * (length - $1.offset) }
    return total % 11 == 0 ? text : nil
  }

  /// Weights 1 and 3 in turn, the sum a multiple of 10: ISBN-13.
  static func mod10(_ text: String) -> String? {
    guard let values = values(text, length: 13), !values.contains(10),
      text.hasPrefix("978") || text.hasPrefix("979")
    else { return nil }
    let total = values.enumerated().reduce(0) { sum, digit in
      sum + digit.element * (digit.offset % 2 == 0 ? 1 : 3)
    }
    return total % 10 == 0 ? text : nil
  }

  /// A zero, six characters of Crockford's base 32, and two digits by ISO 7064 mod 97-10: ROR.
  static func mod97(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[0] == UInt8(ascii: "0") else { return nil }
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var number = 0
    for byte in bytes[1..<7] {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      number = number * 32 + digit
    }
    let check = 98 - number * 100 % 97
    return Array((check < 10 ? "0" : "").utf8) + Array(String(check).utf8) == Array(bytes[7...])
      ? text : nil
  }

  /// The values of digits, with `X` as 10 in the last place only.
  private static func values(_ text: String, length: Int) -> [Int]? {
    let bytes = Array(text.utf8)
    guard bytes.count == length else { return nil }
    var values: [Int] = []
    for (index, byte) in bytes.enumerated() {
      if (0x30...0x39).contains(byte) {
        values.append(Int(byte) - 0x30)
      } else if byte == UInt8(ascii: "X"), index == length - 1 {
        values.append(10)
      } else {
        return nil
      }
    }
    return values
  }
}
