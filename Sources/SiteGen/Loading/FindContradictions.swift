import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// Fields of one value, of which two texts should say the same, with what makes two of them differ.
private let singleFields: [(name: String, differ: @Sendable (String, String) -> Bool)] = [
  ("date", areOtherDates), ("title", areOtherWords), ("number", { $0 != $1 }),
  ("edition", { $0 != $1 }), ("venue", areOtherWords), ("family", areOtherSpellings),
  ("given", areOtherSpellings),
]

/// Finds what two texts say differently of one entity (`REL009`, of names `REL011`).
///
/// What changes with time is no contradiction: functions and affiliations are lists, and lists are
/// joined. A field that an editor wrote settles the matter.
///
/// - Returns: notes for the page, with the words that it does not show.
func findContradictions(
  between first: Document,
  and second: Document,
  settledBy edited: FieldMapping?
) -> Diagnosed<[EditorialNote]> {
  var notes: [EditorialNote] = []
  var diagnostics: [Diagnostic] = []
  for field in singleFields where edited?[field.name] == nil {
    guard case .scalar(let one)? = first.fields[field.name],
      case .scalar(let other)? = second.fields[field.name],
      field.differ(one.value, other.value)
    else { continue }
    let isName = field.name == "family" || field.name == "given"
    diagnostics.append(
      Diagnostic(
        isName ? LoadingDiagnostics.otherSpelling : LoadingDiagnostics.contradiction,
        isName ? .note : .warning,
        at: other.span,
        "\"\(other.value)\" is the \(field.name) of \(first.id) here, \"\(one.value)\" elsewhere",
        help: "Write the true \(field.name) in a file of Content/.",
        notes: [.init("the page follows this text", at: one.span)]
      )
    )
    guard !isName else { continue }
    let words = field.name == "date" ? printedDate(of: second) ?? other : other
    notes.append(EditorialNote(.contradiction, printed: words.value, at: words.span))
  }
  return Diagnosed(notes, diagnostics)
}

/// Dates of which neither is the other, less exactly.
private func areOtherDates(_ left: String, _ right: String) -> Bool {
  !left.hasPrefix(right) && !right.hasPrefix(left)
}

/// Words that differ in more than case, accents and marks, neither being the other cut short.
private func areOtherWords(_ left: String, _ right: String) -> Bool {
  let (one, other) = (slugify(left), slugify(right))
  return !one.hasPrefix(other) && !other.hasPrefix(one)
}

/// Spellings of one name that differ in more than capitals; another name is another matter.
private func areOtherSpellings(_ left: String, _ right: String) -> Bool {
  left.lowercased() != right.lowercased() && slugify(left) == slugify(right)
}
