import Diagnostics
import Markup

/// A place of a text that is found by its number: `appel-3`, `mention-1`.
struct PlaceID {
  let word: StaticString
  let number: Int

  init(_ word: StaticString, _ number: Int) { (self.word, self.number) = (word, number) }
}

extension HTMLWriter {
  mutating func writeInline(_ event: MarkdownEvent) {
    let enters = event.phase == .enter
    switch event.kind {
    case .text: appendEscaped(event.text)
    case .softBreak: append("\n")
    case .lineBreak: append("<br />\n")
    case .code:
      append("<code>")
      appendEscaped(event.text)
      append("</code>")
    case .htmlInline: writeRawTag(event)
    case .emphasis: append(enters ? "<em>" : "</em>")
    case .strong: append(enters ? "<strong>" : "</strong>")
    case .strikethrough: append(enters ? "<del>" : "</del>")
    case .link: writeLink(event)
    case .image: if enters { enterImage(event) }
    case .noteCall: writeNoteCall(event)
    case .citation: writeCitation(event)
    case .printedCitation: writePrintedCitation(event)
    case .mention: writeMention(event)
    case .placeholder:
      append("<mark class=\"placeholder\">")
      appendEscaped(event.text)
      append("</mark>")
    default: break
    }
  }

  private mutating func writeRawTag(_ event: MarkdownEvent) {
    let tag = document.buffer[event.text.range]
    if filtersTags {
      appendFilteredTag(tag, to: &output)
    } else {
      output.append(contentsOf: tag)
    }
  }

  private mutating func writeLink(_ event: MarkdownEvent) {
    // Links do not nest: one that leads nowhere is left before the next begins.
    guard event.phase == .enter else {
      defer { hasBareLink = false }
      guard !hasBareLink else { return }
      linkDepth -= 1
      return append("</a>")
    }
    guard let destination = rewritten(event.text) else { return hasBareLink = true }
    linkDepth += 1
    append("<a")
    if isScholarly, leadsIntoSite(event.text) {
      append(" id=\"")
      appendID(PlaceID("lien-", Int(event.index) + 1))
      append("\"")
    }
    append(" href=\"")
    appendDestination(destination, to: &output)
    if !event.detail.isEmpty {
      append("\" title=\"")
      appendEscaped(event.detail)
    }
    append("\">")
  }

  /// Whether a destination is an address from the root of the site.
  private func leadsIntoSite(_ destination: ByteRange) -> Bool {
    let text = document.buffer[destination.range]
    return text.first == UInt8(ascii: "/") && text.dropFirst().first != UInt8(ascii: "/")
  }

  // MARK: References

  private mutating func writeMention(_ event: MarkdownEvent) {
    let index = Int(event.index)
    if event.phase == .leave { return closeMention(index) }
    let reference = resolver.mention(document.mentions[index].target.value)
    leadsMentionSomewhere = reference != nil
    // A later naming, and one inside a link, is no link, but its place can still be found.
    let isLink = document.mentions[index].isLink && linkDepth == 0
    if let reference {
      let id = PlaceID("mention-", index + 1)
      if isLink { openReference("mention", reference, id: id) } else { openPlace(id) }
    }
    openAbbreviation(document.mentions[index].expansion)
    guard event.phase == .leaf else { return }
    if let reference, document.mentions[index].label == nil {
      Escaping.appendHTML(reference.label, to: &output)
    } else {
      appendEscaped(event.text)
    }
    closeMention(index)
  }

  private mutating func closeMention(_ index: Int) {
    if document.mentions[index].expansion != nil { append("</abbr>") }
    guard leadsMentionSomewhere else { return }
    let isLink = document.mentions[index].isLink && linkDepth == 0
    if isLink { closeReference() } else { append("</span>") }
  }

  private mutating func openAbbreviation(_ expansion: String?) {
    guard let expansion else { return }
    append("<abbr title=\"")
    Escaping.appendHTML(expansion, to: &output)
    append("\">")
  }

  /// Begins a place of the page that is no link.
  mutating func openPlace(_ id: PlaceID) {
    append("<span id=\"")
    appendID(id)
    append("\">")
  }

  mutating func openReference(
    _ name: StaticString,
    _ reference: ResolvedReference,
    id: PlaceID?
  ) {
    guard linkDepth == 0 else { return }
    append("<a class=\"")
    output.append(literal: name)
    append("\"")
    if let id {
      append(" id=\"")
      appendID(id)
      append("\"")
    }
    append(" href=\"")
    appendDestination(reference.href, to: &output)
    if let title = reference.title {
      append("\" title=\"")
      Escaping.appendHTML(title, to: &output)
    }
    append("\">")
  }

  mutating func closeReference() {
    if linkDepth == 0 { append("</a>") }
  }

  // MARK: Bytes

  mutating func append(_ html: String) {
    output.append(html)
  }

  /// Begins a new line unless the output of this document stands at the start of one.
  mutating func startLine() {
    if output.count > 0, output[output.count - 1] != 0x0A { output.append(0x0A) }
  }

  mutating func appendEscaped(_ range: ByteRange) {
    document.buffer.withUnsafeBufferPointer {
      Escaping.appendHTML(UnsafeBufferPointer(rebasing: $0[range.range]), to: &output)
    }
  }

  mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { Escaping.appendHTML($0, to: &output) }
  }

  mutating func appendID(_ id: String) {
    Escaping.appendHTML(resolver.idPrefix, to: &output)
    Escaping.appendHTML(id, to: &output)
  }

  mutating func appendID(_ id: PlaceID) {
    Escaping.appendHTML(resolver.idPrefix, to: &output)
    output.append(literal: id.word)
    output.append(decimal: id.number)
  }

  mutating func appendRewritten(_ destination: ByteRange) {
    let text = String(decoding: document.buffer[destination.range], as: UTF8.self)
    appendDestination(resolver.link(text) ?? text, to: &output)
  }

  private func rewritten(_ destination: ByteRange) -> String? {
    resolver.link(String(decoding: document.buffer[destination.range], as: UTF8.self))
  }
}
