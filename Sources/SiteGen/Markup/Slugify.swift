/// The readable address of a text: ASCII lower case, accents folded, everything else a hyphen.
///
/// "L'été à Évreux" gives `l-ete-a-evreux`. Empty when the text holds no letter and no digit.
public func slugify(_ text: some StringProtocol) -> String {
  var slug: [UInt8] = []
  var pendingHyphen = false
  for scalar in text.unicodeScalars {
    if (0x300...0x36F).contains(scalar.value) { continue }
    let folded = foldedToASCII(scalar)
    guard !folded.isEmpty else {
      pendingHyphen = !slug.isEmpty
      continue
    }
    if pendingHyphen { slug.append(UInt8(ascii: "-")) }
    pendingHyphen = false
    slug.append(contentsOf: folded.utf8)
  }
  return String(decoding: slug, as: UTF8.self)
}

/// ASCII letters and digits that stand for a scalar, in lower case; empty for all others.
///
/// Covers Latin-1 and Latin Extended-A, the letters of the names of Europe.
public func foldedToASCII(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "a"..."z", "0"..."9": return String(scalar)
  case "A"..."Z": return String(scalar).lowercased()
  case "æ", "Æ": return "ae"
  case "œ", "Œ": return "oe"
  case "ß": return "ss"
  case "þ", "Þ": return "th"
  default: break
  }
  guard scalar.value >= 0xC0, scalar.value <= 0x17F else { return "" }
  for row in foldingRows where row.scalars.contains(scalar) { return row.base }
  return ""
}

private struct FoldingRow {
  let base: String
  let scalars: Set<Unicode.Scalar>

  init(_ base: String, _ letters: String) {
    self.base = base
    scalars = Set(letters.unicodeScalars)
  }
}

private let foldingRows: [FoldingRow] = [
  FoldingRow("a", "àáâãäåÀÁÂÃÄÅāĀăĂąĄ"), FoldingRow("c", "çÇćĆĉĈċĊčČ"),
  FoldingRow("d", "ðÐďĎđĐ"), FoldingRow("e", "èéêëÈÉÊËēĒĕĔėĖęĘěĚ"),
  FoldingRow("g", "ĝĜğĞġĠģĢ"), FoldingRow("h", "ĥĤħĦ"),
  FoldingRow("i", "ìíîïÌÍÎÏĩĨīĪĭĬįĮıİ"), FoldingRow("j", "ĵĴ"), FoldingRow("k", "ķĶĸ"),
  FoldingRow("l", "ĺĹļĻľĽŀĿłŁ"), FoldingRow("n", "ñÑńŃņŅňŇŉŋŊ"),
  FoldingRow("o", "òóôõöøÒÓÔÕÖØōŌŏŎőŐ"), FoldingRow("r", "ŕŔŗŖřŘ"),
  FoldingRow("s", "śŚŝŜşŞšŠſ"), FoldingRow("t", "ţŢťŤŧŦ"),
  FoldingRow("u", "ùúûüÙÚÛÜũŨūŪŭŬůŮűŰųŲ"), FoldingRow("w", "ŵŴ"),
  FoldingRow("y", "ýÿÝŷŶŸ"), FoldingRow("z", "źŹżŻžŽ"),
]
