/// The authorities whose identifiers a record may give.
public enum IdentifierScheme: String, Hashable, Sendable, CaseIterable {
  /// Researchers: 16 characters, ISO 7064 mod 11-2.
  case orcid
  /// Names of persons and organisations: the form of ORCID.
  case isni
  /// French university authority file: 9 characters, mod 11.
  case idref
  /// HAL's name of an author: words and hyphens, no check character.
  case hal
  /// Research organisations: 9 characters, ISO 7064 mod 97-10 over base 32.
  case ror
  /// Serials: 8 characters, mod 11.
  case issn
  /// Books: 13 digits, mod 10, or 10 characters, mod 11.
  case isbn
  /// Works: `10.` a registrant `/` anything; no check character.
  case doi

  /// Beginnings of addresses that resolve it; the first is the one to write.
  var addresses: [String] {
    switch self {
    case .orcid: ["https://orcid.org/", "http://orcid.org/"]
    case .isni: ["https://isni.org/isni/", "http://www.isni.org/isni/", "http://www.isni.org/"]
    case .idref:
      ["https://www.idref.fr/", "http://www.idref.fr/", "https://idref.fr/"]
    case .hal: ["https://cv.hal.science/", "https://cv.archives-ouvertes.fr/"]
    case .ror: ["https://ror.org/"]
    case .issn: ["https://portal.issn.org/resource/ISSN/"]
    case .isbn: []
    case .doi: ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"]
    }
  }

  func withoutAddress(_ text: String) -> String {
    let start = addresses.first { text.hasPrefix($0) }
    return start.map { String(text.dropFirst($0.count)) } ?? text
  }

  func canonicalForm(of text: String) -> String? {
    let compact = text.uppercased().filter { $0 != "-" && $0 != " " }
    switch self {
    case .orcid: return CheckCharacter.mod11_2(compact, length: 16).map { grouped($0, by: "-") }
    case .isni: return CheckCharacter.mod11_2(compact, length: 16).map { grouped($0, by: " ") }
    case .idref: return CheckCharacter.weightedMod11(compact, length: 9)
    case .issn: return CheckCharacter.weightedMod11(compact, length: 8).map { halved($0) }
    case .isbn:
      return compact.count == 10
        ? CheckCharacter.weightedMod11(compact, length: 10) : CheckCharacter.mod10(compact)
    case .ror: return CheckCharacter.mod97(text.lowercased())
    case .hal:
      let isName = text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
          || byte == 0x5F
      }
      return isName && !text.isEmpty ? text : nil
    case .doi: return isDOI(text) ? text : nil
    }
  }

  /// Sixteen characters in groups of four.
  private func grouped(_ text: String, by separator: String) -> String {
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: 4).map { start in
      String(characters[start..<min(start + 4, characters.count)])
    }.joined(separator: separator)
  }

  private func halved(_ text: String) -> String { "\(text.prefix(4))-\(text.dropFirst(4))" }

  private func isDOI(_ text: String) -> Bool {
    guard let slash = text.firstIndex(of: "/"), text.hasPrefix("10.") else { return false }
    let registrant = text[..<slash].dropFirst(3)
    return registrant.utf8.count >= 4
      && registrant.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && text.index(after: slash) < text.endIndex && !text.contains(" ")
  }
}
