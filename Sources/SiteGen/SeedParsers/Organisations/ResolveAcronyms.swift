import Diagnostics
import Markup

/// What an acronym stands for in a text.
enum AcronymSense: Hashable, Sendable {
  case organisation(Int)
  /// Words of the text, folded, or nothing known.
  case term(expansion: String?)
}

/// The senses of all acronyms: in each text, and over all texts.
struct AcronymSenses: Sendable {
  /// By text, then by acronym.
  private(set) var byText: [[String: AcronymSense]]
  /// The expansion of each sense as printed, with its place.
  private(set) var expansions: [String: TracedText] = [:]
  private var everywhere: [String: [AcronymSense]] = [:]

  init(texts: Int) { byText = Array(repeating: [:], count: texts) }

  mutating func add(_ sense: AcronymSense, of acronym: String, in text: Int) {
    if byText[text][acronym] == nil { byText[text][acronym] = sense }
    if !everywhere[acronym, default: []].contains(sense) {
      everywhere[acronym, default: []].append(sense)
    }
  }

  mutating func note(_ expansion: TracedText, key: String) {
    if expansions[key] == nil { expansions[key] = expansion }
  }

  /// The acronyms that stand for a body in some text, in no order.
  var acronymsOfOrganisations: some Sequence<String> {
    everywhere.lazy.filter { _, senses in
      senses.contains { if case .organisation = $0 { true } else { false } }
    }.map(\.key)
  }

  /// The senses of an acronym in all texts, in the order of the first.
  func senses(of acronym: String) -> [AcronymSense] { everywhere[acronym] ?? [] }

  /// What an acronym stands for in a text; nil where two texts disagree and this one is silent.
  func sense(of acronym: String, in text: Int) -> AcronymSense? {
    if let own = byText[text][acronym] { return own }
    let known = senses(of: acronym)
    if known.count == 1 { return known[0] }
    return known.isEmpty ? .term(expansion: nil) : nil
  }
}

/// Decides what acronyms stand for: definitions first, then words of the same text, then what the
/// grammar says stands for a body.
func resolveAcronyms(_ texts: [SeedNamings], _ table: inout OrganisationTable) -> AcronymSenses {
  var senses = AcronymSenses(texts: texts.count)
  for (number, text) in texts.enumerated() {
    for (passage, definitions) in zip(text.passages, text.definitions) {
      for definition in definitions {
        let expansion = passage.printed(definition.expansionTokens)
        let key = nameKey(passage.words(definition.expansionTokens))
        let isBody = namesOrganisation(definition.expansionTokens, in: passage)
        let name = table.key(of: passage.words(definition.expansionTokens))
        let entry = isBody ? table.index(name) : nil
        senses.note(expansion, key: key)
        let sense = entry.map(AcronymSense.organisation) ?? .term(expansion: key)
        senses.add(sense, of: definition.acronym, in: number)
        if definition.printed != definition.acronym, entry != nil {
          senses.add(sense, of: definition.printed, in: number)
        }
      }
    }
    for (acronym, expansion) in text.expansions.sorted(by: { $0.key < $1.key }) {
      let key = nameKey(namingTokens(of: expansion).map(\.text))
      senses.note(expansion, key: key)
      let entry = table.index(key)
      if let entry { adopt(acronym, at: expansion.span, entry, &table) }
      senses.add(entry.map { .organisation($0) } ?? .term(expansion: key), of: acronym, in: number)
    }
  }
  resolveLoneAcronyms(texts, &senses, &table)
  return senses
}

/// Acronyms that the grammar takes for bodies, and that no text explains.
private func resolveLoneAcronyms(
  _ texts: [SeedNamings],
  _ senses: inout AcronymSenses,
  _ table: inout OrganisationTable
) {
  let byInitials = Dictionary(grouping: table.entries.indices) { index in
    initials(of: table.entries[index].forms.first?.words ?? [])
  }
  for (number, text) in texts.enumerated() {
    for (passage, names) in zip(text.passages, text.names) {
      for name in names where name.isAcronym {
        let acronym = passage.tokens[name.tokens.lowerBound].text
        guard senses.sense(of: acronym, in: number) == .term(expansion: nil) else { continue }
        let spelt = byInitials[acronym] ?? []
        if acronym.utf8.count > 3, spelt.count == 1 {
          adopt(acronym, at: passage.printed(name.tokens).span, spelt[0], &table)
          senses.add(.organisation(spelt[0]), of: acronym, in: number)
          for form in table.entries[spelt[0]].acronymForms {
            senses.add(.organisation(spelt[0]), of: form, in: number)
          }
        } else if !isCompound(acronym, in: number, senses) {
          let key = nameKey([acronym])
          table.add(OrganisationEntry.Form(passage, name.tokens, isAcronym: true), to: key)
          if let entry = table.index(key) {
            senses.add(.organisation(entry), of: acronym, in: number)
            table.addAcronymForm(acronym, to: entry)
          }
        }
      }
    }
  }
}

/// « ABC-DEF » where both are acronyms.
private func isCompound(_ acronym: String, in text: Int, _ senses: AcronymSenses) -> Bool {
  let pieces = acronym.split(separator: "-")
  return pieces.count > 1 && pieces.allSatisfy { !senses.senses(of: String($0)).isEmpty }
}

/// An acronym that is spelt by the initials of a name takes the place of one that is not.
private func adopt(
  _ acronym: String,
  at span: SourceSpan,
  _ index: Int,
  _ table: inout OrganisationTable
) {
  if let printed = table.entries[index].acronym, printed != acronym {
    guard initials(of: table.entries[index].forms.first?.words ?? []) != printed else { return }
    table.report(
      Diagnostic(
        SeedDiagnostics.misprintedAcronym,
        .note,
        at: span,
        "\"\(acronym)\" and \"\(printed)\" stand for one name, \"\(table.entries[index].name)\""
      )
    )
  }
  table.replaceAcronym(of: index, by: acronym)
}
