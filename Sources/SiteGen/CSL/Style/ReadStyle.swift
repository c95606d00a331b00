extension CSLStyle {
  /// Reads a CSL style.
  ///
  /// Macros that are missing or call themselves print nothing and leave a warning.
  ///
  /// - Throws: `CSLReadError` when the bytes are no XML or another document.
  public init(xml bytes: [UInt8]) throws(CSLReadError) {
    let root = try readXML(bytes)
    guard root.name == "style" else {
      throw CSLReadError("the root is <\(root.name)>, not <style>", at: 0, in: bytes)
    }
    var compiler = StyleCompiler(root: root)
    self = compiler.compile()
  }
}

private struct StyleCompiler {
  let root: XMLTree
  var macroIndex: [String: Int] = [:]
  var macroTrees: [XMLTree] = []
  var notedTerms: Set<TermKey> = []
  /// Name options of the areas over those of the style, which macros are read with.
  var citationNames = NameOptions()
  var bibliographyNames = NameOptions()
  var style = CSLStyle()

  init(root: XMLTree) {
    self.root = root
    for tree in root.all("macro") {
      guard let name = tree["name"], macroIndex[name] == nil else { continue }
      macroIndex[name] = macroTrees.count
      macroTrees.append(tree)
    }
  }

  mutating func compile() -> CSLStyle {
    readOptions()
    style.locales = root.all("locale").map { CSLLocale(element: $0) }
    let calls = MacroCalls(macroTrees, macroIndex)
    for (index, tree) in macroTrees.enumerated() {
      let name = "macro \"\(tree["name"] ?? "")\""
      if calls.recursive.contains(index) {
        warn(.recursiveMacro, "\(name) calls itself", at: tree)
        style.macros.append([])
      } else if calls.oversized.contains(index) {
        warn(.recursiveMacro, "\(name) calls others too often or too deep", at: tree)
        style.macros.append([])
      } else {
        style.macros.append(readElements(tree.children))
      }
    }
    if let tree = root.first("citation") {
      readCitation(tree)
    } else if style.independentParent == nil {
      warn(.missingPart, "the style has no citation layout", at: root)
    }
    if let tree = root.first("bibliography") { readBibliography(tree) }
    return style
  }

  mutating func warn(_ kind: CSLStyleWarning.Kind, _ summary: String, at tree: XMLTree) {
    style.warnings.append(CSLStyleWarning(kind: kind, summary: summary, offset: tree.offset))
  }

  /// Keeps the first place that names a term.
  mutating func note(term name: String, _ form: TermForm, at tree: XMLTree) {
    guard notedTerms.insert(TermKey(name, form)).inserted else { return }
    style.namedTerms.append(NamedTerm(name: name, form: form, offset: tree.offset))
  }

  mutating func readOptions() {
    style.isNoteStyle = root["class"] == "note"
    style.defaultLocale = root["default-locale"]
    style.options = NameOptions(element: root, inherited: true)
    style.pageRangeFormat = root["page-range-format"]
    style.demoteNonDroppingParticle = root["demote-non-dropping-particle"] ?? "display-and-sort"
    style.initializesWithHyphen = root["initialize-with-hyphen"] != "false"
    style.independentParent =
      root.first("info")?.all("link")
      .first { $0["rel"] == "independent-parent" }?["href"]
    citationNames = nameOptions(ofArea: "citation")
    bibliographyNames = nameOptions(ofArea: "bibliography")
  }

  func nameOptions(ofArea name: String) -> NameOptions {
    let own = root.first(name).map { NameOptions(element: $0, inherited: true) } ?? NameOptions()
    return own.inheriting(style.options)
  }

  mutating func readCitation(_ tree: XMLTree) {
    var citation = CitationArea()
    citation.area = readArea(tree)
    citation.collapse = tree["collapse"].flatMap(CitationArea.Collapse.init)
    citation.citeGroupDelimiter = tree["cite-group-delimiter"]
    citation.afterCollapseDelimiter = tree["after-collapse-delimiter"]
    citation.yearSuffixDelimiter = tree["year-suffix-delimiter"]
    citation.addsNames = tree["disambiguate-add-names"] == "true"
    citation.addsGivenNames = tree["disambiguate-add-givenname"] == "true"
    citation.addsYearSuffix = tree["disambiguate-add-year-suffix"] == "true"
    if let rule = tree["givenname-disambiguation-rule"].flatMap(CitationArea.GivenNameRule.init) {
      citation.givenNameRule = rule
    }
    citation.nearNoteDistance = tree.count("near-note-distance") ?? 5
    style.citation = citation
  }

  mutating func readBibliography(_ tree: XMLTree) {
    var area = BibliographyArea()
    area.area = readArea(tree)
    area.secondFieldAlign = tree["second-field-align"]
    area.hangingIndent = tree["hanging-indent"] == "true"
    area.lineSpacing = tree["line-spacing"].flatMap { Int($0) }
    area.entrySpacing = tree["entry-spacing"].flatMap { Int($0) }
    area.subsequentAuthorSubstitute = tree["subsequent-author-substitute"]
    area.substituteRule = tree["subsequent-author-substitute-rule"] ?? "complete-all"
    style.bibliography = area
  }

  mutating func readArea(_ tree: XMLTree) -> Area {
    var area = Area()
    area.options = NameOptions(element: tree, inherited: true)
    for key in tree.first("sort")?.all("key") ?? [] {
      readSortKey(key).map { area.sort.append($0) }
    }
    guard let layout = tree.first("layout") else {
      warn(.missingPart, "<\(tree.name)> has no layout", at: tree)
      return area
    }
    area.manner = Manner(element: layout)
    area.elements = readElements(layout.children)
    return area
  }

