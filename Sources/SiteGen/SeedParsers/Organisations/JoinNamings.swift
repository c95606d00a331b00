public import Diagnostics
import FrontMatter
import Markup
public import SiteModel

/// What several texts name, held together: what the drafts of each of them are completed from.
public struct JoinedNamings: Sendable {
  /// `SED021` to `SED024`.
  public let diagnostics: [Diagnostic]
  /// In the order of the texts.
  private let writers: [NamingWriter]

  /// Settles which names and acronyms of all texts are one; linear in the size of all texts.
  public init(_ texts: [SeedNamings]) {
    var table = collectOrganisations(texts)
    let senses = resolveAcronyms(texts, &table)
    let forms = NamingForms(table, senses: senses)
    let namings = texts.enumerated().map { number, text in
      placeNamings(in: text, number: number, forms, countedIn: &table)
    }
    let names = OrganisationNames(table, namings: namings)
    let terms = collectTerms(texts, senses, names)
    writers = texts.indices.map { number in
      NamingWriter(
        text: texts[number],
        number: number,
        names: names,
        forms: forms,
        namings: namings[number],
        terms: terms.value[number]
      )
    }
    let misprints = reportMisprints(table, namings: namings, names: names)
    diagnostics = table.diagnostics + misprints + terms.diagnostics
  }

  /// The drafts of a text, their bodies linked to the organisations they name, with drafts of these
  /// and of the glossary; pure, so that a caller may complete many texts at once.
  public func completedDrafts(ofText number: Int) -> [Draft] { writers[number].drafts }
}

/// Holds together what several texts name: the completed drafts of each.
public func joinNamings(_ texts: [SeedNamings]) -> Diagnosed<[[Draft]]> {
  let joined = JoinedNamings(texts)
  return Diagnosed(texts.indices.map(joined.completedDrafts), joined.diagnostics)
}

/// The namings of a text, in its order, each counted for the form it is printed in.
private func placeNamings(
  in text: SeedNamings,
  number: Int,
  _ forms: NamingForms,
  countedIn table: inout OrganisationTable
) -> [PlacedNaming] {
  var placed: [PlacedNaming] = []
  for passage in text.passages {
    let found = forms.namings(in: passage.tokens, ofText: number) { !passage.isPerson[$0] }
    for (naming, form) in found {
      if let form { table.count(form, of: naming.entry) }
      let printed = passage.printed(naming.tokens)
      placed.append(
        PlacedNaming(
          entry: naming.entry,
          printed: printed,
          span: printed.span,
          isShared: naming.isShared
        )
      )
    }
  }
  return placed
}

/// A naming with its words and place.
struct PlacedNaming: Sendable {
  let entry: Int
  let printed: TracedText
  let span: SourceSpan
  /// Whether the words name another organisation too: « ABC-DEF ».
  let isShared: Bool
}

/// What the site calls each organisation.
struct OrganisationNames: Sendable {
  let slugs: [Slug?]
  let titles: [String]
  let acronyms: [String?]
  /// Every printed form but name and acronym, in the order of the texts.
  let variants: [[String]]

  init(_ table: OrganisationTable, namings: [[PlacedNaming]]) {
    let titles = table.entries.map { $0.key.isEmpty ? "" : $0.name }
    let acronyms = table.entries.map(\.shortName)
    var variants: [[String]] = table.entries.map { _ in [] }
    for naming in namings.joined() where !naming.isShared {
      let text = naming.printed.string
      let isKnown = text == titles[naming.entry] || text == acronyms[naming.entry]
      if !isKnown, !variants[naming.entry].contains(text) { variants[naming.entry].append(text) }
    }
    for (index, entry) in table.entries.enumerated() {
      for form in entry.acronymForms
      where form != acronyms[index] && form != titles[index] && !variants[index].contains(form) {
        variants[index].append(form)
      }
    }
    self.titles = titles
    self.acronyms = acronyms
    self.variants = variants
    slugs = titles.map { Slug(folding: $0) }
  }
}

/// Forms that are spelt unlike the name that the other namings print.
private func reportMisprints(
  _ table: OrganisationTable,
  namings: [[PlacedNaming]],
  names: OrganisationNames
) -> [Diagnostic] {
  guard !table.misprints.isEmpty else { return [] }
  var reported: Set<String> = []
  return namings.joined().compactMap { naming in
    let (text, title) = (naming.printed.string, names.titles[naming.entry])
    guard text != title, let entry = table.misprints[text] ?? table.misprints[title],
      entry == naming.entry, text.utf8.count != title.utf8.count, reported.insert(text).inserted
    else { return nil }
    let summary = "\"\(text)\" is taken for \"\(title)\""
    return Diagnostic(SeedDiagnostics.misprintedOrganisation, .note, at: naming.span, summary)
  }
}
