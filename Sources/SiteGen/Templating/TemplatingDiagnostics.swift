public import Diagnostics

/// The rules a template is held to: by the compiler (TPL001 to TPL013), then by the check against
/// the shape of each page (TPL020 on).
public enum TemplatingDiagnostics {
  static let unclosedTag = DiagnosticCode(
    "TPL001",
    "unclosed-tag",
    rule: "Every tag ends with the closing delimiter.",
    remedy: "Write the closing delimiter, `}}` unless the template chose another."
  )
  static let unclosedSection = DiagnosticCode(
    "TPL002",
    "unclosed-section",
    rule: "Every section, block and parent is closed in the same template.",
    remedy: "Add the closing tag."
  )
  static let mismatchedClose = DiagnosticCode(
    "TPL003",
    "mismatched-close",
    rule: "A closing tag bears the name of the innermost open section.",
    remedy: "Correct the name in the closing tag or in the opening tag."
  )
  static let strayClose = DiagnosticCode(
    "TPL004",
    "stray-close",
    rule: "A closing tag closes something.",
    remedy: "Remove the closing tag, or open the section before it."
  )
  static let badDelimiters = DiagnosticCode(
    "TPL005",
    "bad-delimiters",
    rule: "A delimiter tag holds two delimiters, on one line, without equals signs.",
    remedy: "Write it as `{{=<% %>=}}`."
  )
  static let badName = DiagnosticCode(
    "TPL006",
    "bad-name",
    rule: "A tag holds one name: words joined by dots, without spaces or signs.",
    remedy: "Correct the name in the tag."
  )
  /// A partial or parent that no file gives.
  public static let unknownTemplate = DiagnosticCode(
    "TPL007",
    "unknown-template",
    rule: "The template of a page, a partial and a parent exist.",
    remedy: "Correct the name, which is the path below the folder of templates, or add the file."
  )
  static let unknownBlock = DiagnosticCode(
    "TPL008",
    "unknown-block",
    rule: "A block given to a parent is defined by that parent.",
    remedy: "Correct the name of the block, or define it in the parent."
  )
  static let duplicateTemplate = DiagnosticCode(
    "TPL009",
    "duplicate-template",
    rule: "A name belongs to one template.",
    remedy: "Rename or remove one of the files."
  )
  static let invalidUTF8 = DiagnosticCode(
    "TPL010",
    "template-not-utf8",
    rule: "Templates are written in UTF-8.",
    remedy: "Save the file as UTF-8."
  )
  static let endlessInclusion = DiagnosticCode(
    "TPL011",
    "endless-inclusion",
    rule: "A template that includes itself does so on some condition that ends.",
    remedy: "Put the inclusion into a section over something that each step makes smaller."
  )
  static let ignoredContent = DiagnosticCode(
    "TPL012",
    "ignored-content",
    rule: "Inside a parent only blocks are rendered.",
    remedy: "Move the content into a block, or out of the parent."
  )
  static let duplicateBlock = DiagnosticCode(
    "TPL013",
    "duplicate-block",
    rule: "A parent is given each block once.",
    remedy: "Remove one of the blocks."
  )
  static let unknownName = DiagnosticCode(
    "TPL020",
    "unknown-name",
    rule: "A name in a template is promised by the page or by a section around it.",
    remedy: "Correct the name."
  )
  static let unescapedText = DiagnosticCode(
    "TPL021",
    "unescaped-text",
    rule: "Text is escaped; only HTML is written as it is.",
    remedy: "Write two braces instead of three."
  )
  static let escapedHTML = DiagnosticCode(
    "TPL022",
    "escaped-html",
    rule: "HTML is written as it is, or its tags would show.",
    remedy: "Write three braces instead of two."
  )
  static let notPrintable = DiagnosticCode(
    "TPL023",
    "not-printable",
    rule: "Only texts, HTML, numbers and flags can be written.",
    remedy: "Open a section over the value, or name one of its fields."
  )
  static let notATemplateName = DiagnosticCode(
    "TPL024",
    "not-a-template-name",
    rule: "The name of a dynamic partial is a text.",
    remedy: "Name a field that holds the name of a template."
  )
  static let deadSection = DiagnosticCode(
    "TPL025",
    "dead-section",
    rule: "An inverted section is over something that can be absent, empty or false.",
    remedy: "Remove the section."
  )
  static let notARecord = DiagnosticCode(
    "TPL026",
    "not-a-record",
    rule: "A dotted name goes through records.",
    remedy: "Open a section over the value, or name the value itself."
  )
  /// Every code of this module, in the order of their numbers.
  public static let all: [DiagnosticCode] = [
    unclosedTag, unclosedSection, mismatchedClose, strayClose, badDelimiters, badName,
    unknownTemplate, unknownBlock, duplicateTemplate, invalidUTF8, endlessInclusion,
    ignoredContent, duplicateBlock, unknownName, unescapedText, escapedHTML, notPrintable,
    notATemplateName, deadSection, notARecord,
  ]
}
