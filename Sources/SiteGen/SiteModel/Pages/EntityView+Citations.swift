public import CSL
import Markdown
import Markup
public import Templating

extension EntityView {
  /// A work as the style of the site writes it; absent when it writes nothing.
  public func reference(to work: any Entity) -> TemplateValue {
    writtenReference(to: work)?.html
      ?? site.citations.reference(to: work.id).map { .html(referenceHTML($0)) } ?? .absent
  }

  /// A reference to the work of a number of the site as HTML within a paragraph, its addresses as
  /// links.
  ///
  /// Most lists print a work as it stands on its own page: that is written once for the site.
  public func formatted(_ content: [FormattedText], at work: Int) -> TemplateValue {
    if let reference = writtenReference(at: work), reference.content == content {
      return reference.html
    }
    return .html(referenceHTML(content))
  }

  /// Whether a text of a work says otherwise than its formatted reference, in more than spaces and
  /// quotes.
  public func differs(_ name: String, fromReferenceTo work: EntityID) -> Bool {
    guard let text = site.text(name, of: work) else { return false }
    let reference = site.citations.reference(to: work)?.plainText ?? ""
    return comparable(text.plainText(limit: nil)) != comparable(reference)
  }

  private func comparable(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar {
      case "«", "»", "“", "”", "\"", "'", "’": false
      default: scalar.isASCII ? scalar.value > 0x20 : !scalar.properties.isWhitespace
      }
    }
  }
}

/// A work as the style of the site writes it, with its HTML.
struct WrittenReference: Sendable {
  let content: [FormattedText]
  let html: TemplateValue

  init(_ content: [FormattedText]) {
    self.content = content
    html = .html(referenceHTML(content))
  }
}

private func referenceHTML(_ content: [FormattedText]) -> [UInt8] {
  var html: [UInt8] = []
  html.reserveCapacity(512)
  appendHTML(
    content.linkingAddresses(),
    around: { link in
      guard case .address(let address) = link else { return ("", "") }
      return ("<a href=\"\(Escaping.html(address))\">", "</a>")
    },
    to: &html
  )
  return html
}
