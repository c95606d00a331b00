import CSL
import Markup
import SiteModel

/// The work as an OpenURL context object (Z39.88-2004, KEV), which reference managers pick up from
/// a page as COinS.
///
/// References: ANSI/NISO Z39.88-2004; "Embedding Citation Metadata in HTML" (ocoins.info).
func contextObject(of item: CSLItem) -> String {
  let isBook = ["book", "chapter", "thesis", "report", "paper-conference", "collection"]
    .contains(item.type)
  var object = Array("ctx_ver=Z39.88-2004".utf8)
  object.reserveCapacity(1024)
  func add(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    object.append(UInt8(ascii: "&"))
    name.withUTF8Buffer { object.append(contentsOf: $0) }
    object.append(UInt8(ascii: "="))
    appendPercentEncoded(withoutTags(text), to: &object)
  }
  add("rft_val_fmt", "info:ofi/fmt:kev:mtx:\(isBook ? "book" : "journal")")
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
  add("rft.volume", item.text("volume"))
  add("rft.issue", item.text("issue"))
  add("rft.pages", item.text("page"))
  add("rft.pub", item.text("publisher"))
  add("rft.place", item.text("publisher-place"))
  add("rft.issn", item.text("ISSN"))
  add("rft.isbn", item.text("ISBN"))
  add("rft_id", item.text("DOI").map { "info:doi/\($0)" } ?? item.text("URL"))
  return String(decoding: object, as: UTF8.self)
}

/// The address at which a DOI resolves (Crossref display guidelines).
func resolverAddress(ofDOI doi: String) -> String {
  "https://doi.org/\(percentEncoded(doi, keeping: "/:;()"))"
}