  mutating func readSortKey(_ tree: XMLTree) -> SortKey? {
    let source: SortKey.Source
    if let variable = tree["variable"] {
      if variable == "citation-label" { style.printsCitationLabel = true }
      source = .variable(variable)
    } else if let macro = tree["macro"].flatMap({ macroIndex[$0] }) {
      source = .macro(macro)
    } else {
      if let name = tree["macro"] {
        warn(.unknownMacro, "macro \"\(name)\" does not exist", at: tree)
      } else {
        warn(.emptySortKey, "a sort key names no variable and no macro", at: tree)
      }
      return nil
    }
    return SortKey(
      source: source,
      descending: tree["sort"] == "descending",
      namesMin: tree.count("names-min"),
      namesUseFirst: tree.count("names-use-first"),
      namesUseLast: tree["names-use-last"].map { $0 == "true" }
    )
  }

  mutating func readElements(_ trees: [XMLTree]) -> [StyleElement] {
    trees.compactMap { readElement($0) }
  }

  mutating func readElement(_ tree: XMLTree) -> StyleElement? {
    switch tree.name {
    case "text": return readText(tree)
    case "number":
      return .number(
        NumberElement(
          variable: tree["variable"] ?? "",
          form: tree["form"].flatMap(NumberElement.Form.init) ?? .numeric,
          manner: Manner(element: tree)
        )
      )
    case "label": return .label(readLabel(tree))
    case "names": return .names(readNames(tree))
    case "date":
      return .date(
        DateElement(
          variable: tree["variable"] ?? "",
          form: tree["form"],
          parts: tree.all("date-part").map { DatePart(element: $0) },
          precision: tree["date-parts"].flatMap(DatePrecision.init) ?? .yearMonthDay,
          manner: Manner(element: tree)
        )
      )
    case "group":
      return .group(
        GroupElement(manner: Manner(element: tree), children: readElements(tree.children))
      )
    case "choose": return .choose(tree.children.compactMap { readBranch($0) })
    default: return nil
    }
  }

  mutating func readText(_ tree: XMLTree) -> StyleElement? {
    let source: TextElement.Source
    if let variable = tree["variable"] {
      if variable == "year-suffix" { style.placesYearSuffix = true }
      if variable == "citation-label" { style.printsCitationLabel = true }
      if variable == "citation-number" { style.printsCitationNumber = true }
      source = .variable(TextVariable(variable), short: tree["form"] == "short")
    } else if let macro = tree["macro"] {
      guard let index = macroIndex[macro] else {
        warn(.unknownMacro, "macro \"\(macro)\" does not exist", at: tree)
        return nil
      }
      source = .macro(index)
    } else if let term = tree["term"] {
      let form = tree["form"].flatMap(TermForm.init) ?? .long
      note(term: term, form, at: tree)
      source = .term(term, form, plural: tree["plural"] == "true")
    } else if let value = tree["value"] {
      source = .value(value)
    } else {
      return nil
    }
    return .text(TextElement(source: source, manner: Manner(element: tree)))
  }

  func readLabel(_ tree: XMLTree) -> LabelElement {
    LabelElement(
      variable: tree["variable"] ?? "",
      form: tree["form"].flatMap(TermForm.init) ?? .long,
      plural: tree["plural"].flatMap(LabelElement.Plural.init) ?? .contextual,
      manner: Manner(element: tree)
    )
  }

  mutating func readNames(_ tree: XMLTree) -> NamesElement {
    var name: NameOptions?
    var etAl: EtAlElement?
    var label: NamesLabel?
    var substitute: [StyleElement] = []
    for child in tree.children {
      switch child.name {
      case "name": name = NameOptions(element: child, inherited: false)
      case "et-al":
        let manner = Manner(element: child)
        etAl = EtAlElement(term: child["term"] ?? "et-al", font: manner.font, manner: manner)
      case "label":
        let isFirst = name == nil && tree.first("name") != nil
        label = NamesLabel(element: readLabel(child), isFirst: isFirst)
      case "substitute": substitute = readElements(child.children)
      default: break
      }
    }
    return NamesElement(
      variables: (tree["variable"] ?? "").split(separator: " ").map(String.init),
      name: NameElement(
        isGiven: name != nil,
        options: name ?? NameOptions(),
        inCitations: citationNames,
        inBibliography: bibliographyNames
      ),
      delimiter: tree["delimiter"],
      manner: Manner(element: tree),
      etAl: etAl,
      label: label,
      substitute: substitute
    )
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
  }

  mutating func readBranch(_ tree: XMLTree) -> Branch? {
    guard tree.name == "if" || tree.name == "else-if" || tree.name == "else" else { return nil }
    var branch = Branch(
      match: tree["match"].flatMap(Branch.Match.init) ?? .all,
      tests: [],
      elements: readElements(tree.children)
    )
    guard tree.name != "else" else { return branch }
    let kinds: [(String, (String) -> Branch.Test)] = [
      ("variable", Branch.Test.variable),
      ("is-numeric", Branch.Test.isNumeric), ("is-uncertain-date", Branch.Test.isUncertainDate),
      ("position", Branch.Test.position),
      ("disambiguate", { .disambiguate($0 == "true") }),
    ]
    // An item has one type and a locator one label, so their lists are alternatives.
    if let types = tree["type"] { branch.tests.append(.type(words(types))) }
    if let labels = tree["locator"] { branch.tests.append(.locator(words(labels))) }
    for (attribute, make) in kinds {
      for word in (tree[attribute] ?? "").split(whereSeparator: { $0.isWhitespace }) {
        branch.tests.append(make(String(word)))
      }
    }
    if tree["disambiguate"] != nil { style.testsDisambiguate = true }
    if branch.tests.isEmpty { branch.tests.append(.never) }
    return branch
  }
}
