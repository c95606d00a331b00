/// One rendered cite of a citation, on its way to being joined with its neighbours.
struct RenderedCite: Sendable {
  /// Its place in the citation as the text has it.
  var index: Int
  var cite: Cite
  var context: CiteContext
  var output: Output
  /// The names as text, the key of grouping; nil without names.
  var names: String?
  /// The year without its letter.
  var year: String?

  var hasAffixes: Bool { !cite.prefix.isEmpty || !cite.suffix.isEmpty }
}

extension Typesetter {
  /// Joins cites, collapsed as the style wants, inside the layout's affixes.
  func joinCites(_ cites: [RenderedCite]) -> [FormattedText] {
    let citation = style.citation
    let isEmpty = { (cite: RenderedCite) in cite.output.isEmpty && !cite.hasAffixes }
    var cites = cites
    if cites.contains(where: isEmpty) { cites.removeAll(where: isEmpty) }
    let groups =
      citation.collapse != nil && citation.collapse != .citationNumber
      || citation.citeGroupDelimiter != nil
    if groups, !citation.area.sort.isEmpty { cites = grouped(cites) }
    let joined: Output
    if cites.count == 1 {
      joined = withAffixes(cites[0])
    } else if citation.collapse == .citationNumber {
      joined = joinNumbers(cites)
    } else if groups {
      joined = joinGroups(cites)
    } else {
      joined = joinPlain(cites)
    }
    guard !joined.isEmpty else {
      return [.text("[CSL STYLE ERROR: reference with no printed form.]")]
    }
    // Names taken into the running text stand without the parentheses of the citation.
    if cites.contains(where: { $0.cite.printsAuthorOnly }) {
      return flatten(joined, quotes: quotes)
    }
    return flatten(citation.area.manner.layout([joined]), quotes: quotes)
  }

  private var layoutDelimiter: String { style.citation.area.manner.delimiter }

  /// The cite within its own affixes.
  func withAffixes(_ rendered: RenderedCite) -> Output {
    guard rendered.hasAffixes else { return rendered.output }
    var prefix = rendered.cite.prefix
    if let last = prefix.last, last.isLetter || last.isNumber || ".,:;)”\"".contains(last) {
      prefix += " "
    }
    var suffix = rendered.cite.suffix
    if let first = suffix.first, first.isLetter || first.isNumber || "([".contains(first) {
      suffix = " " + suffix
    }
    var output = rendered.output
    if let mark = suffix.first, mark == "." || mark == ",", !output.isEmpty {
      output = .span(OutputSpan(suffix: String(mark), children: [output]))
      suffix.removeFirst()
    }
    return .list(parseRichText(prefix) + [output] + parseRichText(suffix))
  }

  private func joint(_ delimiter: String, before cite: RenderedCite) -> Output {
    let suppresses = cite.cite.prefix.first == ","
    return .text(suppresses ? "" : delimiter)
  }

  private func joinPlain(_ cites: [RenderedCite]) -> Output {
    var outputs: [Output] = []
    for (index, cite) in cites.enumerated() {
      if index > 0 {
        let endsInComma = cites[index - 1].cite.suffix.last == ","
        outputs.append(joint(endsInComma ? " " : layoutDelimiter, before: cite))
      }
      outputs.append(withAffixes(cite))
    }
    return .list(outputs)
  }

  /// Brings cites with the same names together, at the place of the first.
  private func grouped(_ cites: [RenderedCite]) -> [RenderedCite] {
    var places: [String: Int] = [:]
    var groups: [[RenderedCite]] = []
    for cite in cites {
      if let names = cite.names, let place = places[names] {
        groups[place].append(cite)
        continue
      }
      if let names = cite.names { places[names] = groups.count }
      groups.append([cite])
    }
    return groups.flatMap { $0 }
  }

  // MARK: Numbers

  private func joinNumbers(_ cites: [RenderedCite]) -> Output {
    var outputs: [Output] = []
    var index = 0
    let citation = style.citation
    var wasCollapsed = false
    while index < cites.count {
      let end = endOfRun(from: index, in: cites)
      if index > 0 {
        let delimiter =
          wasCollapsed
          ? citation.afterCollapseDelimiter ?? layoutDelimiter : layoutDelimiter
        outputs.append(joint(delimiter, before: cites[index]))
      }
      outputs.append(withAffixes(cites[index]))
      wasCollapsed = end - index >= 2
      if end - index >= 2 {
        outputs.append(.text("–"))
        outputs.append(withAffixes(cites[end]))
        index = end + 1
      } else {
        index += 1
      }
    }
    return .list(outputs)
  }

