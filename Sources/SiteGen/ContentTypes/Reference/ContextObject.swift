import CSL
import SiteModel

/// The work as an OpenURL context object (Z39.88-2004, KEV), which reference managers pick up from
/// a page as COinS.
///
/// References: ANSI/NISO Z39.88-2004; "Embedding Citation Metadata in HTML" (ocoins.info).
func contextObject(of item: CSLItem) -> String {
  let isBook = ["book", "chapter", "thesis", "report", "paper-conference", "collection"]
    .contains(item.type)
  var pairs = [
    ("ctx_ver", "Z39.88-2004"),
    ("rft_val_fmt", "info:ofi/fmt:kev:mtx:\(isBook ? "book" : "journal")"),
  ]
  func add(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { pairs.append((name, withoutTags(text))) }
  }
  let isPart = item.text("container-title") != nil
  switch (isBook, isPart) {
  case (true, true):
    add("rft.genre", item.type == "paper-conference" ? "proceeding" : "bookitem")
    add("rft.atitle", item.text("title"))
    add("rft.btitle", item.text("container-title"))
  case (true, false):
    add("rft.genre", item.type == "report" ? "report" : "book")
    add("rft.btitle", item.text("title"))
  case (false, _):
    add("rft.genre", isPart ? "article" : "unknown")
    add("rft.atitle", item.text("title"))
    add("rft.jtitle", item.text("container-title"))
  }
  if let first = item.creators.first?.personName {
    add("rft.aulast", first.family)
    add("rft.aufirst", first.given)
  }
  for name in item.creators { add("rft.au", name.fullText) }
  add("rft.date", item.date("issued")?.start.map { String($0.year) })
  for (name, variable) in [
    ("rft.volume", "volume"), ("rft.issue", "issue"), ("rft.pages", "page"),
    ("rft.pub", "publisher"),
    ("rft.place", "publisher-place"), ("rft.issn", "ISSN"), ("rft.isbn", "ISBN"),
  ] {
    add(name, item.text(variable))
  }
  add("rft_id", item.text("DOI").map { "info:doi/\($0)" } ?? item.text("URL"))
  return pairs.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
}

/// The address at which a DOI resolves (Crossref display guidelines).
func resolverAddress(ofDOI doi: String) -> String {
  "https://doi.org/\(percentEncoded(doi, keeping: "/:;()"))"
}

/// A text for the query or path of an address: unreserved characters of RFC 3986 stay.
private func percentEncoded(_ text: String, keeping kept: String = "") -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let kept = Array("-._~\(kept)".utf8)
  var encoded: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39: encoded.append(byte)
    case _ where kept.contains(byte): encoded.append(byte)
    default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
