import Diagnostics
import FileSystem
import FrontMatter
import SiteModel
import Templating

/// Plans the file of a new record: its place, its number, its first text.
struct CreationPlanning {
  let request: CreationRequest
  let site: Site

  /// The identity and the file, or why there can be none.
  func plan(with archetype: TemplateSet) throws(CreationRefusal) -> Creation {
    guard let type = site.contentType(of: request.kind) else {
      throw CreationRefusal("this site holds no records of kind \(request.kind.rawValue)")
    }
    guard !request.title.isEmpty else { throw CreationRefusal("the title is empty") }
    let series = request.kind == .session ? try chosenSeries() : nil
    let number = nextNumber(in: series)
    let slug = try chosenSlug(number: number, series: series)
    let id = EntityID(request.kind, slug)
    if let known = site.graph.entity(id) ?? site.graph.entity(id.kind, named: slug.text) {
      let place = known.sources.first.map { ", from \($0.path)" } ?? ""
      throw CreationRefusal(
        "\(known.id) is there already\(place); --slug gives the new one another"
      )
    }
    let context = context(slug: slug, number: number, series: series)
    let text = archetype.render("archetype", context)
    return Creation(
      id: id,
      edit: SourceEdit(path: "Content/\(type.folder)/\(slug.text).md", old: nil, new: text)
    )
  }

  private func chosenSeries() throws(CreationRefusal) -> Slug {
    let known = site.graph.entities(of: .series).map(\.id.slug)
    let names = known.map(\.text)
    if let name = request.series {
      guard let series = site.graph.entity(.series, named: name)?.id.slug else {
        let hint = suggestion(for: name, among: names)
        throw CreationRefusal("no series \"\(name)\"\(hint)")
      }
      return series
    }
    guard known.count == 1, let only = known.first else {
      throw CreationRefusal(
        known.isEmpty
          ? "the site has no series; `sitegen new series TITLE` makes one"
          : "--series says of which series it is: \(names.joined(separator: ", "))"
      )
    }
    return only
  }

  private func chosenSlug(number: Int, series: Slug?) throws(CreationRefusal) -> Slug {
    if let text = request.slug {
      if let slug = Slug(text) { return slug }
      let better = Slug(folding: text).map { "; \"\($0.text)\" would do" } ?? ""
      throw CreationRefusal("\"\(text)\" cannot be an address\(better)")
    }
    let numbered =
      switch request.kind {
      case .issue: Slug(String(number))
      case .session: Slug("\(series?.text ?? "")/\(number)")
      default: Slug(folding: request.title)
      }
    guard let slug = numbered else {
      throw CreationRefusal("nothing of \"\(request.title)\" can be an address; add --slug")
    }
    return slug
  }

  /// One more than the highest number of the kind, or of the series.
  private func nextNumber(in series: Slug?) -> Int {
    let numbers = site.graph.entities(of: request.kind).filter { entity in
      series.map { entity.id.slug.text.hasPrefix("\($0.text)/") } ?? true
    }.flatMap { entity in
      entity.namings.filter { $0.form == .number }.compactMap { Int($0.words.value) }
    }
    return max(1, (numbers.max() ?? 0) + 1)
  }

  private func context(slug: Slug, number: Int, series: Slug?) -> TemplateRecord {
    func first(_ kind: EntityKind, or example: String) -> TemplateValue {
      .raw(site.graph.entities(of: kind).first?.id.slug.text ?? example)
    }
    return [
      "title": .raw(yamlScalar(request.title)), "slug": .raw(slug.text),
      "number": .raw(String(number)), "series": .raw(series?.text ?? ""),
      "person": first(.person, or: "prenom-nom"), "axis": first(.axis, or: "axe"),
      "citation": first(.reference, or: "nom2026"),
      "has-citation": .flag(!site.graph.entities(of: .reference).isEmpty),
    ]
  }

  /// A text as the value of a field, between quotes where it needs them.
  private func yamlScalar(_ text: String) -> String {
    let nowhere = SourceSpan(path: "", range: 0..<0)
    let entry = FieldMapping.Entry(Spanned("a", at: nowhere), .scalar(Spanned(text, at: nowhere)))
    return String(writeYAML(FieldMapping([entry], at: nowhere)).dropFirst("a: ".count).dropLast())
  }
}

extension TemplateValue {
  fileprivate static func raw(_ text: String) -> TemplateValue { .html(Array(text.utf8)) }
}
