import Checking
import Rendering
import SiteModel
import Templating

/// The pages of the last build that made any, and what was read for each.
struct PageMemory {
  private struct Cell {
    let file: OutputFile
    let template: String
    let facts: PageFacts?
  }

  private var plan = PagePlan()
  /// By place in the plan; none is missing between two builds.
  private var cells: [Cell?] = []
  /// By place in the plan, what was read for each page; nil where it is still to be made.
  private var reads: [[Int32]?] = []
  private var cards = CardMemory()
  private var words: NoteWords?
  private var templates: TemplateSet?
  /// What became other since the pages were made; all of it when nil.
  private var pending: OtherAnswers?
  /// Names of the templates that became other since then.
  private var pendingTemplates: Set<String> = []

  /// The files, in the order of the plan.
  var files: [OutputFile] { cells.compactMap { $0?.file } }
  /// How many pages there are.
  var count: Int { cells.count }
  /// What rules must know of each page, nothing of what is no page.
  var facts: [PageFacts?] { cells.map { $0?.facts } }
  /// What one rendering changed.
  struct Changes {
    /// Places of the pages that were rendered, in the plan.
    var rendered: [Int] = []
    /// What rules must know of each of them, and had to know of it before.
    var facts: [(old: PageFacts?, new: PageFacts?)] = []
    /// Whether there are the same pages.
    var areSamePages = false
    /// Where each page stood before in the plan; nil where all stand where they stood.
    var moved: [Int]?
  }

  /// Keeps what became other, until the pages are made again.
  mutating func note(_ others: OtherAnswers) { pending?.formUnion(others) }

  /// Keeps which templates became other, until the pages are made again.
  mutating func note(templates: Set<String>) { pendingTemplates.formUnion(templates) }

  /// Keeps that anything may have become other.
  mutating func forget() { pending = nil }

  /// Makes the pages that are new, or for which something was read that is other, the urgent first;
  /// `ready` is called with each, from any thread.
  mutating func render(
    _ site: Site,
    _ templates: TemplateSet,
    urgent: [OutputPath],
    _ index: inout ReadIndex,
    _ settings: BuildSettings,
    _ work: inout BuildWork,
    ready: @escaping @Sendable (OutputFile) -> Void
  ) async -> Changes {
    var changes = Changes()
    let before = plan.requests
    if plan.update(site, pending, &index) {
      changes.areSamePages = true
    } else {
      let places = takePlaces(before)
      changes.moved =
        places.count == before.count && !places.contains(nil) ? places.compactMap { $0 } : nil
      changes.areSamePages = changes.moved != nil
    }
    let requests = plan.requests
    let words = NoteWords(templates)
    let other = otherTemplates(in: templates)
    let isSameFrame = words == self.words
    let open = reads.indices.filter { place in
      guard isSameFrame, let pending, let reads = reads[place] else { return true }
      return pending.reach(reads)
        || !other.isEmpty && cells[place].map { other.contains($0.template) } ?? true
    }
    await cards.update(site, pending, &index, settings)
    let parts = PageParts(
      asking: site,
      for: templates,
      words: words,
      keeping: cards.cards,
      cards.neighbours
    )
    let first = open.filter { isUrgent(requests[$0], urgent, site) }
    let rest = first.isEmpty ? open : open.filter { !first.contains($0) }
    for places in [first, rest] {
      let open = places.map { requests[$0] }
      let made = await make(open, of: site, with: templates, parts, index, settings, ready)
      for (place, made) in zip(places, made) {
        changes.facts.append((cells[place]?.facts, made.facts))
        cells[place] = Cell(
          file: made.file,
          template: made.template,
          facts: made.facts
        )
        reads[place] = index.numbers(of: made.reads)
      }
    }
    (self.words, self.templates) = (words, templates)
    (pending, pendingTemplates) = (OtherAnswers(index), [])
    work.pagesRendered += open.count
    work.pagesScanned += open.count
    changes.rendered = open
    return changes
  }

  /// The file of a page.
  func file(at place: Int) -> OutputFile {
    guard let cell = cells[place] else { preconditionFailure("every planned page was made") }
    return cell.file
  }

  /// Templates of pages that are other themselves or draw in one that is, now or before.
  private func otherTemplates(in templates: TemplateSet) -> Set<String> {
    guard !pendingTemplates.isEmpty else { return [] }
    return Set(cells.compactMap { $0?.template }).filter { name in
      [templates, self.templates ?? templates].contains {
        !pendingTemplates.isDisjoint(with: $0.drawnIn(by: name))
      }
    }
  }

  /// Puts what was made in the places of the plan; gives where each page stood before, nil for one
  /// that is new.
  private mutating func takePlaces(_ before: [PageRequest]) -> [Int?] {
    let known = Dictionary(zip(before, before.indices)) { first, _ in first }
    let places = plan.requests.map { known[$0] }
    let (cells, reads) = (cells, reads)
    self.cells = places.map { $0.flatMap { cells[$0] } }
    self.reads = places.map { $0.flatMap { reads[$0] } }
    return places
  }

  private func isUrgent(_ request: PageRequest, _ urgent: [OutputPath], _ site: Site) -> Bool {
    guard !urgent.isEmpty, let route = request.route(in: site) else { return false }
    let path = route.outputText
    return urgent.contains { $0.text == path }
  }
}

private struct MadePage: Sendable {
  let file: OutputFile
  let template: String
  let reads: ReadIndex.Numbered
  let facts: PageFacts?
}

/// Makes pages on several threads; when it returns, nobody else holds the index, which is to grow.
private func make(
  _ requests: [PageRequest],
  of site: Site,
  with templates: TemplateSet,
  _ parts: PageParts,
  _ index: ReadIndex,
  _ settings: BuildSettings,
  _ ready: @escaping @Sendable (OutputFile) -> Void
) async -> [MadePage] {
  await concurrentMap(requests, jobs: settings.jobs) { request in
    make(request, of: site, with: templates, parts, index, ready)
  }
}

/// Fills a page, noting what is read, renders it and scans it.
private func make(
  _ request: PageRequest,
  of site: Site,
  with templates: TemplateSet,
  _ parts: PageParts,
  _ index: ReadIndex,
  _ ready: @Sendable (OutputFile) -> Void
) -> MadePage {
  let recorder = ReadRecorder()
  let recorded = site.recording(in: recorder)
  let page = fillPage(request, of: recorded, parts.asking(recorded))
  let template = page.template
  let file = renderPage(page, with: templates)
  ready(file)
  return MadePage(
    file: file,
    template: template,
    reads: index.numbered(recorder.reads),
    facts: PageFacts(file, addressing: site.addressing)
  )
}

extension TemplateSet {
  /// The templates that one draws in; all where a page names one of them.
  fileprivate func drawnIn(by name: String) -> Set<String> {
    let used = templates(usedBy: name)
    return Set(used.followsDynamicNames ? names + [name] : used.names + [name])
  }
}
