/// What a layout can ask of a document beside the item, macros followed.
///
/// A cite or entry that asks for nothing is the same wherever it stands and is rendered once.
struct LayoutReach: Sendable {
  /// Whether the number of the item in the list is printed or sorted by.
  private(set) var readsNumber = false
  /// Whether it is read otherwise than printed by a plain `text`.
  private(set) var testsNumber = false
  /// Whether first and later cites may differ.
  private(set) var readsPosition = false
  /// Whether the date of access is read, which comparisons leave out.
  private(set) var readsAccessDate = false
  /// Whether a locator may be changed by what surrounds it, or read otherwise than printed by a
  /// plain `text`, named by its label or asked for.
  private(set) var changesLocator = false
  private var followed: Set<Int> = []

  init() {}

  /// The reach of a layout's elements.
  init(_ area: Area, in style: CSLStyle) {
    follow(area.options)
    follow(style.options)
    follow(area.elements, in: style)
  }

  /// The reach of a layout's sort keys.
  init(sortOf area: Area, in style: CSLStyle) {
    for key in area.sort {
      switch key.source {
      case .variable(let name): noteTest(of: name)
      case .macro(let index): follow(macro: index, in: style)
      }
    }
  }

  private mutating func follow(_ elements: [StyleElement], in style: CSLStyle) {
    for element in elements { follow(element, in: style) }
  }

  private mutating func follow(_ element: StyleElement, in style: CSLStyle) {
    switch element {
    case .text(let text):
      switch text.source {
      case .variable(let variable, _):
        note(variable.name)
        if variable.kind == .citationNumber, text.manner.textCase != nil { testsNumber = true }
        if variable.kind == .locator { noteChanges(by: text.manner) }
      case .macro(let index):
        noteChanges(by: text.manner)
        follow(macro: index, in: style)
      case .term, .value: break
      }
    case .number(let number):
      noteTest(of: number.variable)
      if number.variable == "locator" { changesLocator = true }
    case .label(let label): noteTest(of: label.variable)
    case .date(let date): note(date.variable)
    case .names(let names):
      follow(names.name.options)
      follow(names.substitute, in: style)
    case .group(let group):
      noteChanges(by: group.manner)
      follow(group.children, in: style)
    case .choose(let branches):
      for branch in branches {
        for test in branch.tests { follow(test) }
        follow(branch.elements, in: style)
      }
    }
  }

  private mutating func follow(_ test: Branch.Test) {
    switch test {
    case .variable(let name), .isUncertainDate(let name): noteTest(of: name)
    case .isNumeric(let name):
      noteTest(of: name)
      if name == "locator" { changesLocator = true }
    case .position: readsPosition = true
    case .type, .locator, .disambiguate, .never: break
    }
  }

  private mutating func follow(macro index: Int, in style: CSLStyle) {
    guard index < style.macros.count, followed.insert(index).inserted else { return }
    follow(style.macros[index], in: style)
  }

  private mutating func follow(_ options: NameOptions) {
    if options.etAlSubsequentMin != nil || options.etAlSubsequentUseFirst != nil {
      readsPosition = true
    }
  }

  private mutating func noteChanges(by manner: Manner) {
    if manner.textCase != nil || manner.stripsPeriods { changesLocator = true }
  }

  private mutating func note(_ variable: String) {
    switch variable {
    case "citation-number": readsNumber = true
    case "first-reference-note-number": readsPosition = true
    case "accessed": readsAccessDate = true
    default: break
    }
  }

  private mutating func noteTest(of variable: String) {
    note(variable)
    if variable == "citation-number" { testsNumber = true }
  }
}
