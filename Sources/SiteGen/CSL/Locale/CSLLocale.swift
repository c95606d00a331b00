/// The words and date forms of a language, as a CSL locale file gives them.
public struct CSLLocale: Sendable {
  /// The language tag, such as `fr-FR`; empty for a fragment that is for every language.
  public var language: String
  var terms: [TermKey: Term] = [:]
  /// Terms `ordinal` and `ordinal-00` to `ordinal-99`, apart since they replace each other as a set.
  var hasOrdinals = false
  var dateForms: [String: LocalizedDate] = [:]
  var punctuationInQuote: Bool?
  var limitsDayOrdinals: Bool?

  /// Makes a locale without terms.
  public init(language: String) {
    self.language = language
  }
}

/// What a term is looked up by.
struct TermKey: Hashable, Sendable {
  var name: String
  var form: TermForm
  var gender: Gender?

  init(_ name: String, _ form: TermForm = .long, gender: Gender? = nil) {
    self.name = name
    self.form = form
    self.gender = gender
  }

  /// Hashes the name alone: form and gender are few, and would be hashed as texts.
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The forms a term may have (CSL 1.0.2 § Terms).
enum TermForm: String, Sendable {
  case long
  case short
  case verb
  case verbShort = "verb-short"
  case symbol

  /// The form that stands in when this one is missing.
  var fallback: TermForm? {
    switch self {
    case .long: nil
    case .short, .verb: .long
    case .verbShort: .verb
    case .symbol: .short
    }
  }
}

/// The grammatical gender of a term.
enum Gender: String, Sendable {
  case masculine
  case feminine
}

/// One term: its two numbers, its gender, and for ordinals how far it reaches.
struct Term: Hashable, Sendable {
  var single: String
  var multiple: String
  var gender: Gender?
  var match: OrdinalMatch?
}

/// Which numbers an ordinal term serves.
enum OrdinalMatch: String, Sendable {
  case lastDigit = "last-digit"
  case lastTwoDigits = "last-two-digits"
  case wholeNumber = "whole-number"
}

/// A localized date form: its delimiter and its parts in order.
struct LocalizedDate: Sendable {
  var parts: [DatePart]
  var delimiter: String
}

extension CSLLocale {
  /// This locale with everything that another says put over it.
  func overlaid(with other: CSLLocale) -> CSLLocale {
    var result = self
    if other.hasOrdinals {
      result.terms = result.terms.filter { !$0.key.name.hasPrefix("ordinal") }
    }
    result.terms.merge(other.terms) { $1 }
    result.dateForms.merge(other.dateForms) { $1 }
    result.hasOrdinals = hasOrdinals || other.hasOrdinals
    result.punctuationInQuote = other.punctuationInQuote ?? punctuationInQuote
    result.limitsDayOrdinals = other.limitsDayOrdinals ?? limitsDayOrdinals
    return result
  }

  /// The text of a term in the wanted form or the next that stands in for it; nil if none.
  func term(_ name: String, _ form: TermForm = .long, plural: Bool = false) -> String? {
    var current: TermForm? = form
    while let wanted = current {
      if let term = terms[TermKey(name, wanted)] { return plural ? term.multiple : term.single }
      current = wanted.fallback
    }
    return nil
  }

  /// What joins two things in short.
  var andSymbol: String { terms[TermKey("and", .symbol)]?.single ?? "&" }

  /// The gender of a term, from its long form.
  func gender(of name: String) -> Gender? {
    terms[TermKey(name)]?.gender
  }
}
