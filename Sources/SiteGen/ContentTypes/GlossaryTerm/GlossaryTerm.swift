public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel
public import Templating

/// An acronym in one of its senses; it stands on the page of the glossary, not on one of its own.
public final class GlossaryTerm: Entity {
  /// Identity.
  public let id: EntityID
  /// The acronym.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// The acronym, with its expansion.
  public let namings: [EntityNaming]
  let expansion: String?
  let organisation: Spanned<String>?
  /// Texts that use it, as mentions name them: `issue:3`.
  let users: [Spanned<String>]

  /// Reads `acronym`, `expansion`, `organisation` and `texts`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let acronym = reader.requiredText("acronym")
    title = acronym.value
    expansion = reader.text("expansion")?.value
    namings = [EntityNaming(.acronym(expansion: expansion), acronym)]
    organisation = reader.text("organisation")
    users = reader.texts("texts")
    for user in users where GlossaryTerm.target(of: user) == nil {
      reader.report(wrong: "texts", form: "a kind and a slug, as in `issue:3`", at: user.span)
    }
  }

  /// By acronym, then by sense.
  public var sortKey: String { "\(slugify(title)) \(id.slug.text)" }

  /// First letter.
  public var indexGroup: String? { sortKey.first.map { $0.uppercased() } }

  /// What it stands for.
  public var detail: String? { expansion }

  /// The organisation it shortens, and the texts that use it.
  public var relations: [RelationReference] {
    [organisation.map { RelationReference(.shortens, .organisation, $0) }].compactMap { $0 }
      + users.compactMap { user in
        GlossaryTerm.target(of: user).map { RelationReference(.uses, $0.kind, $0.slug) }
      }
  }

  private static func target(
    of user: Spanned<String>
  ) -> (kind: EntityKind, slug: Spanned<String>)? {
    let parts = user.value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = EntityKind(rawValue: parts[0]) else { return nil }
    return (kind, Spanned(parts[1], at: user.span))
  }
}

extension GlossaryTerm {
  /// `Content/glossary/`, `/glossaire/`.
  public static let contentType = ContentType(
    kind: .term,
    folder: "glossary",
    routeFolder: Slug("glossaire"),
    template: nil,
    indexTemplate: "glossary",
    keepsTitlesAsPrinted: true,
    shape: [
      "expansion": .optional(.text), "organisation": .optional(.record(EntityView.cardShape)),
      "texts": .listing(of: .record(EntityView.cardShape)),
      "backlinks": EntityView.backlinksShape,
    ]
  )

  /// Expansion, organisation, texts that use it, and those that name it with their sentences.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "expansion": view.text(expansion),
      "organisation": view.card(
        of: organisation.flatMap { graph.entity(.organisation, named: $0.value) }
      ),
      "texts": view.cards(of: usersWithoutPlace(in: view)),
      "backlinks": view.backlinks(to: id),
    ]
  }

  /// Texts that use it, but for those that link to it at a certain place.
  private func usersWithoutPlace(in view: EntityView) -> [any Entity] {
    let graph = view.site.graph
    let placed = Set(graph.relations(to: id, .mentions).map(\.source))
    return graph.relations(from: id, .uses).map(\.target).filter { !placed.contains($0) }
      .compactMap { graph.entity($0) }
  }
}
