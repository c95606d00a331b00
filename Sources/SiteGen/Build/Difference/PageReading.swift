/// What a reviewer sees of a page: its title, what machines are told, links, dates and words.
///
/// Reads pages that this program wrote; linear in their bytes.
struct PageReading {
  /// A name that machines read, and its value.
  struct Metadatum: Hashable {
    let name: String
    let value: String
  }

  /// The words of `<title>`.
  private(set) var title = ""
  /// `<meta name= content=>` and the canonical address, in order.
  private(set) var metadata: [Metadatum] = []
  /// Values of `href` within `<main>`, in order.
  private(set) var links: [String] = []
  /// Values of `datetime` within `<main>`, in order.
  private(set) var dates: [String] = []
  /// The words of `<main>`, in order.
  private(set) var words: [String] = []

  private var isMain = false
  private var isTitle = false

  init(_ html: [UInt8]) {
    var offset = 0
    while offset < html.count {
      if html[offset] == UInt8(ascii: "<") {
        let end = PageReading.endOfTag(in: html, from: offset)
        read(tag: html[offset..<end])
        offset = end
      } else {
        let end = html[offset...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
        read(text: html[offset..<end])
        offset = end
      }
    }
  }

  /// After the `>` that closes a tag; one between quotes closes none.
  private static func endOfTag(in html: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    for offset in start..<html.count {
      let byte = html[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return offset + 1
      }
    }
    return html.count
  }

  private mutating func read(text: ArraySlice<UInt8>) {
    guard isMain || isTitle else { return }
    let found = unescaped(text)
    if isTitle { title += found }
    if isMain { words += found.split(whereSeparator: \.isWhitespace).map(String.init) }
  }

  private mutating func read(tag: ArraySlice<UInt8>) {
    let name = String(decoding: tag.dropFirst().prefix { !" >\n".utf8.contains($0) }, as: UTF8.self)
    switch name {
    case "main": isMain = true
    case "/main": isMain = false
    case "title": isTitle = title.isEmpty
    case "/title": isTitle = false
    case "meta":
      if let name = attribute("name", of: tag), let value = attribute("content", of: tag) {
        metadata.append(Metadatum(name: name, value: value))
      }
    case "link":
      if attribute("rel", of: tag) == "canonical", let value = attribute("href", of: tag) {
        metadata.append(Metadatum(name: "canonical", value: value))
      }
    case _ where isMain:
      if let link = attribute("href", of: tag) { links.append(link) }
      if let date = attribute("datetime", of: tag) { dates.append(date) }
    default: break
    }
  }

  private func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> String? {
    let start = Array(" \(name)=\"".utf8)
    guard let range = tag.firstRange(of: start) else { return nil }
    return unescaped(tag[range.upperBound...].prefix { $0 != UInt8(ascii: "\"") })
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
