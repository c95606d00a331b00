/// What is found out about one item before any document cites it.
///
/// A class, since every document asks for those of the items it cites.
public final class PreparedItem: Sendable {
  /// Values of the citation's sort keys for a plain cite; nil where they depend on the document.
  let citeSort: [SortValue]?
  /// The entry nothing had to be added to; nil where it depends on the document.
  let entry: PreparedEntry?
  /// The first, plain cite; nil where it depends on the document.
  let cite: PreparedCite?
  /// The same with a page as locator, whatever its number; nil where the locator is not printed as
  /// it stands.
  let pageCite: PreparedCite?
  /// Those two as citations of their own; nil where the cite depends on the document.
  let lone: LoneCitation?
  /// How the item looks among others; nil for styles that do not ask.
  let likeness: Likeness?

  init(_ item: CSLItem, _ typesetter: Typesetter) {
    let context = typesetter.contextBeforeDocuments(of: item)
    citeSort = typesetter.citeSortValues(of: item, context)
    entry = typesetter.prepareEntry(item, context)
    guard !typesetter.prepared.citeReach.readsNumber else {
      likeness = nil
      cite = nil
      pageCite = nil
      lone = nil
      return
    }
    let looks = typesetter.comparesCites ? typesetter.looks(of: item, context) : nil
    likeness = looks?.likeness
    let output = looks?.cite ?? typesetter.renderCite(item, context, opensCitation: true)
    let cite = PreparedCite(output, typesetter)
    let pageCite = typesetter.preparePageCite(item, context)
    lone = LoneCitation(cite, paged: pageCite, typesetter)
    (self.cite, self.pageCite) = (cite, pageCite)
  }
}

/// An entry as far as it is the same in every list.
enum PreparedEntry: Sendable {
  /// The whole, where the names of the entry above are not the same; with the names.
  case finished([FormattedText], names: [Output]?)
  /// All but its number.
  case unnumbered([Output])
}

/// A cite with what grouping asks about it.
struct PreparedCite: Sendable {
  let output: Output
  /// The names as text; nil without names.
  let names: String?
  /// The year without its letter.
  let year: String?

  private init(output: Output, names: String?, year: String?) {
    self.output = output
    self.names = names
    self.year = year
  }

  /// The cite with other words as its locator.
  func located(_ words: [Output]) -> PreparedCite {
    let located = output.replacingChildren(of: .locator, with: words)
    return PreparedCite(output: located ?? output, names: names, year: year)
  }

  init(_ output: Output, _ typesetter: Typesetter) {
    self.output = output
    guard typesetter.groupsCites else {
      names = nil
      year = nil
      return
    }
    let isNames = { (tag: OutputTag) in if case .names = tag { true } else { false } }
    names = output.first(where: isNames).map { flatten($0, quotes: typesetter.quotes).plainText }
    let date = output.first(where: { $0 == .year }) ?? output.first(where: { $0 == .date })
    year = date.map {
      let bare = $0.replacingFirst(where: { $0 == .yearSuffix }, with: nil) ?? $0
      return flatten(bare, quotes: typesetter.quotes).plainText
    }
  }
}

/// What disambiguation asks about an item before it adds anything.
struct Likeness: Sendable {
  /// The cite as text to compare, given names as the style prints them.
  let text: String
  /// The names cites print, where given names are added by a rule for all cites.
  let printed: [NotedName]
  /// All names of the item, of which a rule for all cites may change some.
  let names: [NotedName]
}

extension Typesetter {
  /// Whether the style adds anything to tell cites apart.
  var comparesCites: Bool {
    let citation = style.citation
    return citation.addsNames || citation.addsGivenNames || citation.addsYearSuffix
      || style.testsDisambiguate
  }

  /// Whether names and years of cites are compared with those of their neighbours.
  var groupsCites: Bool {
    style.citation.collapse != nil || style.citation.citeGroupDelimiter != nil
  }

  /// What is known of a cite of an item whatever document it stands in.
  fileprivate func contextBeforeDocuments(of item: CSLItem) -> CiteContext {
    var context = CiteContext()
    context.citationLabel = citationLabel(of: item)
    return context
  }

  /// The values of the citation's sort keys; nil where there are none or the numbering is one.
  fileprivate func citeSortValues(of item: CSLItem, _ context: CiteContext) -> [SortValue]? {
    let keys = prepared.style.citation.area.sort
    guard !keys.isEmpty, !prepared.citeSortReach.readsNumber else { return nil }
    return sortValues(item, context, keys, .citation)
  }

