import Diagnostics
import Markdown
import SiteModel

/// Reads the texts of one entity in order, and decides what each name becomes.
struct ProseReading {
  let names: ProseNames
  let choices: ResolvedChoices
  let meaning: NameMeaning
  private let owner: EntityID
  private let files: TextReader?

  private(set) var links: [ProseLink] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var usedChoices: Set<ResolvedChoices.Choice> = []
  private(set) var work = 0

  private var memory = NamingMemory()
  private var asked: Set<Int> = []
  /// Nil where nobody asks for places, or the file cannot be had.
  private var finder: PlaceFinder?
  /// The start of the file, where the place of a name is not looked for.
  private var start = SourceSpan(path: "", range: 0..<0)
  /// Which words of the block its author kept from being linked, by their place in the prose.
  private var usedClosed: Set<Int> = []

  init(
    of item: LoadedContent.Item,
    names: ProseNames,
    choices: ResolvedChoices,
    in files: TextReader?
  ) {
    self.names = names
    self.choices = choices
    self.files = files
    owner = item.entity.id
    meaning = NameMeaning(of: item, in: names.index)
  }

  /// The document with its names as mentions; they are looked for where nobody has found them.
  mutating func link(
    _ document: MarkdownDocument,
    of text: EntityText,
    found: FoundNames.Text?
  ) -> MarkdownDocument {
    if let found, found.isSilent, choices.automaton == nil {
      work += found.work
      return document
    }
    let prose = document.prose
    let own = found ?? FoundNames.Text(names.index.automaton.matches(in: prose.text[...]))
    work += own.work
    var linked = LinkedText(prose: prose, mentions: document.mentions, matches: own.matches[...])
    enter(text.markdown)
    memory.beginSection()
    var section: Int?
    for block in prose.blocks {
      if section != block.section { memory.beginSection() }
      section = block.section
      let found = findMatches(in: block, &linked)
      if found.isEmpty, block.mentions.isEmpty, block.closed.isEmpty { continue }
      finder?.enter(block.source)
      let entry = block.closed.isEmpty ? nil : finder
      usedClosed = []
      read(block, found, into: &linked)
      if usedClosed.count < block.closed.count {
        reportUselessVetoes(in: block, of: prose, from: entry)
      }
    }
    return document.linking(linked.names, mentions: linked.mentions, in: prose)
  }

  private mutating func enter(_ text: WrittenText) {
    start = SourceSpan(path: text.path, range: 0..<0)
    finder = files.flatMap { files in
      let file = files(text.path)
      return text.text(in: file).map { PlaceFinder($0, source: file) }
    }
  }

  private mutating func read(
    _ block: ProseBlock,
    _ found: [NameMatch],
    into linked: inout LinkedText
  ) {
    let prose = linked.prose
    var matches = found[...]
    var mentions = prose.mentions[block.mentions]
    let talk = found.contains(where: isNumberOfIssue) ? CollectionTalk(block, of: prose) : nil
    while let match = matches.first {
      while let mention = mentions.first, mention.offset < match.range.lowerBound {
        mentions.removeFirst()
        readMention(mention.index, into: &linked)
      }
      matches.removeFirst()
      let span = finder?.find(prose.text[match.range]) ?? start
      guard prose.canHold(match.range, from: &linked.container) else { continue }
      let next = matches.first.flatMap { isWhole($0) ? $0.range.lowerBound : nil }
      let place = NamePlace(match, in: prose, block, span: span, next: next)
      readName(place, talk, into: &linked)
    }
    for mention in mentions { readMention(mention.index, into: &linked) }
  }

  /// Whether a name is no mere family name.
  private func isWhole(_ match: NameMatch) -> Bool {
    guard case .site(let name) = match.name else { return true }
    return names.index.senses[name].contains { $0.role != .familyName }
  }

  private func isNumberOfIssue(_ match: NameMatch) -> Bool {
    guard case .site(let name) = match.name else { return false }
    return names.index.senses[name].first?.role == .numberInCollection
  }

