/// A style in one language with what is found out about it once.
///
/// A class, since every rendering holds it: copying style and locale for each cite would cost more
/// than rendering it.
final class PreparedStyle: Sendable {
  let style: CSLStyle
  let locale: CSLLocale
  let quotes: QuoteMarks
  /// The language of items that name none.
  let language: TextLanguage
  /// Name options of the areas over those of the style.
  let citationOptions: NameOptions
  let bibliographyOptions: NameOptions
  /// What layouts and sort keys can ask of the document.
  let citeReach: LayoutReach
  let citeSortReach: LayoutReach
  let entryReach: LayoutReach
  let entrySortReach: LayoutReach

  init(style: CSLStyle, locale: CSLLocale) {
    self.style = style
    self.locale = locale
    quotes = QuoteMarks(locale: locale)
    language = TextLanguage(primary: String(locale.language.prefix { $0 != "-" }))
    citationOptions = style.citation.area.options.inheriting(style.options)
    bibliographyOptions = (style.bibliography?.area.options ?? NameOptions())
      .inheriting(style.options)
    citeReach = LayoutReach(style.citation.area, in: style)
    citeSortReach = LayoutReach(sortOf: style.citation.area, in: style)
    entryReach = style.bibliography.map { LayoutReach($0.area, in: style) } ?? LayoutReach()
    entrySortReach =
      style.bibliography.map { LayoutReach(sortOf: $0.area, in: style) } ?? LayoutReach()
  }

  /// How a sort key that is a variable prints its names.
  func sortNames(of variable: String) -> NamesElement {
    var options = NameOptions()
    options.form = "long"
    let name = NameElement(
      isGiven: false,
      options: options,
      inCitations: citationOptions,
      inBibliography: bibliographyOptions
    )
    return NamesElement(variables: [variable], name: name, manner: Manner())
  }
}

/// Renders cites, entries and sort keys of one style in one language.
struct Typesetter: Sendable {
  let prepared: PreparedStyle
  var nameLevels: GlobalNameLevels?

  init(style: CSLStyle, locale: CSLLocale) {
    prepared = PreparedStyle(style: style, locale: locale)
  }

  var style: CSLStyle { prepared.style }
  var locale: CSLLocale { prepared.locale }
  var quotes: QuoteMarks { prepared.quotes }

  func rendering(_ item: CSLItem, _ cite: CiteContext, _ area: RenderingArea) -> Rendering {
    var rendering = Rendering(prepared: prepared, area: area, item: item, cite: cite)
    rendering.nameLevels = nameLevels
    return rendering
  }

  /// The parts of a cite, before affixes.
  func renderCite(_ item: CSLItem, _ cite: CiteContext, opensCitation: Bool) -> Output {
    var rendering = rendering(item, cite, .citation)
    rendering.hasPrinted = !opensCitation
    return .list(rendering.render(style.citation.area.elements))
  }

  /// The values an item is sorted by.
  func sortValues(
    _ item: CSLItem,
    _ cite: CiteContext,
    _ keys: [SortKey],
    _ area: RenderingArea
  ) -> [SortValue] {
    keys.map { sortValue(item, cite, $0, area) }
  }

  private func sortValue(
    _ item: CSLItem,
    _ cite: CiteContext,
    _ key: SortKey,
    _ area: RenderingArea
  ) -> SortValue {
    var rendering = rendering(item, cite, area)
    rendering.sortKey = key
    switch key.source {
    case .macro(let index):
      guard index < style.macros.count else { return .missing }
      let output = Output.list(rendering.render(style.macros[index]))
      return text(flatten(output, quotes: quotes).plainText)
    case .variable(let name):
      return variableValue(name, of: item, &rendering)
    }
  }

  private func text(_ text: String) -> SortValue {
    let folded = text.trimmingSpaces()
    return folded.isEmpty ? .missing : .text(CollationKey(folded))
  }

  private func variableValue(
    _ name: String,
    of item: CSLItem,
    _ rendering: inout Rendering
  ) -> SortValue {
    if name == "citation-number" {
      return rendering.cite.citationNumber.map { .number($0) } ?? .missing
    }
    if name == "citation-label" {
      return text(item.text(name) ?? rendering.cite.citationLabel ?? "")
    }
    switch item.fields[name] {
    case .names:
      let names = rendering.renderNames(prepared.sortNames(of: name))
      return text(flatten(names, quotes: quotes).plainText)
    case .date(let date):
      return date.isEmpty ? .missing : text(dateSortText(date, month: true, day: true))
    case .text(let value), .number(let value):
      let isNumber = CSLNumberVariables.all.contains(name)
      if isNumber, let number = Int(value.trimmingSpaces()) { return .number(number) }
      return text(flatten(.richText(value), quotes: quotes).plainText)
    case .other, .none: return .missing
    }
  }
}

/// The variables that hold numbers.
enum CSLNumberVariables {
  static let all: Set<String> = [
    "chapter-number", "citation-number", "collection-number", "edition",
    "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
    "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
    "supplement-number", "version", "volume",
  ]
}
