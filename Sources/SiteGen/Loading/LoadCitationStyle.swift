import CSL
public import Diagnostics
public import SiteModel

/// Reads the citation style of a site and the words it is written with.
///
/// A dependent style is replaced by its parent and keeps its own language. Emits `CSL001` to
/// `CSL009`; the value is `CitationStyle.none` after an error.
///
/// - Parameters:
///   - tree: the sources, with the installed files that `findMissingStyleFiles` asked for.
///   - chosen: which style.
///   - language: the language to write in, where the style has none of its own.
///   - isNeeded: whether something is to be printed; without it, a missing style of the house is
///     no fault.
/// - Returns: the style with its words, and what is wrong with either.
public func loadCitationStyle(
  _ tree: SourceTree,
  _ chosen: ChosenStyle,
  language: String,
  isNeeded: Bool
) -> Diagnosed<CitationStyle> {
  var reading = StyleReading(tree: tree, chosen: chosen)
  guard let file = findStyle(chosen.name, in: tree) else {
    let diagnostics = chosen.isExplicit || isNeeded ? [reading.missing(chosen.name)] : []
    return Diagnosed(.none, diagnostics)
  }
  let style = reading.readIndependent(file)
  guard let style, !reading.diagnostics.containsError else {
    return Diagnosed(.none, reading.diagnostics)
  }
  let wanted = style.language ?? language
  let locales = reading.readLocales(for: wanted)
  for warning in style.style.findMissingTerms(in: locales, language: wanted) {
    reading.report(warning, in: style.file)
  }
  return Diagnosed(
    CitationStyle(style: style.style, locales: locales, language: wanted),
    reading.diagnostics
  )
}

/// A style that stands for itself, where it was read and the language it asks for.
private struct IndependentStyle {
  let style: CSLStyle
  let file: SourceFile
  let language: String?
}

/// Reads the files of a style and keeps what is wrong with them.
private struct StyleReading {
  let tree: SourceTree
  let chosen: ChosenStyle
  var diagnostics: [Diagnostic] = []

  /// Reads a style; of a dependent one, its parent.
  mutating func readIndependent(_ file: SourceFile) -> IndependentStyle? {
    guard let style = read(file) else { return nil }
    guard let parentName = style.parentName else {
      return IndependentStyle(style: style, file: file, language: style.defaultLocale)
    }
    guard let parentFile = findStyle(parentName, in: tree) else {
      diagnostics.append(missing(parentName, parentOf: file))
      return nil
    }
    guard let parent = read(parentFile) else { return nil }
    guard parent.parentName == nil else {
      let summary = "parent \"\(parentName)\" of \(chosen.name) depends on a style itself"
      report(CitationStyleDiagnostics.brokenStyle, at: SourceSpan(file, 0), summary)
      return nil
    }
    let language = style.defaultLocale ?? parent.defaultLocale
    return IndependentStyle(style: parent, file: parentFile, language: language)
  }

  private mutating func read(_ file: SourceFile) -> CSLStyle? {
    do throws(CSLReadError) {
      let style = try CSLStyle(xml: file.bytes)
      for warning in style.warnings { report(warning, in: file) }
      return style
    } catch {
      report(CitationStyleDiagnostics.brokenStyle, at: error.span(in: file), error.summary)
      return nil
    }
  }

  /// The locales of a language and of those it falls back on.
  mutating func readLocales(for language: String) -> [CSLLocale] {
    var locales: [CSLLocale] = []
    let chain = localeChain(for: language)
    for tag in chain {
      guard let file = findLocale(tag, in: tree) else { continue }
      do throws(CSLReadError) {
        locales.append(try CSLLocale(xml: file.bytes))
      } catch {
        report(CitationStyleDiagnostics.brokenLocale, at: error.span(in: file), error.summary)
      }
    }
    if let last = chain.last, findLocale(last, in: tree) == nil {
      let summary = "no locale for \(last), the language of style \(chosen.name)"
      diagnostics.append(
        Diagnostic(CitationStyleDiagnostics.missingLocale, .warning, at: chosen.span, summary)
      )
    }
    return locales
  }

  /// A style that is nowhere.
  func missing(_ name: String, parentOf child: SourceFile? = nil) -> Diagnostic {
    let span = child.map { SourceSpan($0, 0) } ?? chosen.span
    let role = child == nil ? "citation style" : "parent of style \"\(chosen.name)\","
    guard chosen.isExplicit else {
      let summary = "no citation style: Templates/csl/\(name).csl is missing"
      return Diagnostic(CitationStyleDiagnostics.missingStyle, .error, at: span, summary)
    }
    let own = tree.files(under: "Templates/csl").map(\.path).filter { $0.hasSuffix(".csl") }
      .map { String($0.dropFirst("Templates/csl/".count).dropLast(".csl".count)) }
    guard !tree.installedStyles.isEmpty else {
      let summary =
        "\(role) \"\(name)\" is not in Templates/csl, and no styles are installed"
        + suggestion(for: name, among: own)
      return Diagnostic(CitationStyleDiagnostics.stylePackageMissing, .error, at: span, summary)
    }
    let summary =
      "unknown \(role) \"\(name)\"" + suggestion(for: name, among: own + tree.installedStyles)
    return Diagnostic(CitationStyleDiagnostics.unknownStyle, .error, at: span, summary)
  }

  mutating func report(_ code: DiagnosticCode, at span: SourceSpan, _ summary: String) {
    diagnostics.append(Diagnostic(code, .error, at: span, summary))
  }

  mutating func report(_ warning: CSLStyleWarning, in file: SourceFile) {
    let (code, severity): (DiagnosticCode, Severity) =
      switch warning.kind {
      case .recursiveMacro: (CitationStyleDiagnostics.recursiveMacro, .error)
      case .unknownMacro: (CitationStyleDiagnostics.unknownMacro, .error)
      case .missingPart: (CitationStyleDiagnostics.brokenStyle, .error)
      case .emptySortKey: (CitationStyleDiagnostics.brokenStyle, .warning)
      case .missingTerm: (CitationStyleDiagnostics.missingTerm, .warning)
      }
    diagnostics.append(
      Diagnostic(code, severity, at: SourceSpan(file, warning.offset), warning.summary)
    )
  }
}

extension SourceSpan {
  /// A point of a file.
  fileprivate init(_ file: SourceFile, _ offset: Int) {
    self.init(path: file.path, range: offset..<offset)
  }
}

extension CSLReadError {
  /// The line where reading ended.
  fileprivate func span(in file: SourceFile) -> SourceSpan {
    SourceSpan(file, LineIndex(file.bytes).offset(ofLine: line))
  }
}
