import Diagnostics
import Markup

/// The organisations of all texts, each once, and what led to them.
struct OrganisationTable: Sendable {
  private(set) var entries: [OrganisationEntry] = []
  /// Misprinted forms, with the entries they belong to.
  private(set) var misprints: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var positions: [String: Int] = [:]
  /// Folded acronyms of bodies, with the keys of their names.
  private let acronyms: [String: String]

  init(acronyms: [String: String]) { self.acronyms = acronyms }

  /// The entry of a key, made when it is new.
  mutating func entry(_ key: String) -> Int {
    if let index = positions[key] { return index }
    positions[key] = entries.count
    entries.append(OrganisationEntry(key: key))
    return entries.count - 1
  }

  func index(_ key: String) -> Int? { positions[key] }

  /// The key of a name: « Université Durand - DEF » is « Université Durand », « Université DEF »
  /// the university that has the acronym.
  func key(of words: [String]) -> String {
    let key = nameKey(words)
    guard let hyphen = key.utf8.lastIndex(of: UInt8(ascii: "-")),
      let whole = acronyms[String(key[key.utf8.index(after: hyphen)...])]
    else { return key }
    let rest = key[..<hyphen]
    guard rest.utf8.contains(UInt8(ascii: "-")) else {
      return whole.split(separator: "-").first == rest ? whole : key
    }
    return String(rest)
  }

  /// Leaves out a name that is two: « Chaire Durand de l’Institut Martin ».
  mutating func remove(_ index: Int) { entries[index] = OrganisationEntry(key: "") }

  /// Joins an entry to another of which it is a misprint.
  mutating func merge(_ index: Int, into other: Int) {
    for form in entries[index].forms { entries[other].add(form) }
    positions[entries[index].key] = other
    remove(index)
  }

  mutating func add(_ form: OrganisationEntry.Form, to key: String) {
    entries[entry(key)].add(form)
  }

  mutating func setAcronym(_ acronym: String, printed: String, of index: Int) {
    if entries[index].acronym == nil { entries[index].acronym = acronym }
    addAcronymForm(acronym, to: index)
    addAcronymForm(printed, to: index)
  }

  mutating func addAcronymForm(_ form: String, to index: Int) {
    if !entries[index].acronymForms.contains(form) { entries[index].acronymForms.append(form) }
  }

  mutating func replaceAcronym(of index: Int, by acronym: String) {
    entries[index].acronym = acronym
    addAcronymForm(acronym, to: index)
  }

  mutating func count(_ form: OrganisationEntry.Form, of index: Int) {
    entries[index].counts[form, default: 0] += 1
  }

  /// Keeps a misprinted form, to be reported where it is named.
  mutating func noteMisprint(_ form: String, of index: Int) { misprints[form] = index }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Makes another key lead to an entry.
  mutating func alias(_ key: String, to index: Int) { positions[key] = index }
}

/// Whether the words of an expansion name a body: they begin or end with the noun of one, and no
/// « un » makes them a sort of bodies.
func namesOrganisation(_ tokens: Range<Int>, in passage: NamingPassage) -> Bool {
  guard let first = tokens.first, let last = tokens.last else { return false }
  let before = first > 0 ? passage.tokens[first - 1].lowercased : ""
  guard !["un", "une", "des"].contains(before) || passage.tokens[first].gap != " " else {
    return false
  }
  let (head, tail) = (passage.tokens[first], passage.tokens[last])
  return OrganisationWords.heads.contains(head.lowercased)
    || (tail.startsUpper && head.startsUpper && OrganisationWords.tails.contains(tail.lowercased))
}

/// Gathers the organisations that texts name in full, then those that an acronym alone names.
func collectOrganisations(_ texts: [SeedNamings]) -> OrganisationTable {
  var table = OrganisationTable(acronyms: definedAcronyms(texts))
  for text in texts {
    for (index, passage) in text.passages.enumerated() {
      let definitions = text.definitions[index]
      for definition in definitions where namesOrganisation(definition.expansionTokens, in: passage)
      {
        let key = table.key(of: passage.words(definition.expansionTokens))
        let entry = table.entry(key)
        table.add(
          OrganisationEntry.Form(passage, definition.expansionTokens, isAcronym: false),
          to: key
        )
        table.setAcronym(definition.acronym, printed: definition.printed, of: entry)
      }
      for name in text.names[index]
      where !name.isAcronym && !definitions.contains(where: { $0.overlaps(name.tokens) }) {
        let key = table.key(of: passage.words(name.tokens))
        table.add(OrganisationEntry.Form(passage, name.tokens, isAcronym: false), to: key)
      }
    }
  }
  separateJoinedNames(&table)
  mergeShortenings(&table)
  mergeMisprints(&table)
  return table
}

