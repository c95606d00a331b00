public import Diagnostics
import FileSystem
import FrontMatter
import Publishing
public import SiteModel

/// Plans the publication of a text, or of a declared change to a published one: pure.
///
/// The plan is held against the site that it would make: every error there, and every warning that
/// speaks of the text, keeps it from being published, unless the editors gave the rule a weight.
/// Emits what building emits, `PUB003`, `PUB011` and `PUB012`.
///
/// - Parameters:
///   - name: the number or the slug of the text.
///   - sources: the site.
///   - day: today.
///   - date: the date that was asked for, of a text that gives none; nil for today.
///   - settings: how the site is built; strictness, date and drafts are set here.
/// - Returns: the plan, or what keeps it from being carried out.
public func planPublication(
  of name: String,
  from sources: SourceTree,
  on day: PartialDate,
  asking date: PartialDate? = nil,
  _ settings: BuildSettings
) async -> PublicationAnswer {
  let linked = await linkSources(sources, settings.publishing(on: nil, showsDrafts: true))
  let texts = linked.documents.filter { $0.id.kind == .issue }
  let names = texts.flatMap { [$0.id.slug.text, $0.number].compactMap { $0 } }
  let named = texts.first { $0.id.slug.text == name } ?? texts.first { $0.number == name }
  guard let document = named else {
    return PublicationAnswer(names: names, sources: sources)
  }
  let planning = PublicationPlanning(
    sources: sources,
    day: date ?? day,
    wanted: date,
    settings: settings,
    linked: linked,
    registry: readRegistry(sources).value
  )
  return await planning.plan(document)
}

/// What the planning of one publication knows from the start.
private struct PublicationPlanning {
  let sources: SourceTree
  let day: PartialDate
  /// The date that was asked for.
  let wanted: PartialDate?
  let settings: BuildSettings
  let linked: LinkedSources
  let registry: PublicationRegistry

  func plan(_ document: Document) async -> PublicationAnswer {
    let errors = linked.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return refuse(errors) }
    guard let publication = registry.publication(of: document.id) else {
      return await planFirst(document)
    }
    let entity = linked.site.graph.entity(document.id)
    let review = PublicationReview(
      publication,
      document,
      amendments: entity?.amendments ?? [],
      in: sources
    )
    let found = checkPublications([review], withheld: linked.site.withheld, in: sources)
      .filter { $0.severity != .note }
    guard found.isEmpty else { return refuse(found) }
    guard case .amended(let amendments) = review.state else {
      return standing(publication, document)
    }
    return await planVersion(publication.versions, amendments, document)
  }

  private func refuse(_ found: [Diagnostic]) -> PublicationAnswer {
    PublicationAnswer(refusing: found.sortedForPrinting(), sources: sources)
  }

  /// What is said of a date that was asked for and is not that of the text.
  private func contradiction(_ date: PartialDate, in document: Document) -> Diagnostic? {
    guard let wanted, wanted != date else { return nil }
    let field = ["erratum", "revision", "date"].lazy.compactMap { document.fields[$0]?.span }.first
    return Diagnostic(
      PublishingDiagnostics.dateGivenOtherwise,
      .error,
      at: field ?? document.sources.first.map { SourceSpan(path: $0.path, range: 0..<0) },
      "the text gives the date \(date.isoText), not \(wanted.isoText)",
      help: "Leave `--date` out, which is for texts that give no date, or change the date here."
    )
  }

  private func standing(_ publication: Publication, _ document: Document) -> PublicationAnswer {
    let first = publication.versions.first?.date ?? day
    if let contradiction = contradiction(first, in: document) { return refuse([contradiction]) }
    let plan = PublicationPlan(
      id: publication.id,
      outcome: .standing(version: publication.versions.count, date: first),
      edits: [],
      tasks: tasks(for: document, linked.site)
    )
    return PublicationAnswer(plan, sources: sources)
  }

  /// A text that was not published yet: its file says so from now on.
  private func planFirst(_ document: Document) async -> PublicationAnswer {
    let entity = linked.site.graph.entity(document.id)
    let fields = missingFields(of: document, date: entity?.date, on: day, among: linked.documents)
    let edit = writeFields(fields, of: document, in: sources, linked.content.contentTypes)
    guard let edit = edit.value else { return refuse(edit.diagnostics) }
    return await conclude(document.id, edit.map { [$0] } ?? [], earlier: [], [])
  }

  private func planVersion(
    _ earlier: [PublishedVersion],
    _ amendments: [Amendment],
    _ document: Document
  ) async -> PublicationAnswer {
    await conclude(document.id, [], earlier: earlier, amendments)
  }

  /// Seals the text as it is after the edits, records it, and holds the whole against its site.
  private func conclude(
    _ id: EntityID,
    _ edits: [SourceEdit],
    earlier: [PublishedVersion],
    _ amendments: [Amendment]
  ) async -> PublicationAnswer {
    let edited = sources.applying(edits)
    let later = await linkSources(edited, settings.publishing(on: nil, showsDrafts: true))
    guard let document = later.documents.first(where: { $0.id == id }),
      let entity = later.site.graph.entity(id)
    else { return refuse(later.diagnostics) }
    let missing = findMissingMetadata(of: document, later.site.configuration)
    let date = amendments.map(\.date).max() ?? entity.date ?? day
    if let contradiction = contradiction(date, in: document) { return refuse([contradiction]) }
    let version = PublishedVersion(
      date: date,
      seal: CanonicalText(of: document).seal,
      amendments: amendments
    )
    guard missing.isEmpty,
      let publication = Publication(id, versions: earlier + [version], at: document.fields.span),
      let kept = keptText(of: document, version: earlier.count + 1)
    else { return refuse(missing.isEmpty ? [unwritable(document)] : missing) }
    let record = registry.recording(publication, metadata(of: document, entity, in: later.site))
    let all =
      [edited.edit(publication.keptPath(of: earlier.count + 1), kept)] + edits
      + [edited.edit(Publication.registryPath, record)]
    let blocking = await faults(of: sources.applying(all), document, entity)
    guard blocking.isEmpty else {
      return PublicationAnswer(refusing: blocking, sources: sources.applying(all))
    }
    let plan = PublicationPlan(
      id: id,
      outcome: .published(version: earlier.count + 1, date: date),
      edits: all,
      tasks: tasks(for: document, later.site)
    )
    return PublicationAnswer(plan, sources: sources)
  }

  /// What the site that would come of it is to be blamed for.
  private func faults(
    of tree: SourceTree,
    _ document: Document,
    _ entity: any Entity
  ) async -> [Diagnostic] {
    let future = entity.date.flatMap { $0.isNotAfter(day) ? nil : $0.firstDay } ?? day
    let built = await buildSite(
      from: tree,
      settings.publishing(on: future, showsDrafts: false)
    ) { _, _ in }
    let own = Set(document.sources.map(\.path))
    let weighed = linked.site.configuration.severities
    return built.diagnostics.filter { found in
      let isOwn = found.span.map { own.contains($0.path) } ?? false
      return found.severity == .error
        || (found.severity == .warning && isOwn && weighed[found.code.id] == nil)
    }
  }
}
