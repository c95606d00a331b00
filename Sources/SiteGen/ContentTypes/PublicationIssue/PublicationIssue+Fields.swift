import Diagnostics
import Markup
public import SiteModel
public import Templating

extension PublicationIssue {
  /// `Content/issues/`, `/numeros/`.
  public static let contentType = ContentType(
    kind: .issue,
    folder: "issues",
    routeFolder: Slug("numeros"),
    template: "issue",
    indexTemplate: "issues",
    hasReferenceList: true,
    appearsOnItsDate: true,
    figures: [.timeline, .network],
    shape: [
      "number": .text, "subtitle": .optional(.text), "identifiers": EntityView.identifiersShape,
      "authors": .listing(
        of: .record([
          "person": .record(EntityView.cardShape), "affiliations": .list(.text),
          "known": .listing(of: Person.knownFunctionShape),
          "organisations": .listing(of: .record(EntityView.cardShape)),
        ])
      ),
      "keywords": .listing(of: .text), "axes": .listing(of: .record(EntityView.cardShape)),
      "reference-lists": .list(
        .record([
          "id": .text, "title": .optional(.text), "items": .list(.record(listedReferenceShape)),
        ])
      ),
      "has-reference-lists": .flag, "exports": EntityView.exportsShape,
      "license": .optional(.record(["name": .text, "href": .text])), "language": .text,
    ],
    listedShape: [
      "number": .text, "subtitle": .optional(.text),
      "authors": .listing(of: .record(["person": .record(EntityView.cardShape)])),
    ]
  )

  private static let listedReferenceShape: RecordShape = [
    "card": .record(EntityView.cardShape), "printed": .optional(.html),
    "formatted": .optional(.html), "calls": EntityView.callsShape,
  ]

  /// Authors with their affiliations, axes, and references with the way back to each call.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "number": .text(number), "subtitle": view.text(subtitle),
      "identifiers": view.identifiers([doi]),
      "authors": .listing(authors.map { authorship($0, in: view) }),
      "keywords": .listing(keywords.map { view.text($0) }),
      "axes": view.cards(at: axes.compactMap { graph.number(.axis, named: $0.value) }),
      "reference-lists": .list(referenceLists.map { referenceList($0, in: view) }),
      "has-reference-lists": .flag(!referenceLists.isEmpty),
      "exports": view.exports(of: view.site.workSet(of: id)),
      "license": licenseRecord(in: view),
      "language": .text(language ?? view.site.configuration.language),
    ]
  }

  /// The licence of the issue, else of the site.
  private func licenseRecord(in view: EntityView) -> TemplateValue {
    guard let license = license ?? view.site.configuration.license else { return .absent }
    return .record(["name": .text(license.name), "href": .text(license.address)])
  }

  /// Number, subtitle and the names of the authors.
  public func listedFields(in view: EntityView) -> TemplateRecord {
    let people = authors.map { view.site.graph.number(.person, named: $0.person.value) }
    return [
      "number": .text(number), "subtitle": view.text(subtitle),
      "authors": .listing(people.map { .record(["person": view.card(at: $0)]) }),
    ]
  }

  /// An author with what the issue prints, else with what is known of that time.
  private func authorship(_ author: Authorship, in view: EntityView) -> TemplateValue {
    let person = view.site.graph.entity(.person, named: author.person.value) as? Person
    let part = Participation(functions: author.affiliations, section: nil)
    return .record(
      (person?.background(of: part, at: date, in: view) ?? Person.noBackground).merging([
        "person": view.card(of: person),
        "affiliations": .list(author.affiliations.map { view.text($0) }),
      ])
    )
  }

  private func referenceList(_ list: ReferenceList, in view: EntityView) -> TemplateValue {
    let calls = Dictionary(
      view.site.graph.relations(from: id, .cites).map { ($0.target, $0.anchors) },
      uniquingKeysWith: +
    )
    let works = list.keys.compactMap { view.site.graph.entity(.reference, named: $0.value) }
    return .record([
      "id": .text(list.title.map { slugify($0) } ?? "references"), "title": view.text(list.title),
      "items": .list(
        works.map { work in
          .record([
            "card": view.card(of: work),
            "printed": view.html(Reference.printedName, of: work.id),
            "formatted": view.reference(to: work), "calls": view.calls(calls[work.id] ?? []),
          ])
        }
      ),
    ])
  }
}
