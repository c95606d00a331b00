public import Diagnostics

/// The rules of citation styles and of their words (`CSL`).
public enum CitationStyleDiagnostics {
  /// A style that would come from a package that is not installed.
  public static let stylePackageMissing = DiagnosticCode(
    "CSL001",
    "style-package-missing",
    rule:
      "A citation style stands in `Templates/csl/`, or Debian's package of styles is installed.",
    remedy: "apt-get install citation-style-language-styles, or put NAME.csl into Templates/csl/."
  )
  /// A name that no style bears.
  public static let unknownStyle = DiagnosticCode(
    "CSL002",
    "unknown-style",
    rule: "`csl` and `--csl` name a style of `Templates/csl/` or of Debian's package of styles.",
    remedy: "Write the name of a .csl file without its ending, such as apa."
  )
  /// References and nothing that says how to print them.
  public static let missingStyle = DiagnosticCode(
    "CSL003",
    "missing-style",
    rule: "A collection with references has a citation style.",
    remedy: "Put donnees-numerique-sante.csl into Templates/csl/, or name a style with `csl:`."
  )
  /// A style that cannot be read.
  public static let brokenStyle = DiagnosticCode(
    "CSL004",
    "broken-style",
    rule: "A citation style is an XML file as CSL 1.0.2 describes it, with a citation layout.",
    remedy: "Mend the file, or fetch it again from where it came."
  )
  /// A macro in a circle.
  public static let recursiveMacro = DiagnosticCode(
    "CSL005",
    "recursive-macro",
    rule: "A macro calls neither itself nor one that leads back to it.",
    remedy: "Take one of the calls out of the circle."
  )
  /// A call of a macro that is not there.
  public static let unknownMacro = DiagnosticCode(
    "CSL006",
    "unknown-macro",
    rule: "A macro that is called is defined in the same style.",
    remedy: "Correct the name, or define the macro."
  )
  /// A word that no locale has.
  public static let missingTerm = DiagnosticCode(
    "CSL007",
    "missing-term",
    rule: "Every term that a style names stands in the locale or in the style.",
    remedy: "Add the term to Templates/csl/locales-LANGUAGE.xml."
  )
  /// A locale that cannot be read.
  public static let brokenLocale = DiagnosticCode(
    "CSL008",
    "broken-locale",
    rule: "A locale is an XML file as CSL 1.0.2 describes it.",
    remedy: "Mend the file, or fetch it again from where it came."
  )
  /// A language without words.
  public static let missingLocale = DiagnosticCode(
    "CSL009",
    "missing-locale",
    rule: "The language a style writes in has a locale.",
    remedy: "apt-get install citation-style-language-locales, or write Templates/csl/locales-*.xml."
  )

  /// All of them, in order.
  public static let all = [
    stylePackageMissing, unknownStyle, missingStyle, brokenStyle, recursiveMacro, unknownMacro,
    missingTerm, brokenLocale, missingLocale,
  ]
}
