/// Renders cites, entries and sort keys of one style in one language.
struct Typesetter: Sendable {
  let style: CSLStyle
  let locale: CSLLocale
  let quotes: QuoteMarks
  let citationOptions: NameOptions
  let bibliographyOptions: NameOptions
  var nameLevels: GlobalNameLevels?

  init(style: CSLStyle, locale: CSLLocale) {
    self.style = style
    self.locale = locale
    quotes = QuoteMarks(locale: locale)
    citationOptions = style.citation.area.options.inheriting(style.options)
    bibliographyOptions = (style.bibliography?.area.options ?? NameOptions())
      .inheriting(style.options)
  }

  func rendering(_ item: CSLItem, _ cite: CiteContext, _ area: RenderingArea) -> Rendering {
    var rendering = Rendering(
      style: style,
      locale: locale,
      area: area,
      options: area == .citation ? citationOptions : bibliographyOptions,
      item: item,
      cite: cite
    )
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
      var element = NamesElement(variables: [name], name: NameOptions(), manner: Manner())
      element.name.form = "long"
      return text(flatten(rendering.renderNames(element), quotes: quotes).plainText)
    case .date(let date):
      return date.isEmpty ? .missing : text(dateSortText(date, month: true, day: true))
    case .text(let value), .number(let value):
      let isNumber = CSLNumberVariables.all.contains(name)
      if isNumber, let number = Int(value.trimmingSpaces()) { return .number(number) }
      return text(flatten(.list(parseRichText(value)), quotes: quotes).plainText)
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