  /// The last cite of the run of following numbers that starts here.
  private func endOfRun(from start: Int, in cites: [RenderedCite]) -> Int {
    var end = start
    guard isBareNumber(cites[start]) else { return start }
    while end + 1 < cites.count, isBareNumber(cites[end + 1]),
      let here = cites[end].context.citationNumber,
      cites[end + 1].context.citationNumber == here + 1
    {
      end += 1
    }
    return end
  }

  private func isBareNumber(_ cite: RenderedCite) -> Bool {
    guard !cite.hasAffixes, cite.cite.locator == nil else { return false }
    return cite.output.first { $0 == .citationNumber } != nil
  }

  // MARK: Names and years

  private func joinGroups(_ cites: [RenderedCite]) -> Output {
    let citation = style.citation
    let groupDelimiter = citation.citeGroupDelimiter ?? (style.isNoteStyle ? layoutDelimiter : ", ")
    var outputs: [Output] = []
    var index = 0
    // As the reference processor has it, the first joint counts as one after a collapsed group.
    var wasCollapsed = true
    while index < cites.count {
      var end = index + 1
      while end < cites.count, cites[index].names != nil, cites[end].names == cites[index].names {
        end += 1
      }
      if index > 0 {
        let after = wasCollapsed ? citation.afterCollapseDelimiter : nil
        outputs.append(joint(after ?? layoutDelimiter, before: cites[index]))
      }
      if citation.collapse == nil {
        outputs.append(joinGroup(Array(cites[index..<end]), groupDelimiter))
      } else {
        outputs.append(joinYears(Array(cites[index..<end]), groupDelimiter))
      }
      wasCollapsed = end - index > 1 || index == 0
      index = end
    }
    return .list(outputs)
  }

  private func joinGroup(_ cites: [RenderedCite], _ delimiter: String) -> Output {
    var outputs: [Output] = []
    for (index, cite) in cites.enumerated() {
      if index > 0 { outputs.append(joint(delimiter, before: cite)) }
      outputs.append(withAffixes(cite))
    }
    return .list(outputs)
  }

  /// One group of the same names: names once, then years, then letters where the style wants.
  private func joinYears(_ cites: [RenderedCite], _ groupDelimiter: String) -> Output {
    let citation = style.citation
    var outputs: [Output] = []
    var index = 0
    while index < cites.count {
      var cite = cites[index]
      if index > 0 { cite.output = withoutNames(cite.output) }
      let output = withAffixes(cite)
      if index > 0, !output.isEmpty {
        let afterLocator =
          cites[index - 1].cite.locator == nil
          ? nil : citation.afterCollapseDelimiter
        outputs.append(joint(afterLocator ?? groupDelimiter, before: cites[index]))
      }
      outputs.append(output)
      index += 1
      guard citation.collapse == .yearSuffix || citation.collapse == .yearSuffixRanged,
        let year = cites[index - 1].year
      else { continue }
      let start = index - 1
      while index < cites.count, cites[index].year == year, canJoinLetter(cites[index]),
        canJoinLetter(cites[index - 1])
      {
        index += 1
      }
      outputs += letters(Array(cites[start..<index]))
    }
    return .list(outputs)
  }

  private func canJoinLetter(_ cite: RenderedCite) -> Bool {
    cite.context.disambiguation.yearSuffix != nil && !cite.hasAffixes && cite.cite.locator == nil
      && cite.output.first { $0 == .yearSuffix } != nil
  }

  /// The letters after the first of cites of one year, runs of three and more as ranges.
  private func letters(_ cites: [RenderedCite]) -> [Output] {
    let citation = style.citation
    let delimiter = citation.yearSuffixDelimiter ?? citation.citeGroupDelimiter ?? layoutDelimiter
    var outputs: [Output] = []
    var index = 1
    while index < cites.count {
      var end = index
      if citation.collapse == .yearSuffixRanged {
        end = index - 1
        while end + 1 < cites.count, let here = cites[end].context.disambiguation.yearSuffix,
          cites[end + 1].context.disambiguation.yearSuffix == here + 1
        {
          end += 1
        }
        if end - index >= 1, let last = cites[end].output.first(where: { $0 == .yearSuffix }) {
          outputs += [.text("–"), .tagged(.cite(cites[end].index), [last])]
          index = end + 1
          continue
        }
      }
      if let letter = cites[index].output.first(where: { $0 == .yearSuffix }) {
        outputs += [.text(delimiter), .tagged(.cite(cites[index].index), [letter])]
      }
      index += 1
    }
    return outputs
  }

  /// The cite without its first names.
  func withoutNames(_ output: Output) -> Output {
    let isNames = { (tag: OutputTag) in if case .names = tag { true } else { false } }
    return output.replacingFirst(where: isNames, with: nil) ?? output
  }
}
