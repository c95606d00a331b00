public import Diagnostics
import Markdown
public import SiteModel

/// The names of a site, ready to be found in its texts; made once.
///
/// A name may also be a common word, which the texts of the whole site tell: `commonWords(in:)` asks
/// or `find(in:)` asks each, `withCommonWords` keeps what all answered. Until then no name is one.
public struct ProseNames: Sendable {
  private(set) var index: NameIndex
  let table: IdentityTable

  /// Gathers the names of all entities; linear in the names.
  ///
  /// - Parameter content: every entity.
  public init(_ content: LoadedContent) {
    index = NameIndex(content)
    table = IdentityTable(content)
  }

  /// The same names for texts that use these words as common ones.
  public func withCommonWords(_ words: some Sequence<String>) -> ProseNames {
    var names = self
    names.index = index.withCommonWords(words)
    return names
  }

  /// The words of a prose that are names in capitals elsewhere.
  public func commonWords(in prose: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    index.commonWords.find(in: prose, into: &found)
    return found
  }

  /// The names in the texts of an item, and the words that are names in capitals elsewhere; linear in
  /// the texts, which are walked once for both.
  public func find(in item: LoadedContent.Item) -> FoundNames {
    var words: Set<String> = []
    let texts = item.texts.map { text in
      let prose = text.prose
      var found = index.commonWords.find(in: prose.text, into: &words, beside: index.automaton)
      found.isSilent = found.matches.isEmpty && prose.closed.isEmpty && prose.mentions.isEmpty
      return found
    }
    return FoundNames(commonWords: words, texts: texts)
  }

  /// Gives entities other names under the same identities, where they are.
  ///
  /// - Returns: nil, with nothing changed, where names hang on more than these entities, so that all
  ///   must be gathered again.
  public mutating func rename(
    _ before: [LoadedContent.Item],
    to now: [LoadedContent.Item]
  ) -> NameRenaming? {
    index.rename(before, to: now)
  }

  /// What became of the words that are looked for as common ones, from other names to these.
  public func renaming(from other: ProseNames) -> NameRenaming {
    var renaming = NameRenaming()
    let (old, new) = (other.index.commonWords.names, index.commonWords.names)
    for word in old.keys where new[word] == nil { renaming.remove(word) }
    for word in new.keys where old[word] == nil { renaming.add(word) }
    return renaming
  }
}

/// Links the names that stand in the prose of one entity's texts.
///
/// The first naming in each section becomes a link, later ones mentions without a link; the page's
/// own subject is never linked. Mentions that drafts of seeds hold follow the same rule, those that
/// authors wrote always link. Linear in the texts. Emits `MEN001`, `MEN002` for `links: also:`,
/// `MEN003`, `MEN004` and `MEN006`.
///
/// - Parameters:
///   - item: the entity with its texts.
///   - names: the names of the site.
///   - found: what `find(in:)` found in these texts; nil to look for it.
///   - files: gives the files that texts stand in, to find there where names are; nil where nobody asks
///     for places, and then each is the start of its file.
/// - Returns: the entity with its names linked, and what became of each.
public func linkProse(
  of item: LoadedContent.Item,
  with names: ProseNames,
  found: FoundNames? = nil,
  in files: TextReader?
) -> Diagnosed<LinkedProse> {
  let choices = ResolvedChoices.resolve(item.links, names: names)
  guard item.entity.texts.contains(where: { $0.typesetting == .french }) else {
    let linked = LinkedProse(item: item, links: [], work: 0)
    return Diagnosed(linked, choices.diagnostics + choices.value.useless(used: []))
  }
  var reading = ProseReading(of: item, names: names, choices: choices.value, in: files)
  let texts = zip(item.entity.texts, item.texts.enumerated()).map { text, document in
    text.typesetting == .french
      ? reading.link(document.element, of: text, found: found?.texts[document.offset])
      : document.element
  }
  let linked = LinkedProse(
    item: item.withTexts(texts),
    links: reading.links,
    work: reading.work
  )
  return Diagnosed(
    linked,
    choices.diagnostics + reading.diagnostics + choices.value.useless(used: reading.usedChoices)
  )
}
