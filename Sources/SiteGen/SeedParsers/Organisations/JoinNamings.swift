public import Diagnostics
import FrontMatter
import Markup
public import SiteModel

/// Holds together what several texts name: the drafts of each text, their bodies linked to the
/// organisations they name, with drafts of organisations and of the glossary.
///
/// Serial, linear in the size of all texts. Emits `SED021` to `SED024`.
public func joinNamings(_ texts: [SeedNamings]) -> Diagnosed<[[Draft]]> {
  var table = collectOrganisations(texts)
  let senses = resolveAcronyms(texts, &table)
  let forms = NamingForms(table, senses: senses)
  var namings: [[PlacedNaming]] = []
  for (number, text) in texts.enumerated() {
    var own: [PlacedNaming] = []
    for passage in text.passages {
      let found = forms.namings(in: passage.tokens, ofText: number) { !passage.isPerson[$0] }
      for (naming, form) in found {
        if let form { table.count(form, of: naming.entry) }
        let printed = passage.printed(naming.tokens)
        own.append(
          PlacedNaming(
            entry: naming.entry,
            printed: printed,
            span: printed.span,
            isShared: naming.isShared
          )
        )
      }
    }
    namings.append(own)
  }
  let names = OrganisationNames(table, namings: namings)
  let terms = collectTerms(texts, senses, names)
  let drafts = texts.indices.map { number in
    let writer = NamingWriter(text: texts[number], number: number, names: names, forms: forms)
    return writer.completedDrafts() + writer.organisationDrafts(namings[number])
      + terms.value[number]
  }
  let misprints = reportMisprints(table, namings: namings, names: names)
  return Diagnosed(drafts, table.diagnostics + misprints + terms.diagnostics)
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