  /// The names of the site, and those of the editors' additions, which win.
  private mutating func findMatches(
    in block: ProseBlock,
    _ linked: inout LinkedText
  ) -> [NameMatch] {
    let own = linked.takeMatches(upTo: block.range.upperBound)
    guard let automaton = choices.automaton else {
      return own.map { NameMatch(range: $0.range, name: .site($0.name)) }
    }
    let added = automaton.matches(in: linked.prose.text[block.range])
    work += added.work
    var result: [NameMatch] = []
    var rest = added.found[...]
    for match in own {
      while let next = rest.first, next.range.upperBound <= match.range.lowerBound {
        result.append(NameMatch(range: next.range, name: .addition(next.name)))
        rest.removeFirst()
      }
      let isCovered =
        rest.first.map { $0.range.lowerBound < match.range.upperBound } ?? false
        || (result.last.map { $0.range.upperBound > match.range.lowerBound } ?? false)
      if !isCovered { result.append(NameMatch(range: match.range, name: .site(match.name))) }
    }
    return result + rest.map { NameMatch(range: $0.range, name: .addition($0.name)) }
  }

  // MARK: Mentions of authors and drafts

  private mutating func readMention(_ index: Int, into linked: inout LinkedText) {
    let mention = linked.mentions[index]
    guard case .success(let id) = names.table.resolveMention(mention.target),
      let entity = names.index.position(of: id)
    else { return }
    let printed = mention.label ?? ""
    let span = finder?.find(Array(printed.utf8)[...])
    memory.name(entity, by: nil, in: names.index)
    let term = names.index.name(printed).flatMap { meaning.term(of: $0, for: entity) }
    linked.mentions[index].expansion = expansion(of: term)
    let isFirst = memory.isFirstInSection(entity)
    guard mention.target.span.path.hasPrefix("seeds/") else { return memory.state(entity) }
    linked.mentions[index].isLink = isFirst && id != owner
    let outcome: ProseLink.Outcome = linked.mentions[index].isLink ? .link : .mention
    links.append(
      ProseLink(
        source: owner,
        span: span ?? mention.target.span,
        printed: printed,
        target: id,
        outcome: outcome
      )
    )
  }

  /// What an acronym stands for, at its first use in the texts.
  private mutating func expansion(of term: Int?) -> String? {
    guard let term, let expansion = names.index.terms[term]?.expansion,
      memory.isFirstUse(of: term)
    else { return nil }
    return frenchTypography(of: expansion)
  }

  // MARK: Names

  private mutating func readName(
    _ place: NamePlace,
    _ talk: CollectionTalk?,
    into linked: inout LinkedText
  ) {
    let resolved: NameMeaning.Resolution
    switch place.match.name {
    case .addition(let index):
      usedChoices.insert(.addition(index))
      resolved = .one(
        NameIndex.Sense(entity: choices.additions[index].target, role: .name, term: nil)
      )
    case .site(let name):
      resolved = meaning.resolve(name, at: place, memory: memory, talk)
    }
    switch resolved {
    case .none: return
    case .several(let choices): ask(place, choices)
    case .one(let sense):
      guard !isVetoed(place, sense) else { return }
      add(sense, at: place, into: &linked)
    }
  }

  /// Whether the author wants some word of a name as it is; keeps that this changed something.
  private mutating func isClosed(_ place: NamePlace) -> Bool {
    let closed = place.prose.closed(touching: place.match.range)
    usedClosed.formUnion(closed)
    return !closed.isEmpty
  }

  /// `[[!…]]` around what is no name, or no longer one (`MEN004`).
  private mutating func reportUselessVetoes(
    in block: ProseBlock,
    of prose: DocumentProse,
    from entry: PlaceFinder?
  ) {
    var finder = entry
    for (index, range) in zip(block.closed, prose.closed[block.closed]) {
      let span = finder?.find(Array("[[!".utf8) + prose.text[range]) ?? start
      guard !usedClosed.contains(index) else { continue }
      let words = String(decoding: prose.text[range], as: UTF8.self)
      diagnostics.append(ResolvedChoices.uselessVeto(of: words, at: span))
    }
  }