/// « Chaire Durand de l’Institut Martin » is two names where both stand alone elsewhere.
private func separateJoinedNames(_ table: inout OrganisationTable) {
  for (index, entry) in table.entries.enumerated() {
    guard let words = entry.forms.first?.words else { continue }
    let isJoined = words.indices.dropFirst().dropLast().contains { place in
      guard ["de", "du", "d'"].contains(words[place]) else { return false }
      var rest = words[(place + 1)...]
      if let article = rest.first, ["la", "l'"].contains(article) { rest.removeFirst() }
      return table.index(table.key(of: Array(words[..<place]))) != nil
        && table.index(table.key(of: Array(rest))) != nil
    }
    if isJoined { table.remove(index) }
  }
}

/// « l’Observatoire royal » is « Observatoire royal de Namur » where no other begins so.
private func mergeShortenings(_ table: inout OrganisationTable) {
  var longer: [String: [Int]] = [:]
  for (index, entry) in table.entries.enumerated() {
    let parts = entry.key.split(separator: "-")
    for count in 2..<max(2, min(parts.count, 6)) {
      longer[parts[..<count].joined(separator: "-"), default: []].append(index)
    }
  }
  for (index, entry) in table.entries.enumerated() {
    guard let form = entry.forms.first, !form.isAcronym, entry.acronym == nil,
      form.words.dropFirst().allSatisfy({ $0 == $0.lowercased() }),
      let candidates = longer[entry.key], candidates.count == 1
    else { continue }
    table.merge(index, into: candidates[0])
  }
}

/// A long name that differs by one letter, too many or missing, from one that is printed before.
private func mergeMisprints(_ table: inout OrganisationTable) {
  var byStart: [String: [Int]] = [:]
  for (index, entry) in table.entries.enumerated() where entry.key.utf8.count > 11 {
    let start = "\(entry.key.prefix(4)) \(entry.key.split(separator: "-").count)"
    let near = (byStart[start] ?? []).suffix(50).first { other in
      isMisprint(table.entries[other].key, entry.key)
    }
    if let near, let form = entry.forms.first {
      table.noteMisprint(form.text, of: near)
      table.merge(index, into: near)
    } else {
      byStart[start, default: []].append(index)
    }
  }
}

/// Whether one of two keys is the other with one letter more; a digit makes another name.
private func isMisprint(_ left: String, _ right: String) -> Bool {
  let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
  guard long.utf8.count == short.utf8.count + 1 else { return false }
  let (shorter, longer) = (Array(short.utf8), Array(long.utf8))
  let common = zip(shorter, longer).prefix { $0 == $1 }.count
  let isLetter = (0x61...0x7A).contains(longer[common])
  // « national » and « nationale » agree with their noun, « centre » and « centres » count.
  let isInside = common + 1 < longer.count && longer[common + 1] != UInt8(ascii: "-")
  return isLetter && isInside && shorter[common...].elementsEqual(longer[(common + 1)...])
}

extension AcronymDefinition {
  /// Whether a run of tokens is a part of the definition.
  func overlaps(_ tokens: Range<Int>) -> Bool {
    tokens.overlaps(expansionTokens) || tokens.overlaps(acronymTokens)
  }
}

/// The acronyms that definitions of organisations give, folded, with the keys of their names.
private func definedAcronyms(_ texts: [SeedNamings]) -> [String: String] {
  var acronyms: [String: String] = [:]
  for text in texts {
    for (passage, definitions) in zip(text.passages, text.definitions) {
      for definition in definitions where namesOrganisation(definition.expansionTokens, in: passage)
      {
        let folded = slugify(definition.acronym)
        if acronyms[folded] == nil {
          acronyms[folded] = nameKey(passage.words(definition.expansionTokens))
        }
      }
    }
  }
  return acronyms
}
