/// A place where a passage names an organisation, by whatever form.
struct OrganisationNaming: Hashable, Sendable {
  let tokens: Range<Int>
  /// Index of the entry.
  let entry: Int
  let isAcronym: Bool
  /// Whether the words name another organisation too: « ABC-DEF ».
  var isShared = false
}

/// The printed forms of all organisations, to be looked for in texts; the longest wins.
///
/// A tree of words, so that a search looks at each token once for each word of a name, however many
/// names begin alike.
struct NamingForms: Sendable {
  private struct Candidate: Sendable {
    let form: OrganisationEntry.Form
    let entry: Int
  }

  private struct Node: Sendable {
    /// By the gap before the word and the word; the first word is in small letters.
    var children: [String: Int] = [:]
    /// The forms that end here.
    var candidates: [Candidate] = []
  }

  private var nodes = [Node()]
  private let senses: AcronymSenses
  /// Acronyms that stand for a body somewhere.
  private let acronymsOfBodies: WordSet
  /// The first words of forms, in small letters, and beside each where it leads.
  private var firstWords: WordSet = []
  private var firstNodes: [Int] = []

  init(_ table: OrganisationTable, senses: AcronymSenses) {
    self.senses = senses
    acronymsOfBodies = WordSet(senses.acronymsOfOrganisations)
    for (index, entry) in table.entries.enumerated() {
      for form in entry.forms where !form.isAcronym {
        add(form, index)
        // « Université Durand 2 Nord » is also « Durand 2 Nord ».
        if form.words.count > 2, let digits = form.words.dropFirst(2).first,
          digits.allSatisfy(\.isNumber),
          OrganisationWords.heads.contains(form.words[0].lowercased())
        {
          add(form.withoutHead, index)
        }
      }
    }
    firstWords = WordSet(nodes[0].children.keys)
    firstNodes = Array(nodes[0].children.values)
  }

  private mutating func add(_ form: OrganisationEntry.Form, _ entry: Int) {
    var node = 0
    for (offset, word) in form.words.enumerated() {
      let key = offset == 0 ? word.lowercased() : "\(form.gaps[offset - 1])|\(word)"
      if let next = nodes[node].children[key] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].children[key] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].candidates.append(Candidate(form: form, entry: entry))
  }

  typealias Found = (naming: OrganisationNaming, form: OrganisationEntry.Form?)

  /// The namings among tokens that are free, in order.
  func namings(in tokens: [NamingToken], ofText text: Int, isFree: (Int) -> Bool) -> [Found] {
    search(tokens, ofText: text) { index in
      isFree(index) && (!tokens[index].isSmall || firstWords.contains(tokens[index].lowercased))
    }
  }

  /// The namings among words that are free, in order; few words are read.
  func namings(in tokens: UnreadTokens, ofText text: Int, isFree: (Int) -> Bool) -> [Found] {
    search(tokens, ofText: text) { index in
      isFree(index) && mayBegin(with: tokens.words[index], of: tokens.text)
    }
  }

  /// Whether a naming may begin with a word, by its first letter and its length: that of a name in
  /// small letters or, with a capital, an acronym.
  private func mayBegin(with word: NamingWord, of text: TracedText) -> Bool {
    var (first, count, isSmall) = (UInt8(0), 0, true)
    for traced in text.scalars[word.range] {
      if traced.isPlainSmallLetter {
        if count == 0 { first = UInt8(truncatingIfNeeded: traced.value) }
        count += 1
        continue
      }
      // Of two acronyms joined by a hyphen, and of letters far from ours, nothing is said here.
      if traced.value == 0x2D || traced.value >= 0x100, !traced.scalar.isApostrophe { return true }
      if traced.isUpper { isSmall = false }
      // Names are kept with straight apostrophes.
      let scalar = traced.scalar.isApostrophe ? "'" : traced.scalar
      if count == 0 { first = UTF8.encode(scalar)?.first ?? 0 }
      count += UTF8.width(scalar)
    }
    if isSmall { return firstWords.mayContain(first, count: count) }
    let small = (0x41...0x5A).contains(first) ? first | 0x20 : first
    return firstWords.mayContain(small, count: count)
      || acronymsOfBodies.mayContain(first, count: count)
  }

  private func search<Tokens: RandomAccessCollection<NamingToken>>(
    _ tokens: Tokens,
    ofText text: Int,
    mayBegin: (Int) -> Bool
  ) -> [Found] where Tokens.Index == Int {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      guard mayBegin(index) else {
        index += 1
        continue
      }
      let token = tokens[index]
      if let match = longest(in: tokens, from: token, at: index) {
        let end = index + match.form.words.count
        found.append(
          (
            OrganisationNaming(tokens: index..<end, entry: match.entry, isAcronym: false),
            match.form
          )
        )
        index = end
        continue
      }
      let entries = token.isSmall ? [] : entries(ofAcronym: token.text, in: text)
      for entry in entries {
        let naming = OrganisationNaming(
          tokens: index..<index + 1,
          entry: entry,
          isAcronym: true,
          isShared: entries.count > 1
        )
        found.append((naming, nil))
      }
      index += 1
    }
    return found
  }

  private func longest<Tokens: RandomAccessCollection<NamingToken>>(
    in tokens: Tokens,
    from first: NamingToken,
    at index: Int
  ) -> Candidate? where Tokens.Index == Int {
    guard var node = firstWords.number(of: first.lowercased).map({ firstNodes[$0] }) else {
      return nil
    }
    var best: Candidate?
    var place = index
    while true {
      // Only a first letter may differ: « Hôpital » and « hôpital », not « SEL » and « sel ».
      let found = nodes[node].candidates.first { candidate in
        candidate.form.words.count > 1
          ? first.text.dropFirst() == candidate.form.words[0].dropFirst()
          : first.text == candidate.form.words[0]
      }
      best = found ?? best
      place += 1
      guard place < tokens.count, !nodes[node].children.isEmpty else { return best }
      let token = tokens[place]
      let gap = OrganisationEntry.Form.plain(token.gap)
      guard let next = nodes[node].children["\(gap)|\(token.text)"] else { return best }
      node = next
    }
  }

  /// An acronym, or two joined by a hyphen.
  private func entries(ofAcronym word: String, in text: Int) -> [Int] {
    guard word.utf8.contains(UInt8(ascii: "-")) else { return entry(word, text).map { [$0] } ?? [] }
    let pieces = word.split(separator: "-").map(String.init)
    let entries = pieces.compactMap { entry($0, text) }
    if entries.count == pieces.count { return entries }
    return entry(word, text).map { [$0] } ?? []
  }

  private func entry(_ acronym: String, _ text: Int) -> Int? {
    guard acronymsOfBodies.contains(acronym) else { return nil }
    guard case .organisation(let entry)? = senses.sense(of: acronym, in: text) else { return nil }
    return entry
  }
}

extension OrganisationEntry.Form {
  fileprivate var withoutHead: OrganisationEntry.Form {
    OrganisationEntry.Form(
      words: Array(words.dropFirst()),
      gaps: Array(gaps.dropFirst()),
      text: String(text.drop { $0 != " " }.dropFirst())
    )
  }
}
