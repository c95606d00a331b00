import Diagnostics
import Markdown
import SiteModel
import Templating

/// The page of an entity: frame, texts, then the fields of its kind.
func entityPage(
  of entity: any Entity,
  _ type: ContentType,
  template: String,
  _ frame: PageFrame
) -> Page {
  let view = frame.view
  let notes = view.site.notes(of: entity.id)
  var texts: [(String, TemplateValue)] = [
    ("title", view.title(of: entity)),
    ("date", entity.date.map { .text($0.frenchText) } ?? .absent),
    ("iso-date", entity.date.map { .text($0.isoText) } ?? .absent),
    view.field("toc") { tableOfContents(view.site.text(EntityText.bodyName, of: entity.id)) },
    ("sources", .list(notes.paths.map { .record(["path": .text($0)]) })),
    ("editorial-notes", .listing(notes.editorial.map(editorialNote))),
    view.field("references") { referenceList(of: entity.id, type, view) },
    ("edition", EditionRecord.record(of: entity.id, in: frame)),
    view.field("backlinks") { view.backlinks(to: entity.id) },
  ]
  if let withholding = view.site.withheld[entity.id] {
    texts.append(("draft", draftMark(withholding)))
  }
  // An earlier version stays as it is, whatever else comes to be known.
  if let present = view.site.presentVersion(of: entity.id) {
    texts.append(("canonical", .text(view.site.addressing.absolute(present))))
  } else {
    texts.append(
      view.field("neighbourhood") {
        NetworkFigure(around: entity, in: view.site, frame.parts.network)?.record(in: frame)
          ?? .absent
      }
    )
    texts.append(view.field("named") { view.named(in: entity.id) })
  }
  let shown = ["abstract", "presentation", EntityText.bodyName]
  for text in entity.texts where shown.contains(text.name) {
    texts.append(
      view.field(text.name) {
        .html(bodyHTML(text.name, of: entity.id, in: view, frame.parts.words))
      }
    )
  }
  var context = frame.record(description: description(of: entity, in: view))
  context.merge(TemplateRecord(texts))
  context.merge(entity.fields(in: view))
  return Page(route: frame.route, template: template, context: context)
}

/// Headings of the first two levels that a text uses, the second below the first.
private func tableOfContents(_ document: MarkdownDocument?) -> TemplateValue {
  guard let headings = document?.headings, let top = headings.map(\.level).min() else {
    return .absent
  }
  var entries: [(heading: MarkdownHeading, children: [TemplateValue])] = []
  for heading in headings where heading.level <= top + 1 {
    if heading.level == top || entries.isEmpty {
      entries.append((heading, []))
    } else {
      entries[entries.count - 1].children.append(.record(link(to: heading)))
    }
  }
  return .listing(
    entries.map { entry in
      .record(link(to: entry.heading).merging(["children": .listing(entry.children)]))
    }
  )
}

/// What the texts cite and no list of the entity itself shows, with the way back to each call.
private func referenceList(
  of id: EntityID,
  _ type: ContentType,
  _ view: EntityView
) -> TemplateValue {
  guard type.hasReferenceList, let document = view.site.citations.document(id) else {
    return .absent
  }
  let shown = Set(view.site.graph.targets(of: .lists, from: id).map(\.id))
  let calls = document.calls
  return .listing(
    document.list.filter { !shown.contains($0.work) }.map { entry in
      let work = view.site.graph.number(of: entry.work)
      return .record([
        "card": view.card(at: work),
        "formatted": work.map { view.formatted(entry.content, at: $0) } ?? .absent,
        "calls": view.calls(calls[entry.work] ?? []),
      ])
    }
  )
}

/// Why readers do not get the page yet.
private func draftMark(_ withholding: Withholding) -> TemplateValue {
  switch withholding {
  case .draft: .record(["until": .absent])
  case .until(let date): .record(["until": .text(date.frenchText)])
  }
}

private func link(to heading: MarkdownHeading) -> TemplateRecord {
  ["href": .text("#\(heading.id)"), "title": .text(heading.text)]
}

/// The first words of the first text, else the line that tells the entity from its neighbours.
private func description(of entity: any Entity, in view: EntityView) -> String? {
  for text in entity.texts {
    let words = view.site.text(text.name, of: entity.id)?.plainText(limit: 200) ?? ""
    if !words.isEmpty { return words }
  }
  return view.detail(of: entity)
}

/// The printed words, and a flag for the kind of doubt, by which the template chooses its sentence.
private func editorialNote(_ note: EditorialNote) -> TemplateValue {
  let kinds = EditorialNote.Kind.allCases.map { ($0.rawValue, TemplateValue.flag($0 == note.kind)) }
  return .record(TemplateRecord(kinds + [("printed", .text(note.printed))]))
}
