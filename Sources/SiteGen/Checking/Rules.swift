public import Diagnostics

/// The rules, in the order in which they run.
public let rules: [any Rule] = [
  BrokenInternalLink(), BrokenAnchor(), DuplicateIdentifier(), ScriptInPage(), PlaceholderLeft(),
  FormerAddressOfFile(),
]

/// Rules that ask more than a whole site: what catalogues, readers and editors would miss.
///
/// They run in `sitegen check` and in strict builds.
public let editorialRules: [any Rule] = [
  MissingAbstract(), MissingAuthor(), MissingDate(), InvalidWorkIdentifier(), OrphanPage(),
  UnusedRecord(), UnusedAsset(), DuplicatePerson(), DuplicateWork(), DuplicateNumber(),
]

/// Rules of writing, over texts as they are written; they run where the editorial rules do.
public let sourceRules: [any SourceRule] = [
  UnreadLink(), MissingAlternativeText(), VagueLinkText(), EmptyLink(), HeadingJump(),
  EmptyHeading(),
  TableWithoutHeaders(), InvalidLanguageTag(), UnmarkedLanguage(), StraightQuotationMarks(),
  SpaceBeforeMark(), HyphenAsDash(), WrongApostrophe(), TypewriterSpelling(),
]

/// The codes of all rules.
public let ruleCodes: [DiagnosticCode] =
  (rules + editorialRules).map { type(of: $0).code } + sourceRules.map { type(of: $0).code }
