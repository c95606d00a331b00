public import Diagnostics
import FrontMatter
import Publishing
import Rendering
import SiteModel
import Templating

/// What became of a question about a page.
public struct WhyAnswer: Sendable {
  /// What made the page; nil where there is none of that name.
  public let explanation: PageExplanation?
  /// Names that may have been meant, best first; empty where there is an explanation.
  public let nearest: [String]
  /// What was found on the way, in the order of stages.
  public let diagnostics: [Diagnostic]
}

/// Explains a page from the sources of a site, without making the site.
///
/// - Parameters:
///   - words: an address, a file of the output, `kind:slug`, or a slug that one kind alone has.
///   - sources: the site.
///   - settings: how it is built.
///   - outputPaths: prefixes under which files of the output may be named, with a final `/`.
/// - Returns: the explanation, or names that may have been meant.
public func explainPage(
  _ words: String,
  of sources: SourceTree,
  _ settings: BuildSettings,
  below outputPaths: [String] = []
) async -> WhyAnswer {
  let linked = await linkSources(sources, settings)
  let compiled = TemplateSet.compile(sources.files(under: "Templates"), root: "Templates")
  let assets = planAssets(sources, types: linked.content.contentTypes).value
  let directory = PageDirectory(linked.site, assets: assets)
  guard let asked = directory.find(words, below: outputPaths) else {
    return WhyAnswer(
      explanation: nil,
      nearest: directory.nearest(to: words),
      diagnostics: linked.diagnostics
    )
  }
  let writing = ExplanationWriting(sources: sources, linked: linked, templates: compiled.value)
  return WhyAnswer(
    explanation: writing.explain(asked),
    nearest: [],
    diagnostics: linked.diagnostics
  )
}

private struct ExplanationWriting {
  let sources: SourceTree
  let linked: LinkedSources
  let templates: TemplateSet

  private var site: Site { linked.site }

  func explain(_ asked: AskedPage) -> PageExplanation {
    switch asked {
    case .page(let request, let route): explain(request, at: route)
    case .export(let set, let route):
      explanation(at: route, works: set.works(in: site.graph), exports: [])
    case .asset(let source, let route):
      explanation(at: route, sources: [SourceSpan(path: source, range: 0..<0)])
    }
  }

  private func explain(_ request: PageRequest, at route: Route) -> PageExplanation {
    switch request {
    case .entity(let id):
      let set = site.workSet(of: id)
      return explanation(
        request,
        at: route,
        entity: id,
        sources: outermost(site.graph.entity(id)?.sources ?? []),
        fields: document(of: id).map(fields) ?? [],
        redirects: site.redirects.filter { $0.target == id },
        works: set?.works(in: site.graph) ?? [],
        exports: set.map { set in WorkFormat.allCases.map { set.path(in: $0).text } } ?? []
      )
    case .moved(let redirect):
      return explanation(request, at: route, redirects: [redirect])
    case .index(.reference), .works:
      let set = site.wholeWorkSet
      return explanation(
        request,
        at: route,
        works: set?.works(in: site.graph) ?? [],
        exports: set.map { set in WorkFormat.allCases.map { set.path(in: $0).text } } ?? []
      )
    case .home, .index, .figure, .notFound: return explanation(request, at: route)
    }
  }

  private func explanation(
    _ request: PageRequest? = nil,
    at route: Route,
    entity: EntityID? = nil,
    sources: [SourceSpan] = [],
    fields: [PageExplanation.Field] = [],
    redirects: [Redirect] = [],
    works: [EntityID] = [],
    exports: [String] = []
  ) -> PageExplanation {
    PageExplanation(
      page: request,
      route: route,
      path: route.outputText,
      entity: entity,
      title: entity.flatMap { site.graph.entity($0)?.title },
      sources: sources,
      fields: fields,
      templates: request.map(templatePaths) ?? [],
      outgoing: entity.map { id in
        site.graph.relations(from: id).map { edge($0, to: $0.target) }
      } ?? [],
      incoming: entity.map { id in
        site.graph.relations(to: id).map { edge($0, to: $0.source) }
      } ?? [],
      redirects: redirects,
      works: works,
      exports: exports
    )
  }

  /// What an entity was read from; an earlier version has a file of its own.
  private func document(of id: EntityID) -> Document? {
    linked.documents.first { $0.id == id }
      ?? site.graph.entity(id)?.sources.first.flatMap { sources.file(at: $0.path) }
      .flatMap { readKeptText($0, of: id) }
  }

  private func edge(_ relation: Relation, to other: EntityID) -> PageExplanation.Edge {
    PageExplanation.Edge(
      name: relation.name,
      other: other,
      title: site.graph.entity(other)?.title ?? other.slug.text,
      route: site.route(of: other),
      places: relation.places
    )
  }

  /// The page is filled, since filling it is what chooses its template.
  private func templatePaths(of request: PageRequest) -> [String] {
    let page = site.contentType(ofAnchorsOn: request) ?? request
    let own = fillPage(page, of: site, PageParts(of: site, for: templates)).template
    let others = templates.templates(usedBy: own).names.filter { $0 != own }
    return ([own] + others).map { "Templates/\($0).mustache" }
  }

  // MARK: Fields

  private func fields(of document: Document) -> [PageExplanation.Field] {
    var fields: [PageExplanation.Field] = []
    for entry in document.fields.entries {
      let name = entry.key.value
      if case .sequence(let elements, _) = entry.value {
        for (index, element) in elements.enumerated() {
          fields.append(field("\(name)[\(index + 1)]", element))
        }
      } else {
        fields.append(field(name, entry.value))
      }
    }
    if document.work != nil {
      let places = document.sources.filter { origin(of: $0.path) == .bibliography }
      fields += places.map {
        PageExplanation.Field(name: "work", origin: .bibliography, place: $0, summary: "")
      }
    }
    if let body = document.body {
      let first = body.bytes.firstIndex { $0 > 0x20 } ?? 0
      let end = body.bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? body.bytes.count
      let place = body.map.extent(of: first..<end)
      let start = String(decoding: body.bytes.prefix(400), as: UTF8.self)
      fields.append(
        .init(name: "body", origin: origin(of: place.path), place: place, summary: cut(start))
      )
    }
    return fields
  }

  private func field(_ name: String, _ value: FieldValue) -> PageExplanation.Field {
    PageExplanation.Field(
      name: name,
      origin: origin(of: value.span.path),
      place: value.span,
      summary: cut(FieldContent(value).summary)
    )
  }

  private func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 60 ? line : "\(line.prefix(59))…"
  }

  private func origin(of path: String) -> PageExplanation.Origin {
    if path.hasPrefix("seeds/") { return .seed }
    return path.hasPrefix("Content/bibliography/") ? .bibliography : .editor
  }
}

extension Site {
  /// The list that shows an entity of a kind without pages; nil for all other pages.
  fileprivate func contentType(ofAnchorsOn request: PageRequest) -> PageRequest? {
    guard case .entity(let id) = request, let type = contentType(of: id.kind),
      !type.hasEntityPages
    else { return nil }
    return .index(id.kind)
  }
}

/// The places that no other place of the list holds, each once.
private func outermost(_ places: [SourceSpan]) -> [SourceSpan] {
  func holds(_ outer: SourceSpan, _ inner: SourceSpan) -> Bool {
    outer.path == inner.path && outer.range.lowerBound <= inner.range.lowerBound
      && inner.range.upperBound <= outer.range.upperBound
  }
  return places.enumerated().filter { index, place in
    !places.enumerated().contains { other, outer in
      other != index && holds(outer, place) && (outer.range != place.range || other < index)
    }
  }.map(\.element)
}
