public import CSL
import Markdown
import Markup
public import Templating

extension EntityView {
  /// A work as the style of the site writes it; absent when it writes nothing.
  public func reference(to id: EntityID) -> TemplateValue {
    site.citations.reference(to: id).map { .html(referenceHTML($0)) } ?? .absent
  }

  /// Whether a text of a work says otherwise than its formatted reference, in more than spaces and
  /// quotes.
  public func differs(_ name: String, fromReferenceTo work: EntityID) -> Bool {
    guard let text = site.text(name, of: work) else { return false }
    let reference = site.citations.reference(to: work)?.plainText ?? ""
    return comparable(text.plainText(limit: nil)) != comparable(reference)
  }

  private func comparable(_ text: String) -> String {
    text.filter { !$0.isWhitespace && !"«»“”\"'’".contains($0) }
  }

  /// Every text that cites a work, in navigation order, with the sentence of each place.
  public func cards(ofTextsCiting work: EntityID) -> TemplateValue {
    var order: [EntityID] = []
    var places: [EntityID: [CitingPlace]] = [:]
    for place in site.citations.places(citing: work) {
      if places[place.source] == nil { order.append(place.source) }
      places[place.source, default: []].append(place)
    }
    return .listing(order.map { card(ofTextCitingAt: places[$0] ?? [], id: $0) })
  }

  private func card(ofTextCitingAt places: [CitingPlace], id: EntityID) -> TemplateValue {
    guard case .record(let card) = card(of: site.graph.entity(id)),
      case .text(let link)? = card["href"]
    else { return .absent }
    let records = places.enumerated().map { index, place -> TemplateValue in
      .record([
        "href": .text("\(link)#\(place.anchor)"), "number": .number(index + 1),
        "locator": place.locator.map { text($0) } ?? .absent,
        "before": .text(place.sentence.before), "marked": .text(place.sentence.marked),
        "after": .text(place.sentence.after),
      ])
    }
    return .record(card.merging(["places": .list(records)]))
  }

  /// The shape of a card of a text with the places where it cites.
  public static let citingCardShape = cardShape.merging([
    "places": .list(
      .record([
        "href": .text, "number": .number, "locator": .optional(.text), "before": .text,
        "marked": .text, "after": .text,
      ])
    )
  ])
}

/// A formatted reference as HTML within a paragraph, its addresses as links.
public func referenceHTML(_ content: [FormattedText]) -> [UInt8] {
  let html = writeHTML(content.linkingAddresses()) { link in
    guard case .address(let address) = link else { return ("", "") }
    var escaped: [UInt8] = []
    Escaping.appendHTML(address.utf8, to: &escaped)
    return ("<a href=\"\(String(decoding: escaped, as: UTF8.self))\">", "</a>")
  }
  return Array(html.utf8)
}
