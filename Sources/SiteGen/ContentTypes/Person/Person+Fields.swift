import Diagnostics
public import SiteModel
public import Templating

extension Person {
  /// `Content/people/`, `/personnes/`.
  public static let contentType = ContentType(
    kind: .person,
    folder: "people",
    routeFolder: Slug("personnes"),
    template: "person",
    indexTemplate: "people",
    figures: [.network],
    shape: [
      "aliases": .listing(of: .text),
      "functions": .listing(of: .record(functionShape)),
      "affiliations": .listing(of: .record(functionShape)),
      "organisations": .listing(of: .record(EntityView.cardShape)),
      "leads": .listing(of: .record(EntityView.cardShape)),
      "axes": .listing(of: .record(EntityView.cardShape)),
      "issues": .listing(of: .record(EntityView.cardShape)),
      "moderated": .listing(of: .record(Session.cardShape)),
      "spoke": .listing(of: .record(Session.cardShape)),
      "events": .listing(of: .record(EntityView.cardShape)),
      "works": .listing(
        of: .record(["card": .record(EntityView.cardShape), "printed": .optional(.html)])
      ),
      "mentions": .listing(of: .record(EntityView.sourceCardShape)),
      "exports": EntityView.exportsShape,
    ]
  )

  /// What is true at one date, or from one to another.
  private static let functionShape: RecordShape = [
    "text": .text, "date": .optional(.text), "from": .optional(.text), "to": .optional(.text),
  ]

  /// Functions over time and everything that points to the person, by kind.
  public func fields(in view: EntityView) -> TemplateRecord {
    let graph = view.site.graph
    return [
      "aliases": .listing(nameVariants.map { view.text($0) }),
      "functions": .listing(functions.map { record(of: $0, in: view) }),
      "affiliations": affiliations(in: view),
      "organisations": organisations(in: view),
      "leads": view.cards(of: graph.sources(of: .lead, to: id)),
      "axes": view.cards(of: graph.sources(of: .member, to: id)),
      "issues": view.cards(of: graph.sources(of: .author, to: id)),
      "moderated": sessions(.moderator, in: view),
      "spoke": sessions(.speaker, in: view),
      "events": view.cards(of: graph.sources(of: .participant, to: id)),
      "works": .listing(
        graph.sources(of: .creator, to: id).map { work in
          .record([
            "card": view.card(of: work), "printed": view.html(Reference.printedName, of: work.id),
          ])
        }
      ),
      "mentions": mentions(in: view),
      "exports": view.exports(of: view.site.workSet(of: id)),
    ]
  }

  private func record(of function: Function, in view: EntityView) -> TemplateValue {
    func text(_ date: PartialDate?) -> TemplateValue {
      date.map { .text($0.frenchText) } ?? .absent
    }
    return .record([
      "text": view.text(function.text), "date": text(function.asOf),
      "from": text(function.from), "to": text(function.to),
    ])
  }

  /// Affiliations that the record gives, then those that issues print, with the date of each issue.
  private func affiliations(in view: EntityView) -> TemplateValue {
    let issues = view.site.graph.sources(of: .author, to: id).compactMap { $0 as? PublicationIssue }
    let printed = issues.flatMap { issue in
      issue.authors.filter { $0.person.value == id.slug.text }.flatMap(\.affiliations).map {
        Function(text: $0, asOf: issue.date)
      }
    }
    return .listing((affiliations + printed).map { record(of: $0, in: view) })
  }

  /// The organisations of all functions, each once, those of the latest first.
  private func organisations(in view: EntityView) -> TemplateValue {
    var seen: Set<String> = []
    return view.cards(
      of: employments.map(\.organisation.value).filter { seen.insert($0).inserted }.compactMap {
        view.site.graph.entity(.organisation, named: $0)
      }
    )
  }

  private func sessions(_ role: RelationName, in view: EntityView) -> TemplateValue {
    let sessions = view.site.graph.sources(of: role, to: id).compactMap { $0 as? Session }
    return .listing(sessions.map { $0.card(in: view) })
  }

  /// Texts that name the person, but for those that the page lists under a role already.
  private func mentions(in view: EntityView) -> TemplateValue {
    let graph = view.site.graph
    let roles = graph.relations(
      to: id,
      .author,
      .lead,
      .member,
      .speaker,
      .moderator,
      .participant
    ).map(\.source)
    let known = Set(roles + [id])
    return .listing(
      graph.relations(to: id, .mentions).filter { !known.contains($0.source) }.map {
        view.card(ofSourceOf: $0)
      }
    )
  }
}
