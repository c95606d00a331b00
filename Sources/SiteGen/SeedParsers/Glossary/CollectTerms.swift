import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// A sense of an acronym, and the texts that use it.
private struct Term {
  let acronym: String
  let sense: AcronymSense
  var place: SourceSpan
  var isDefined: Bool
  var texts: [Int]
}

/// The drafts of the glossary, by text: every acronym, once for each sense.
///
/// Emits `SED021` for an acronym of two senses and `SED024` for one that a text leaves open.
func collectTerms(
  _ texts: [SeedNamings],
  _ senses: AcronymSenses,
  _ names: OrganisationNames
) -> Diagnosed<[[Draft]]> {
  var collector = TermCollector(senses, names, dated: datedAcronyms(texts))
  for (number, text) in texts.enumerated() {
    for (passage, definitions) in zip(text.passages, text.definitions) {
      for definition in definitions {
        collector.define(definition, in: passage, text: number)
      }
    }
    for (passage, indices) in zip(text.passages, text.acronyms) {
      for index in indices { collector.note(passage, at: index, text: number) }
    }
  }
  return collector.drafts(texts)
}

/// « ABC 2025 » by « ABC », which stands for it where the year is left out.
private func datedAcronyms(_ texts: [SeedNamings]) -> [String: String] {
  var dated: [String: String] = [:]
  for definition in texts.flatMap({ $0.definitions.joined() }) {
    guard let first = definition.acronym.split(separator: " ").first,
      first.utf8.count < definition.acronym.utf8.count
    else { continue }
    dated[String(first)] = definition.acronym
  }
  return dated
}

private struct TermCollector {
  private let senses: AcronymSenses
  private let names: OrganisationNames
  private let dated: [String: String]
  private var order: [TermKey] = []
  private var terms: [TermKey: Term] = [:]
  private var open: [Diagnostic] = []
  private var reported: Set<String> = []

  private struct TermKey: Hashable {
    let acronym: String
    let sense: AcronymSense
  }

  init(_ senses: AcronymSenses, _ names: OrganisationNames, dated: [String: String]) {
    self.senses = senses
    self.names = names
    self.dated = dated
  }

  /// An acronym beside its expansion.
  mutating func define(_ definition: AcronymDefinition, in passage: NamingPassage, text: Int) {
    guard let sense = senses.sense(of: definition.acronym, in: text) else { return }
    if case .organisation(let entry) = sense, let acronym = names.acronyms[entry],
      acronym != definition.acronym, slugify(acronym) != slugify(definition.acronym)
    {
      return add(acronym, sense, passage.printed(definition.acronymTokens).span, true, text)
    }
    add(definition.acronym, sense, passage.printed(definition.acronymTokens).span, true, text)
  }

  /// An acronym alone.
  mutating func note(_ passage: NamingPassage, at index: Int, text: Int) {
    let printed = passage.tokens[index].text
    let span = passage.printed(index..<index + 1).span
    let acronym = dated[printed] ?? printed
    guard let sense = senses.sense(of: acronym, in: text) else {
      if reported.insert("\(text) \(acronym)").inserted {
        let summary = "\"\(acronym)\" has several senses, and this text does not say which"
        open.append(Diagnostic(SeedDiagnostics.openAcronym, .note, at: span, summary))
      }
      return
    }
    if isPart(acronym) {
      if case .organisation = sense { return }
      if sense == .term(expansion: nil) { return }
    }
    // A misprinted acronym has no entry of its own.
    if case .organisation(let entry) = sense, let official = names.acronyms[entry],
      slugify(official) != slugify(acronym)
    {
      return
    }
    let isExplained = senses.byText[text][acronym] != nil && sense != .term(expansion: nil)
    add(acronym, sense, span, isExplained, text)
  }

  /// « ABC-DEF » where « ABC » is an acronym: no acronym of its own.
  private func isPart(_ acronym: String) -> Bool {
    guard acronym.utf8.contains(UInt8(ascii: "-")) else { return false }
    let pieces = acronym.split(separator: "-")
    return pieces.count > 1 && pieces.dropFirst().first.map { $0.count > 2 } ?? false
      && !senses.senses(of: String(pieces[0])).isEmpty
  }

  private mutating func add(
    _ acronym: String,
    _ sense: AcronymSense,
    _ span: SourceSpan,
    _ isDefined: Bool,
    _ text: Int
  ) {
    // « SaNte » and « SANte » are one: the letters of the first naming stand for both.
    let key = TermKey(acronym: slugify(acronym), sense: sense)
    guard var term = terms[key] else {
      order.append(key)
      terms[key] = Term(
        acronym: acronym,
        sense: sense,
        place: span,
        isDefined: isDefined,
        texts: [text]
      )
      return
    }
    if isDefined, !term.isDefined { (term.place, term.isDefined) = (span, true) }
    if term.texts.last != text { term.texts.append(text) }
    terms[key] = term
  }

  func drafts(_ texts: [SeedNamings]) -> Diagnosed<[[Draft]]> {
    let all = order.compactMap { terms[$0] }
    let bySlug = Dictionary(grouping: all) { slugify($0.acronym) }
    var drafts: [[Draft]] = texts.map { _ in [] }
    var diagnostics = open
    for term in all {
      let siblings = bySlug[slugify(term.acronym)] ?? []
      let expansion = expansion(of: term)
      let suffix = siblings.count > 1 ? " \(expansion?.value ?? "")" : ""
      guard let slug = Slug(folding: term.acronym + suffix) else { continue }
      if siblings.count > 1, let first = siblings.first, first.sense != term.sense {
        diagnostics.append(twoSenses(of: term, expansion, after: first))
      }
      for number in term.texts {
        drafts[number].append(
          draft(term, EntityID(.term, slug), expansion, text: texts[number])
        )
      }
    }
    return Diagnosed(drafts, diagnostics)
  }

  private func expansion(of term: Term) -> Spanned<String>? {
    switch term.sense {
    case .organisation(let entry):
      guard names.titles[entry] != term.acronym,
        slugify(names.titles[entry]) != slugify(term.acronym)
      else { return nil }
      return Spanned(names.titles[entry], at: term.place)
    case .term(let key):
      return key.flatMap { senses.expansions[$0] }.map { Spanned($0.string, at: $0.span) }
    }
  }

  private func draft(
    _ term: Term,
    _ id: EntityID,
    _ expansion: Spanned<String>?,
    text: SeedNamings
  ) -> Draft {
    var fields = FieldBuilder(at: term.place)
    fields.add("acronym", Spanned(term.acronym, at: term.place))
    if let expansion { fields.add("expansion", expansion) }
    if case .organisation(let entry) = term.sense, let slug = names.slugs[entry] {
      fields.add("organisation", Spanned(slug.text, at: term.place))
    }
    if let main = text.mainEntity {
      fields.add("texts", [.scalar(Spanned(main.description, at: term.place))])
    }
    return Draft(id, fields: fields.mapping, body: nil, source: term.place)
  }

  private func twoSenses(
    of term: Term,
    _ expansion: Spanned<String>?,
    after first: Term
  ) -> Diagnostic {
    let earlier = self.expansion(of: first)?.value ?? "nothing known"
    let summary =
      "\"\(term.acronym)\" stands for \"\(expansion?.value ?? "nothing known")\" here and for "
      + "\"\(earlier)\" elsewhere"
    return Diagnostic(
      SeedDiagnostics.acronymOfTwoSenses,
      .note,
      at: term.place,
      summary,
      notes: [.init("the other sense is given here", at: first.place)]
    )
  }
}