  private mutating func isVetoed(_ place: NamePlace, _ sense: NameIndex.Sense) -> Bool {
    let id = names.index.entities[sense.entity]
    let isClosed = isClosed(place)
    let veto = choices.veto(of: place.printed) ?? choices.entities[id]
    if let veto { usedChoices.insert(.veto(veto)) }
    guard isClosed || veto != nil else { return false }
    record(place, id, .vetoed)
    return true
  }

  private mutating func add(
    _ sense: NameIndex.Sense,
    at place: NamePlace,
    into linked: inout LinkedText
  ) {
    let id = names.index.entities[sense.entity]
    if case .site(let name) = place.match.name {
      memory.name(sense.entity, by: (sense.role, name), in: names.index)
    } else {
      memory.name(sense.entity, by: nil, in: names.index)
    }
    let expansion = expansion(of: sense.term)
    // A term without a body behind it is explained once; an organisation is found again in every
    // section.
    let isLink =
      id.kind == .term ? expansion != nil : memory.isFirstInSection(sense.entity)
    linked.names.append(
      FoundName(
        range: place.match.range,
        mention: MarkdownMention(
          target: Spanned(names.index.targets[sense.entity], at: place.span),
          label: place.printed,
          isLink: isLink,
          expansion: expansion
        )
      )
    )
    record(place, id, isLink ? .link : .mention)
  }

  /// Asks once for each name of the texts which of several entities is meant (`MEN003`).
  private mutating func ask(_ place: NamePlace, _ entities: [Int]) {
    let ids = entities.map { names.index.entities[$0] }.sorted()
    if isClosed(place) { return record(place, nil, .vetoed) }
    if let veto = choices.veto(of: place.printed) {
      usedChoices.insert(.veto(veto))
      return record(place, nil, .vetoed)
    }
    record(place, nil, .homonym(ids))
    guard case .site(let name) = place.match.name, asked.insert(name).inserted else { return }
    let shown = ids.prefix(5)
    let forms = shown.map { "[[\($0)|\(place.printed)]]" } + ["[[!\(place.printed)]]"]
    diagnostics.append(
      Diagnostic(
        LinkingDiagnostics.homonym,
        .note,
        at: place.span,
        "\"\(place.printed)\" may be \(shown.map(\.description).joined(separator: " or "))"
          + (ids.count > shown.count ? " or \(ids.count - shown.count) others" : ""),
        help: "Write \(forms.joined(separator: " or "))."
      )
    )
  }

  private mutating func record(
    _ place: NamePlace,
    _ target: EntityID?,
    _ outcome: ProseLink.Outcome
  ) {
    links.append(
      ProseLink(
        source: owner,
        span: place.span,
        printed: place.printed,
        target: target,
        outcome: outcome
      )
    )
  }
}

/// A document that is read block by block, and what is written into it.
private struct LinkedText {
  let prose: DocumentProse
  var names: [FoundName] = []
  var mentions: [MarkdownMention]
  /// The names of the site in the blocks to come.
  var matches: ArraySlice<NameAutomaton.Match>
  /// The container up to which names were held against them.
  var container = 0

  init(
    prose: DocumentProse,
    mentions: [MarkdownMention],
    matches: ArraySlice<NameAutomaton.Match>
  ) {
    (self.prose, self.mentions, self.matches) = (prose, mentions, matches)
  }

  /// The names of the site that stand before an offset, which are read now.
  mutating func takeMatches(upTo end: Int) -> ArraySlice<NameAutomaton.Match> {
    let taken = matches.prefix { $0.range.lowerBound < end }
    matches = matches[taken.endIndex...]
    return taken
  }
}
