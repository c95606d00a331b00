extension Rendering {
  /// One name in the style's form.
  func renderName(
    _ name: CSLName,
    _ resolved: ResolvedNameOptions,
    list: Int,
    position: Int
  ) -> Output {
    let options = resolved.options
    let inverts =
      sortKey != nil || options.nameAsSortOrder == "all"
      || (options.nameAsSortOrder == "first" && position == 0)
    let level = givenLevel(of: name, list: list, position: position)
    var parts = NameParts(name: name, resolved: resolved, context: nameContext)
    parts.level = level
    let output = parts.arrange(inverted: inverts)
    let manner = options.manner
    return .span(
      OutputSpan(
        font: manner.font,
        prefix: manner.prefix,
        suffix: manner.suffix,
        tag: .name,
        children: [output]
      )
    )
  }

  private var nameContext: NameContext {
    NameContext(
      demotion: prepared.style.demoteNonDroppingParticle,
      keepsHyphen: prepared.style.initializesWithHyphen,
      isForSorting: sortKey != nil,
      sortsByVariable: sortsByVariable,
      language: language
    )
  }

  /// 0 for the style's form, 1 with initials, 2 with the whole given name.
  private func givenLevel(
    of name: CSLName,
    list: Int,
    position: Int
  ) -> Int {
    guard area == .citation, sortKey == nil else { return 0 }
    var level = 0
    let levels = cite.disambiguation.givenLevels
    if list < levels.count, position < levels[list].count { level = levels[list][position] }
    if let nameLevels {
      level = max(level, nameLevels.level(of: name, isPrimary: list == 0 && position == 0))
    }
    return level
  }
}

/// What the form of a name depends on besides its options.
struct NameContext: Sendable {
  let demotion: String
  let keepsHyphen: Bool
  let isForSorting: Bool
  let sortsByVariable: Bool
  let language: TextLanguage
}

/// The pieces of one name, ready to be put in order.
struct NameParts {
  let name: CSLName
  let resolved: ResolvedNameOptions
  let context: NameContext
  var level = 0

  private var options: NameOptions { resolved.options }

  private var isShort: Bool { options.form == "short" && level == 0 }
  private var isForSorting: Bool { context.isForSorting }

  init(name: CSLName, resolved: ResolvedNameOptions, context: NameContext) {
    self.name = name
    self.resolved = resolved
    self.context = context
  }

  func arrange(inverted: Bool) -> Output {
    if !name.literal.isEmpty { return part(name.literal, options.familyPart) }
    let family = name.family
    if family.isEmpty { return part(given, options.givenPart) }
    let isRomanesque =
      family.unicodeScalars.contains { $0.isRomanesque }
      || (name.given.unicodeScalars.contains { $0.isRomanesque })
    if !isRomanesque || name.isStaticOrdering {
      if isShort || name.given.isEmpty { return part(family, options.familyPart) }
      return .list(
        [part(family, options.familyPart), part(name.given, options.givenPart)],
        delimiter: isRomanesque || isForSorting ? " " : ""
      )
    }
    if isShort { return shortForm }
    return inverted ? invertedForm : naturalForm
  }

  private var demotesInDisplay: Bool {
    context.demotion == "display-and-sort"
  }

  private var demotes: Bool {
    demotesInDisplay
      || (isForSorting && context.demotion == "sort-only")
  }

  private var given: String {
    guard !name.given.isEmpty else { return "" }
    guard let mark = options.initializeWith, level < 2, !name.family.isEmpty else {
      return name.given
    }
    if context.sortsByVariable { return name.given }
    let initials = NameInitials(mark: mark, keepsHyphen: context.keepsHyphen)
    return options.initialize ?? true
      ? initials.abbreviate(name.given) : initials.normalize(name.given)
  }

  private var shortForm: Output {
    if isForSorting, demotes { return part(name.family, options.familyPart) }
    return familyWithParticle()
  }

  /// The family name after its particle, each formatted by itself.
  private func familyWithParticle(touching dropping: String = "") -> Output {
    let particle = name.nonDroppingParticle
    guard !particle.isEmpty else { return part(dropping + name.family, options.familyPart) }
    let space = joint(after: particle)
    guard let manner = options.familyPart, !space.isEmpty,
      manner.prefix.isEmpty, manner.suffix.isEmpty
    else { return part(dropping + particle + space + name.family, options.familyPart) }
    let parts = [part(dropping + particle, manner), part(name.family, manner)]
    return .list(parts, delimiter: space)
  }

  /// Particles that end in an apostrophe or a hyphen touch the next word.
  private func joint(after particle: String) -> String {
    guard let last = particle.last else { return "" }
    return "'’-–ʻ ".contains(last) ? "" : " "
  }

  private var naturalForm: Output {
    let dropping = name.droppingParticle
    let touches = !dropping.isEmpty && joint(after: dropping).isEmpty
    let before = givenParts([given, touches ? "" : dropping])
    var outputs: [Output] = before.map { [$0, .text(" ")] } ?? []
    outputs.append(familyWithParticle(touching: touches ? dropping : ""))
    if !name.suffix.isEmpty {
      outputs.append(.text(name.hasCommaSuffix ? ", " : " "))
      outputs += parseRichText(name.suffix)
    }
    return .list(outputs)
  }

  private var invertedForm: Output {
    let separator = options.sortSeparator ?? ", "
    var family: Output
    var rest: [String]
    if demotes {
      family = part(name.family, options.familyPart)
      rest = [given, name.droppingParticle, name.nonDroppingParticle]
      if isForSorting { rest = [name.droppingParticle, name.nonDroppingParticle, given] }
    } else {
      family = familyWithParticle()
      rest = [given, name.droppingParticle]
    }
    var outputs = [family]
    if let parts = givenParts(rest) { outputs.append(parts) }
    if !name.suffix.isEmpty { outputs.append(.richText(name.suffix)) }
    return .list(outputs, delimiter: separator)
  }

  /// Given name and particles, each formatted by itself unless affixes surround them all.
  private func givenParts(_ texts: [String]) -> Output? {
    let texts = texts.filter { !$0.isEmpty }
    guard let first = texts.first else { return nil }
    if texts.count == 1 { return part(first, options.givenPart) }
    guard let manner = options.givenPart, manner.prefix.isEmpty, manner.suffix.isEmpty else {
      return part(texts.joined(separator: " "), options.givenPart)
    }
    return .list(texts.map { part($0, manner) }, delimiter: " ")
  }

  private func part(_ text: String, _ manner: Manner?) -> Output {
    guard let manner, !isForSorting else { return .richText(text) }
    return manner.wrap(parseRichText(text), language: context.language)
  }
}
