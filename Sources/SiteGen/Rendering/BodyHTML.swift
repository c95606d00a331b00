import Diagnostics
import Markdown
import SiteModel

/// A text of an entity as HTML blocks, its links as seen from the page.
///
/// Headings begin at level 2, or 3 for a text that stands below a heading of the page.
func bodyHTML(
  _ name: String,
  of id: EntityID,
  in view: EntityView,
  _ words: NoteWords
) -> [UInt8] {
  guard let document = view.site.text(name, of: id) else { return [] }
  let wanted = name == EntityText.bodyName ? 2 : 3
  let shift = wanted - (document.headings.map(\.level).min() ?? wanted)
  var html: [UInt8] = []
  renderHTML(
    document,
    resolver: resolver(document, name, of: id, headingShift: shift, in: view, words),
    into: &html
  )
  return html
}

/// A short text of an entity as HTML without the paragraph around it; nil when there is none.
func inlineHTML(
  _ name: String,
  of id: EntityID,
  in view: EntityView,
  _ words: NoteWords
) -> [UInt8]? {
  guard let document = view.site.text(name, of: id) else { return nil }
  var html: [UInt8] = []
  renderHTML(
    document,
    resolver: resolver(document, name, of: id, headingShift: 0, in: view, words),
    into: &html
  )
  let opening = Array("<p>".utf8)
  let closing = Array("</p>\n".utf8)
  guard html.starts(with: opening), html.suffix(closing.count).elementsEqual(closing) else {
    return html
  }
  return Array(html.dropFirst(opening.count).dropLast(closing.count))
}

private func resolver(
  _ document: MarkdownDocument,
  _ name: String,
  of id: EntityID,
  headingShift: Int,
  in view: EntityView,
  _ words: NoteWords
) -> MarkdownResolver {
  let listed = document.citations.isEmpty ? [] : listedWorks(of: id, in: view.site)
  let printed = view.site.citations.document(id)?.citations[name]
  return MarkdownResolver(
    headingShift: headingShift,
    idPrefix: EntityText.idPrefix(ofTextNamed: name),
    noteReturnLabel: words.returnLabel,
    notesHeading: words.heading,
    cite: { cite, _ in
      guard let work = view.site.graph.entity(.reference, named: cite.key.value),
        let route = view.route(of: work)
      else { return nil }
      let href = listed.contains(work.id) ? "#ref-\(work.id.slug.text)" : view.link(to: route)
      return ResolvedReference(href: href, label: view.label(of: work), title: work.title)
    },
    citation: { index in printed?.parts(of: index) },
    mention: { target in
      guard let entity = mentionedEntity(target, in: view.site),
        let route = view.route(of: entity)
      else { return nil }
      return ResolvedReference(href: view.link(to: route), label: entity.title, title: nil)
    },
    link: { destination in
      guard destination.hasPrefix("/"), !destination.hasPrefix("//") else { return destination }
      let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard let route = Route(address: String(parts[0])) else { return destination }
      if view.site.isClosed(route) { return nil }
      return view.link(to: route) + (parts.count > 1 ? "#\(parts[1])" : "")
    }
  )
}

/// The works that stand at the foot of the page of an entity.
private func listedWorks(of id: EntityID, in site: Site) -> Set<EntityID> {
  guard site.contentType(of: id.kind)?.hasReferenceList ?? false else { return [] }
  let cited = site.citations.document(id)?.list.map(\.work) ?? []
  return Set(cited + site.graph.targets(of: .lists, from: id).map(\.id))
}

/// The entity that linking found for `[[target]]`.
private func mentionedEntity(_ target: String, in site: Site) -> (any Entity)? {
  if let qualified = QualifiedName(target) {
    return site.graph.entity(qualified.kind, named: qualified.name)
  }
  return EntityKind.allCases.lazy.compactMap { site.graph.entity($0, named: target) }.first
}
