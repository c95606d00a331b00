extension Rendering {
  mutating func renderNames(_ element: NamesElement) -> Output {
    guard let outer = namesOfSubstitute else { return renderOwnNames(element) }
    return renderOwnNames(element.completed(by: outer))
  }

  private mutating func renderOwnNames(_ element: NamesElement) -> Output {
    let lists = nameLists(element)
    noteCall(success: !lists.isEmpty)
    // Only a substitute asks.
    if namesOfSubstitute != nil { printed.formUnion(lists.flatMap { $0.variables }) }
    if !lists.isEmpty { return renderNameLists(lists, element) }
    return renderSubstitute(of: element)
  }

  /// One role, or two whose names are the same.
  struct NameList {
    let role: String
    let names: [CSLName]

    var variables: [String] {
      role == NameList.editorAndTranslator ? ["editor", "translator"] : [role]
    }

    static let editorAndTranslator = "editortranslator"
  }

  private func nameLists(_ element: NamesElement) -> [NameList] {
    var lists: [NameList] = []
    for variable in element.variables where !quashed.contains(variable) {
      var names = item.names(variable)
      if names.contains(where: \.isEmpty) { names.removeAll(where: \.isEmpty) }
      if !names.isEmpty { lists.append(NameList(role: variable, names: names)) }
    }
    guard lists.count > 1, Set(lists.map { $0.role }) == ["editor", "translator"],
      lists[0].names == lists[1].names,
      let term = locale.term(NameList.editorAndTranslator, element.label?.element.form ?? .long),
      !term.isEmpty
    else { return lists }
    return [NameList(role: NameList.editorAndTranslator, names: lists[0].names)]
  }

  private mutating func renderNameLists(_ lists: [NameList], _ element: NamesElement) -> Output {
    let names = area == .citation ? element.name.citation : element.name.bibliography
    if names.options.form == "count" {
      var count = 0
      for list in lists {
        count += shownCount(list.names.count, names.options, index: nameListCount).shown
      }
      if sortKey != nil { return .text(String(1_000_000 + count)) }
      return element.manner.wrap([.text(String(count))], language: language)
    }
    var outputs: [Output] = []
    for list in lists { outputs.append(renderNameList(list, element, names)) }
    return element.manner.wrap(
      outputs,
      language: language,
      tag: .names(NameTag(index: nameListCount - lists.count)),
      delimiter: element.delimiter ?? names.options.namesDelimiter ?? ""
    )
  }

  private mutating func renderNameList(
    _ list: NameList,
    _ element: NamesElement,
    _ resolved: ResolvedNameOptions
  ) -> Output {
    let index = nameListCount
    nameListCount += 1
    noteShape(of: list, resolved.options, index: index)
    let names = joinNames(list.names, resolved, element.etAl, index: index)
    guard sortKey == nil, let label = element.label,
      let text = locale.term(
        list.role,
        label.element.form,
        plural: isPlural(label.element, count: list.names.count)
      ), !text.isEmpty
    else { return names }
    let output = label.element.manner.wrap([.text(text)], language: language, tag: .label)
    return .list(label.isFirst ? [output, names] : [names, output])
  }

  /// Records what disambiguation must know, when it asks.
  private mutating func noteShape(of list: NameList, _ options: NameOptions, index: Int) {
    guard isComparing || recordsNames else { return }
    let shown = shownCount(list.names.count, options, index: index).shown
    let level = options.form == "short" ? 0 : options.initializeWith == nil ? 2 : 1
    nameShapes.append(NameShape(total: list.names.count, shown: shown, level: level))
    nameLists.append(list.names)
    guard recordsNames else { return }
    namesPrinted += list.names.prefix(prepared.style.citation.addsNames ? list.names.count : shown)
  }

  private func isPlural(_ label: LabelElement, count: Int) -> Bool {
    switch label.plural {
    case .always: true
    case .never: false
    case .contextual: count > 1
    }
  }

  /// How many names are printed, and how many without what disambiguation adds.
  private func shownCount(
    _ count: Int,
    _ options: NameOptions,
    index: Int
  ) -> (shown: Int, isCut: Bool) {
    var minimum = options.etAlMin
    var first = options.etAlUseFirst ?? count
    if let key = sortKey {
      minimum = key.namesMin ?? minimum
      first = key.namesUseFirst ?? first
    } else if area == .citation, cite.position != .first {
      minimum = options.etAlSubsequentMin ?? minimum
      first = options.etAlSubsequentUseFirst ?? first
    }
    guard let minimum, count >= minimum, first < count else { return (count, false) }
    if area == .citation, index < cite.disambiguation.namesShown.count {
      first = max(first, cite.disambiguation.namesShown[index])
    }
    return first >= count ? (count, false) : (first, true)
  }

  private func joinNames(
    _ names: [CSLName],
    _ resolved: ResolvedNameOptions,
    _ etAl: EtAlElement?,
    index: Int
  ) -> Output {
    let options = resolved.options
    let (shown, isCut) = shownCount(names.count, options, index: index)
    let delimiter = options.delimiter ?? ", "
    let parts = (0..<shown).map { position in
      renderName(names[position], resolved, list: index, position: position)
    }
    guard isCut else { return joinWholeList(parts, options, delimiter) }
    let useLast = sortKey?.namesUseLast ?? options.etAlUseLast ?? false
    if useLast, shown + 2 <= names.count, let last = names.last {
      let lastName = renderName(
        last,
        resolved,
        list: index,
        position: names.count - 1
      )
      return .list([.list(parts, delimiter: delimiter), .text(delimiter + "… "), lastName])
    }
    if sortKey != nil { return .list(parts, delimiter: delimiter) }
    return joinCutList(parts, options, etAl, delimiter)
  }

  private func joinCutList(
    _ parts: [Output],
    _ options: NameOptions,
    _ etAl: EtAlElement?,
    _ delimiter: String
  ) -> Output {
    guard let term = locale.term(etAl?.term ?? "et-al"), !term.isEmpty, !parts.isEmpty else {
      return .list(parts, delimiter: delimiter)
    }
    let manner = etAl?.manner ?? Manner()
    let others = manner.wrap([.text(term)], language: language)
    let inverted =
      options.nameAsSortOrder == "all"
      || (options.nameAsSortOrder == "first" && parts.count == 1)
    let hasDelimiter: Bool =
      switch options.delimiterPrecedesEtAl {
      case "always": true
      case "never": false
      case "after-inverted-name": inverted
      default: parts.count > 1
      }
    let joint = hasDelimiter ? delimiter : " "
    return .list([.list(parts, delimiter: delimiter), .text(joint), others])
  }

  private func joinWholeList(
    _ parts: [Output],
    _ options: NameOptions,
    _ delimiter: String
  ) -> Output {
    guard parts.count > 1, let and = options.and, let last = parts.last, sortKey == nil else {
      return .list(parts, delimiter: delimiter)
    }
    let word = and == "symbol" ? locale.andSymbol : locale.term("and") ?? "and"
    let inverted =
      options.nameAsSortOrder == "all"
      || (options.nameAsSortOrder == "first" && parts.count == 2)
    let hasDelimiter: Bool =
      switch options.delimiterPrecedesLast {
      case "always": true
      case "never": false
      case "after-inverted-name": inverted
      default: parts.count > 2
      }
    let start = Output.list(Array(parts.dropLast()), delimiter: delimiter)
    let joint = (hasDelimiter ? delimiter : " ") + word + " "
    return .list([start, .text(joint), last])
  }

  private mutating func renderSubstitute(of element: NamesElement) -> Output {
    guard !element.substitute.isEmpty else { return .text("") }
    let outer = namesOfSubstitute
    defer { namesOfSubstitute = outer }
    for child in element.substitute {
      namesOfSubstitute = element
      let before = (calls, successes, printed)
      printed = []
      let output = render(child)
      let used = printed
      printed = before.2
      if !output.isEmpty {
        quashed.formUnion(used)
        printed.formUnion(used)
        var manner = Manner()
        manner.font = element.manner.font
        manner.prefix = element.manner.prefix
        manner.suffix = element.manner.suffix
        let tag = OutputTag.names(NameTag(index: -1))
        if case .span(let span) = output, case .names = span.tag {
          return manner.wrap([output], language: language)
        }
        return manner.wrap([output], language: language, tag: tag)
      }
      calls = before.0
      successes = before.1
    }
    return .text("")
  }
}
