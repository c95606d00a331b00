public import Diagnostics
public import Markup
import Rendering
import SiteModel

extension PageExplanation {
  /// The explanation for machines; `docs/why.md` describes it.
  public func json(sources: [SourceFile]) -> JSONValue {
    let places = PlaceNames(self, in: sources)
    return .object([
      "route": .string(route.text), "path": .string(path), "page": .string(pageKind),
      "entity": entity.map { .string($0.description) } ?? .null,
      "title": title.map { .string($0) } ?? .null,
      "sources": .array(self.sources.map { .object(places.json(of: $0)) }),
      "fields": .array(
        fields.map { field in
          .object(
            places.json(of: field.place).merging([
              "name": .string(field.name), "origin": .string(field.origin.rawValue),
              "summary": .string(field.summary),
            ]) { $1 }
          )
        }
      ),
      "templates": .array(templates.map { .string($0) }),
      "outgoing": .array(outgoing.map { json(of: $0, places) }),
      "incoming": .array(incoming.map { json(of: $0, places) }),
      "redirects": .array(
        redirects.map { redirect in
          .object(
            places.json(of: redirect.span).merging([
              "from": .string(redirect.from.text), "to": .string(redirect.target.description),
            ]) { $1 }
          )
        }
      ),
      "works": .array(works.map { .string($0.description) }),
      "exports": .array(exports.map { .string($0) }),
    ])
  }

  private func json(of edge: Edge, _ places: PlaceNames) -> JSONValue {
    .object([
      "name": .string(edge.name.rawValue), "entity": .string(edge.other.description),
      "title": .string(edge.title), "route": edge.route.map { .string($0.text) } ?? .null,
      "places": .array(edge.places.map { .object(places.json(of: $0)) }),
    ])
  }

  private var pageKind: String {
    switch page {
    case .home: "home"
    case .index: "list"
    case .figure: "figure"
    case .works: "works"
    case .entity: "entity"
    case .moved: "moved"
    case .notFound: "not-found"
    case nil: exports.isEmpty && works.isEmpty ? "asset" : "export"
    }
  }
}
