public import Diagnostics
public import SiteModel

/// Something that must be true of every text that editors write.
///
/// A rule is one conforming type and one file of `Checking/Rules/`. It sees one text as it is
/// written and reports places in it.
public protocol SourceRule: Sendable {
  /// The code it reports under.
  static var code: DiagnosticCode { get }

  /// What breaks the rule, in the order of the text; linear.
  func check(_ text: CheckedText) -> [Diagnostic]
}

/// Holds the texts of an entity that editors wrote to the rules of writing; seeds are printed as they
/// are received, and nobody may mend them.
///
/// - Parameters:
///   - entity: whose texts.
///   - language: tag of the language of the site.
///   - words: what rules look for.
///   - file: the file at a path.
/// - Returns: what breaks a rule, text by text, in the order of the rules.
public func checkTexts(
  of entity: any Entity,
  language: String,
  words: SpelledWords,
  file: (String) -> SourceFile?
) -> [Diagnostic] {
  entity.texts.flatMap { text -> [Diagnostic] in
    let path = text.markdown.path
    guard text.typesetting == .french, path.hasPrefix("Content/"), let file = file(path),
      let markdown = text.markdown.text(in: file)?.placed(in: file)
    else { return [] }
    let checked = CheckedText(markdown, language: language, words: words)
    return sourceRules.flatMap { $0.check(checked) }
  }
}
