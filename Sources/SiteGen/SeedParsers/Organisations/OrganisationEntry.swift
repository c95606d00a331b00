import Diagnostics
import SiteModel

/// An organisation, put together from all its namings.
struct OrganisationEntry: Sendable {
  /// A printed form of the name.
  struct Form: Hashable, Sendable {
    let words: [String]
    let text: String
    /// What stands between its words, the first left out.
    let gaps: [String]
    let isAcronym: Bool

    init(_ passage: NamingPassage, _ tokens: Range<Int>, isAcronym: Bool) {
      words = passage.words(tokens)
      text = passage.printed(tokens).string
      gaps = passage.tokens[tokens].dropFirst().map { Form.plain($0.gap) }
      self.isAcronym = isAcronym
    }

    init(words: [String], gaps: [String], text: String) {
      self.words = words
      self.gaps = gaps
      self.text = text
      isAcronym = false
    }

    /// A gap without the signs of Markdown.
    static func plain(_ gap: String) -> String {
      // Nearly all words stand one space apart.
      gap == " "
        ? gap : gap.filter { $0 != "*" && $0 != "\\" && $0 != "\u{A0}" && $0 != "\u{202F}" }
    }
  }

  let key: String
  /// In the order of the texts.
  private(set) var forms: [Form] = []
  /// The acronym that a definition gives.
  var acronym: String?
  /// Other printed forms of the acronym.
  var acronymForms: [String] = []
  var counts: [Form: Int] = [:]

  init(key: String) { self.key = key }

  mutating func add(_ form: Form) { if !forms.contains(form) { forms.append(form) } }

  /// The form printed most often, the first of equals; in full where there is one.
  var name: String {
    let full = forms.filter { !$0.isAcronym }
    var best: Form?
    for form in full.isEmpty ? forms : full
    where best.map({ counts[form, default: 0] > counts[$0, default: 0] }) ?? true {
      best = form
    }
    return best?.text ?? acronym ?? key
  }

  /// The acronym given beside the name, else a form in capitals that stands alone: not
  /// « ABC-Durand », which is a name.
  var shortName: String? {
    acronym
      ?? forms.first { $0.isAcronym && !$0.text.contains("-") || isInCapitals($0.text) }?.text
  }

  private func isInCapitals(_ text: String) -> Bool {
    hasAcronymShape(text) && text.unicodeScalars.allSatisfy { !$0.isLower }
  }
}
