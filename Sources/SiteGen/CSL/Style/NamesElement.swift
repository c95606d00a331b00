/// The element `names`, which a style reads once and every item is rendered by.
final class NamesElement: Sendable {
  let variables: [String]
  let name: NameElement
  /// `delimiter` of `names`; nil takes the inherited one.
  let delimiter: String?
  let manner: Manner
  let etAl: EtAlElement?
  let label: NamesLabel?
  let substitute: [StyleElement]

  init(
    variables: [String],
    name: NameElement,
    delimiter: String? = nil,
    manner: Manner,
    etAl: EtAlElement? = nil,
    label: NamesLabel? = nil,
    substitute: [StyleElement] = []
  ) {
    self.variables = variables
    self.name = name
    self.delimiter = delimiter
    self.manner = manner
    self.etAl = etAl
    self.label = label
    self.substitute = substitute
  }

  /// The element with all it leaves open as another has it, whose substitute it is.
  func completed(by outer: NamesElement) -> NamesElement {
    NamesElement(
      variables: variables,
      name: name.isGiven ? name : outer.name,
      delimiter: delimiter ?? outer.delimiter,
      manner: manner,
      etAl: etAl ?? outer.etAl,
      label: label ?? outer.label,
      substitute: substitute
    )
  }
}

/// How an element `names` prints each name.
final class NameElement: Sendable {
  /// Whether the style has an element `name` there.
  let isGiven: Bool
  /// Its own attributes.
  let options: NameOptions
  /// The same in citations and in the bibliography, with all that is inherited.
  let citation: ResolvedNameOptions
  let bibliography: ResolvedNameOptions

  /// Makes it of its own attributes and those of the areas.
  init(
    isGiven: Bool,
    options: NameOptions,
    inCitations: NameOptions,
    inBibliography: NameOptions
  ) {
    self.isGiven = isGiven
    self.options = options
    citation = ResolvedNameOptions(options.inheriting(inCitations))
    bibliography = ResolvedNameOptions(options.inheriting(inBibliography))
  }
}

/// The label of an element `names`, and whether it stands before the names.
struct NamesLabel: Sendable {
  let element: LabelElement
  let isFirst: Bool
}
