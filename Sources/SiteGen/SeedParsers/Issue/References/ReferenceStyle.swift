import Markup

/// How a list prints its entries: lists agree with themselves, so that clear entries say how
/// doubtful ones are read.
struct ReferenceStyle: Hashable, Sendable {
  /// Whether the date stands behind the names, and not near the end.
  var hasDateBehindNames = true
  var order = NameOrder.familyFirst
  /// Whether stops divide title, container and imprint, and not commas.
  var hasStops = false
  /// Whether places of publication stand before the publisher.
  var hasPlaceFirst = true

  init() {}

  /// The style that most entries of a list show, whose heads were read in an order.
  init(of entries: [EntryText], heads: [EntryHead?], order: NameOrder) {
    self.order = order
    let dated = heads.compactMap(\.self).filter { !$0.names.isMixed }
    hasDateBehindNames = dated.count * 2 >= entries.count && !dated.isEmpty
    let stops = zip(entries, heads).count { entry, head in
      guard let head else {
        return entry.folded.contains(UInt8(ascii: ".")) && endsNamesWithStop(entry)
      }
      var cursor = FoldedCursor(entry, head.end..<entry.count)
      cursor.skip("),")
      return cursor.byte == UInt8(ascii: ".")
        || head.end > 0 && entry.folded[head.end - 1] == UInt8(ascii: ".")
    }
    hasStops = stops * 2 > entries.count
    var balance = 0
    for (entry, head) in zip(entries, heads) {
      balance += Imprint.balance(entry, from: head?.end ?? 0)
    }
    hasPlaceFirst = balance >= 0
  }

  private func endsNamesWithStop(_ entry: EntryText) -> Bool {
    let names = readNames(entry, 0..<min(entry.count, 1_500), order: order)
    guard !names.names.isEmpty, names.end > 0 else { return false }
    // The stop of an initial divides nothing.
    return entry.folded[names.end - 1] == UInt8(ascii: ".")
      && !(names.end > 1 && entry.isUpper(names.end - 2))
  }
}

/// The order in which most entries of a list print names.
func commonOrder(_ entries: [EntryText]) -> NameOrder {
  var (given, inverted, family) = (0, 0, 0)
  for entry in entries {
    let part = entry.text[0..<min(entry.count, 120)]
    let words = part.words
    guard words.count > 1, let first = words.first else { continue }
    if isInitials(first)
      || (isKnownGivenName(first) && first.trailing.isEmpty && words[1].startsUpper
        && !isInitials(words[1]))
    {
      given += 1
    } else if let comma = words.prefix(4).firstIndex(where: { $0.trailing == "," }),
      comma + 1 < words.count, isKnownGivenName(words[comma + 1])
    {
      inverted += 1
    } else if words.prefix(5).contains(where: isInitials) {
      family += 1
    }
  }
  if given > inverted, given > family { return .givenFirst }
  return inverted > family ? .familyComma : .familyFirst
}

private func isKnownGivenName(_ word: SeedWord) -> Bool {
  guard word.startsUpper else { return false }
  return slugify(word.text).split(separator: "-").contains {
    FrenchWords.firstGivenNames.contains(String($0))
  }
}
