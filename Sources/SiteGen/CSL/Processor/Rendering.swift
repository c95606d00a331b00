/// Everything a layout reads besides the item: what the cite says and what was found out before.
struct CiteContext: Sendable {
  enum Position: Int, Sendable {
    case first, subsequent, ibid, ibidWithLocator
  }
  var locator: String?
  var label = "page"
  var position = Position.first
  var isNearNote = false
  var firstReferenceNote: Int?
  var citationNumber: Int?
  var suppressesAuthor = false
  var citationLabel: String?
  var disambiguation = Disambiguation()
}

/// What was added to an item's cites to tell it from others.
struct Disambiguation: Hashable, Sendable {
  /// Names shown, by name list; 0 and missing leave what et-al gives.
  var namesShown: [Int] = []
  /// Given-name levels by name list and name: 0 as the style says, 1 initials, 2 full.
  var givenLevels: [[Int]] = []
  /// Letter suffix of the year, counted from 1; nil for none.
  var yearSuffix: Int?
  /// Set while cites are compared, where the date of access does not count.
  var isComparing = false
  /// Set where the names printed are collected.
  var recordsNames = false
  /// How many tests of `disambiguate="true"` hold, in the order of asking.
  var conditions = 0
}

/// Where an element is rendered.
enum RenderingArea: Sendable {
  case citation
  case bibliography
}

/// Renders the elements of a layout for one item.
struct Rendering {
  let prepared: PreparedStyle
  let area: RenderingArea
  let item: CSLItem
  let cite: CiteContext
  let language: TextLanguage
  var style: CSLStyle { prepared.style }
  var locale: CSLLocale { prepared.locale }
  /// Whether names are rendered for a sort key that is a variable.
  var sortsByVariable: Bool {
    if case .variable = sortKey?.source { return true }
    return false
  }
  /// Given-name levels that hold for every cite of a name, whatever the cite.
  var nameLevels: GlobalNameLevels?

  /// Set while a sort key is rendered.
  var sortKey: SortKey?
  /// Set while cites are compared, where the date of access does not count.
  var isComparing = false
  /// Set where the names printed are collected.
  var recordsNames = false
  /// How many tests of `disambiguate` were asked; the first ones hold.
  var disambiguationTests = 0
  /// Variables printed by a substitute, which are then silent.
  var quashed: Set<String> = []
  /// Variables printed since the last substitute began.
  var printed: Set<String> = []
  /// Variables called and variables that printed, for the groups around.
  var calls = 0
  var successes = 0
  /// How many name lists were printed.
  var nameListCount = 0
  /// The length of each name list, printed and whole.
  var nameShapes: [NameShape] = []
  /// The name lists, whole.
  var nameLists: [[CSLName]] = []
  /// The names printed.
  var namesPrinted: [CSLName] = []
  /// Whether the date being printed may bear the letter of the year.
  var takesYearSuffix = true
  /// Whether something was printed already.
  var hasPrinted = false
  /// Whether the suffix of the year was printed.
  var hasYearSuffix = false
  /// The element whose substitutes are tried.
  var namesOfSubstitute: NamesElement?

  init(prepared: PreparedStyle, area: RenderingArea, item: CSLItem, cite: CiteContext) {
    self.prepared = prepared
    self.area = area
    self.item = item
    self.cite = cite
    if let own = item.text("language") {
      language = TextLanguage(primary: own.prefix { $0 != "-" && $0 != "_" }.lowercased())
    } else {
      language = prepared.language
    }
  }

  mutating func render(_ elements: [StyleElement]) -> [Output] {
    var outputs: [Output] = []
    for element in elements {
      let output = render(element)
      if !output.isEmpty { outputs.append(output) }
    }
    return outputs
  }

  mutating func render(_ element: StyleElement) -> Output {
    switch element {
    case .text(let text): return renderText(text)
    case .number(let number): return renderNumber(number)
    case .label(let label): return renderLabel(label)
    case .names(let names): return renderNames(names)
    case .date(let date): return renderDate(date)
    case .group(let group): return renderGroup(group.manner, group.children)
    case .choose(let branches):
      guard let branch = takenBranch(of: branches) else { return .text("") }
      return .list(render(branch.elements))
    }
  }

  /// A group prints nothing if it calls variables and none of them prints (CSL 1.0.2 § Group).
  mutating func renderGroup(_ manner: Manner, _ children: [StyleElement]) -> Output {
    guard let outputs = renderAsGroup(children), !outputs.isEmpty else { return .text("") }
    return manner.wrap(outputs, language: language)
  }

  /// The children, or nil where all the variables they call are empty.
  mutating func renderAsGroup(_ children: [StyleElement]) -> [Output]? {
    let outer = (calls, successes)
    calls = 0
    successes = 0
    let outputs = render(flattenedChoices(children))
    let called = calls > 0
    let succeeded = successes > 0
    calls = outer.0 + (called ? 1 : 0)
    successes = outer.1
    if called && !succeeded { return nil }
    if !outputs.isEmpty { successes += 1 }
    return outputs
  }

  /// The children with every `choose` replaced by what its branch holds, so that delimiters fall
  /// between those elements too.
  mutating func flattenedChoices(_ children: [StyleElement]) -> [StyleElement] {
    guard children.contains(where: { if case .choose = $0 { true } else { false } }) else {
      return children
    }
    var result: [StyleElement] = []
    for child in children {
      guard case .choose(let branches) = child else {
        result.append(child)
        continue
      }
      if let branch = takenBranch(of: branches) { result += flattenedChoices(branch.elements) }
    }
    return result
  }

  /// Notes that variables were called, and whether they had something to print.
  mutating func noteCall(success: Bool, variables: [String] = []) {
    calls += 1
    guard success else { return }
    successes += 1
    hasPrinted = true
    // Only a substitute asks.
    if namesOfSubstitute != nil { printed.formUnion(variables) }
  }

  /// The text of a variable unless a substitute has printed it.
  func variableText(_ variable: String) -> String? {
    quashed.contains(variable) ? nil : item.text(variable)
  }
}
