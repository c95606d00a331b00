/// Names made of syllables: of nobody, and a different one for every number.
enum Names {
  private static let starts = [
    "Bal", "Cor", "Dru", "Fen", "Gor", "Hal", "Jus", "Kel", "Lor", "Mab", "Nor", "Pel", "Quo",
    "Rav", "Sel", "Tor", "Vul", "Wen", "Yst", "Zal", "Brem", "Clov", "Drav", "Glen",
  ]
  private static let middles = [
    "a", "ande", "avi", "e", "emo", "eni", "i", "iro", "o", "obe", "ona", "u", "uri", "ame", "elu",
    "idé",
  ]
  private static let ends = [
    "bec", "cault", "din", "dois", "fort", "gnac", "lin", "mont", "net", "pied", "quin", "rac",
    "rens", "sard", "teau", "vel", "vois", "xan", "zelle", "tray",
  ]
  private static let placeStarts = [
    "Ambl", "Bruv", "Chaut", "Evr", "Ferg", "Lamb", "Mirv", "Orsl", "Plan", "Renn", "Thiv", "Vess",
  ]
  private static let placeEnds = [
    "bourg", "court", "cy", "gny", "lieu", "mer", "nières", "sson", "val", "ville",
  ]
  private static let givenStarts = [
    "Ab", "Cla", "Dor", "El", "Fab", "Gal", "Hel", "Ir", "Jo", "Lu", "Mar", "Nad", "Ol", "Per",
    "Ro", "Sév", "Ti", "Val",
  ]
  private static let givenEnds = [
    "ane", "aud", "bert", "dine", "éa", "eline", "ène", "ice", "ien", "ise", "lou", "mée", "min",
    "nelle", "ric", "sie", "thias", "xime",
  ]

  /// The family name of a number; numbers up to 184,320 and beyond have different ones.
  static func family(_ number: Int) -> String {
    // Steps without common factor with the number of names spread neighbours over the alphabet.
    let simple = starts.count * middles.count * ends.count
    let spread = number % simple * 4_597 % simple
    let name =
      starts[spread % starts.count] + middles[spread / starts.count % middles.count]
      + ends[spread / starts.count / middles.count]
    let round = number / simple
    return round == 0 ? name : "\(name)-\(family(round - 1))"
  }

  /// The name of a place, which is no family's.
  static func place(_ number: Int) -> String {
    let simple = placeStarts.count * middles.count * placeEnds.count
    let name =
      placeStarts[number % placeStarts.count] + middles[number / placeStarts.count % middles.count]
      + placeEnds[number / placeStarts.count / middles.count % placeEnds.count]
    let round = number / simple
    return round == 0 ? name : "\(name)-sur-\(place(round - 1))"
  }

  /// A given name.
  static func given(_ dice: inout Dice) -> String {
    dice.pick(givenStarts) + dice.pick(givenEnds)
  }
}

/// The lower-case ASCII form that stands in addresses and file names.
func address(_ text: String) -> String {
  let folded: [Character: String] = [
    "é": "e", "è": "e", "ê": "e", "ç": "c", "à": "a", "ô": "o", "î": "i",
  ]
  var slug = ""
  for letter in text.lowercased() {
    if let plain = folded[letter] {
      slug += plain
    } else if letter.isASCII, letter.isLetter || letter.isNumber {
      slug.append(letter)
    } else if !slug.hasSuffix("-"), !slug.isEmpty {
      slug += "-"
    }
  }
  return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
}