  /// The rank of each item in a list of them all, the same for those the style's keys do not
  /// order; empty where the style has no keys or sorts by the numbering.
  ///
  /// Every list of some of them is in the order of these ranks.
  func listRanks(of items: [CSLItem]) -> [Int] {
    guard let keys = prepared.style.bibliography?.area.sort, !keys.isEmpty,
      !prepared.entrySortReach.readsNumber
    else { return [] }
    let values = items.map {
      sortValues($0, contextBeforeDocuments(of: $0), keys, .bibliography)
    }
    let order = items.indices.sorted { precedes(values[$0], values[$1], keys) ?? ($0 < $1) }
    var ranks = Array(repeating: 0, count: items.count)
    for (before, place) in zip(order, order.dropFirst()) {
      let isOrdered = precedes(values[before], values[place], keys) != nil
      ranks[place] = ranks[before] + (isOrdered ? 1 : 0)
    }
    return ranks
  }

  fileprivate func prepareEntry(_ item: CSLItem, _ context: CiteContext) -> PreparedEntry? {
    guard let area = style.bibliography else { return nil }
    if prepared.entryReach.readsNumber {
      guard !prepared.entryReach.testsNumber else { return nil }
      var numbered = context
      numbered.citationNumber = 1
      return .unnumbered(entryParts(item, numbered, area))
    }
    let parts = entryParts(item, context, area)
    // Where the style numbers its works, an entry that prints nothing shows its number.
    if style.printsCitationNumber, parts.allSatisfy({ $0.isEmpty }) { return nil }
    var names: [Output]?
    let content = finishEntry(parts, context, area, previousNames: &names)
    return .finished(content, names: names)
  }

  fileprivate func preparePageCite(_ item: CSLItem, _ context: CiteContext) -> PreparedCite? {
    guard !prepared.citeReach.changesLocator else { return nil }
    var context = context
    context.locator = "1"
    return PreparedCite(renderCite(item, context, opensCitation: true), self)
  }

  /// How an item looks among others; with the first cite where that looks like later ones.
  func looks(of item: CSLItem, _ context: CiteContext) -> (likeness: Likeness, cite: Output?) {
    var plain = self
    plain.nameLevels = nil
    let differ = prepared.citeReach.readsPosition || prepared.citeReach.readsAccessDate
    guard recordsNames || !differ else {
      let text = plain.comparedText(item, context, Disambiguation())
      return (Likeness(text: text, printed: [], names: []), nil)
    }
    var rendering = plain.rendering(item, context, .citation)
    rendering.recordsNames = true
    let cite = Output.list(rendering.render(style.citation.area.elements))
    let likeness = Likeness(
      text: differ ? plain.comparedText(item, context, Disambiguation()) : text(of: cite),
      printed: recordsNames ? rendering.namesPrinted.map { NotedName($0, initials) } : [],
      names: recordsNames ? givenNames(of: item) : []
    )
    return (likeness, differ ? nil : cite)
  }

  /// Whether given names are added by a rule for all cites.
  var recordsNames: Bool {
    style.citation.addsGivenNames && style.citation.givenNameRule != .byCite
  }

  /// All names of an item that have given names.
  private func givenNames(of item: CSLItem) -> [NotedName] {
    var names: [NotedName] = []
    for case .names(let list) in item.fields.values {
      names += list.filter { !$0.given.isEmpty }.map { NotedName($0, initials) }
    }
    return names
  }

  private func text(of cite: Output) -> String { writeHTML(flatten(cite, quotes: quotes)) }

  /// The cite as a later reference would show it, as text to compare.
  func comparedText(
    _ item: CSLItem,
    _ context: CiteContext,
    _ state: Disambiguation
  ) -> String {
    text(of: compareCite(item, context, state).output)
  }

  func compareCite(
    _ item: CSLItem,
    _ context: CiteContext,
    _ state: Disambiguation
  ) -> (output: Output, rendering: Rendering) {
    var context = context
    context.position = .subsequent
    context.isNearNote = true
    context.disambiguation = state
    var rendering = rendering(item, context, .citation)
    rendering.isComparing = true
    let output = Output.list(rendering.render(style.citation.area.elements))
    return (output, rendering)
  }

  fileprivate var initials: NameInitials {
    NameInitials(mark: ".", keepsHyphen: style.initializesWithHyphen)
  }
}

extension Typesetter {
  /// Letters of the names and two digits of the year, as the "alpha" styles label works; nil for
  /// styles that print no labels.
  func citationLabel(of item: CSLItem) -> String? {
    guard prepared.style.printsCitationLabel else { return nil }
    let names =
      (["author", "editor", "translator"].lazy.map { item.names($0) }
        .first { !$0.isEmpty } ?? [])
    let families = names.map { $0.literal.isEmpty ? $0.family : $0.literal }
    let width = [0: 0, 1: 4, 2: 2, 3: 2][families.count] ?? 1
    var label = ""
    for family in families.prefix(4) {
      label += String(family.filter { $0.isLetter }.prefix(width))
    }
    if let year = item.date("issued")?.start?.year { label += twoDigits(Int(year.magnitude % 100)) }
    return label
  }
}
