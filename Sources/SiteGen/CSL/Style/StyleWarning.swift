/// Something wrong with a style that reading worked around.
public struct CSLStyleWarning: Hashable, Sendable {
  /// What may be wrong.
  public enum Kind: Hashable, Sendable {
    /// A macro calls itself, directly or through others, or calls others beyond all measure; it
    /// prints nothing.
    case recursiveMacro
    /// A macro is called that does not exist.
    case unknownMacro
    /// A part that a style must have is missing.
    case missingPart
    /// A sort key has nothing to sort by.
    case emptySortKey
    /// A term stands in no locale.
    case missingTerm
  }

  /// What is wrong.
  public let kind: Kind
  /// The same in words, without full stop.
  public let summary: String
  /// Offset in the file of the element that is wrong.
  public let offset: Int
}

/// A term that an element of a style names.
struct NamedTerm: Hashable, Sendable {
  var name: String
  var form: TermForm
  var offset: Int
}

extension CSLStyle {
  /// A warning for each term that the style names and that neither it nor the locales define.
  ///
  /// - Parameters:
  ///   - locales: locale files to choose from, as in a `CitationRequest`.
  ///   - language: the language to write in.
  /// - Returns: warnings in the order of the style.
  public func findMissingTerms(in locales: [CSLLocale], language: String) -> [CSLStyleWarning] {
    let locale = composeLocale(language: language, files: locales, overrides: self.locales)
    return namedTerms.filter { locale.term($0.name, $0.form) == nil }.map { term in
      CSLStyleWarning(
        kind: .missingTerm,
        summary: "term \"\(term.name)\" stands in no locale for \(locale.language)",
        offset: term.offset
      )
    }
  }
}
