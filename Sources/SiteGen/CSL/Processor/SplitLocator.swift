/// The label and the rest of a locator that names its own label, as "vol 2" with a period does.
///
/// A label given beside the locator wins, but for `page`, which is what editors leave when nothing
/// was chosen.
func splitLocator(_ locator: String?, label: String?) -> (label: String, locator: String?) {
  guard let text = locator?.trimmingSpaces() else { return (label ?? "page", nil) }
  guard label == nil || label == "page", text.utf8.contains(UInt8(ascii: " ")),
    let space = text.firstIndex(of: " "),
    let name = LocatorAbbreviations.labels[String(text[..<space])]
  else { return (label ?? "page", text) }
  return (name, text[space...].trimmingSpaces())
}

/// The abbreviations that open a locator, and the labels they stand for.
private enum LocatorAbbreviations {
  static let labels = [
    "art.": "article", "bk.": "book", "ch.": "chapter", "col.": "column", "fig.": "figure",
    "fol.": "folio", "l.": "line", "n.": "note", "no.": "issue", "op.": "opus", "p.": "page",
    "pp.": "page", "para.": "paragraph", "pt.": "part", "r.": "rule", "sec.": "section",
    "sv.": "sub-verbo", "tit.": "title", "vrs.": "verse", "vol.": "volume",
  ]
}
