/// A piece of a sentence.
enum Inline {
  case words(String)
  /// A person, called by the name in full.
  case person(Int)
  case organisation(Int)
  /// A work of the bibliography and a page of it.
  case citation(Int, page: Int)
  /// The call of a note, from 1.
  case note(Int)
}

/// Pieces, spaced as they stand.
typealias Sentence = [Inline]

/// A block of a text.
enum Block {
  case heading(String)
  case paragraph([Sentence])
  case list([Sentence])
  case table(head: [String], rows: [[String]])
  /// What a note says.
  case note(Int, Sentence)
}

/// Writes prose of a given length, with what it must name strewn over it evenly.
struct ProseWriter {
  let vocabulary: Vocabulary

  /// Paragraphs of about so many words, everything of `insertions` in them in order.
  func paragraphs(
    words total: Int,
    _ insertions: [Inline],
    _ dice: inout Dice
  ) -> [[Sentence]] {
    var paragraphs: [[Sentence]] = [[]]
    var written = 0
    var inserted = 0
    while written < total {
      let length = dice.pick(9...26)
      written += length
      let isDue = inserted < insertions.count && written * insertions.count > inserted * total
      let insertion = isDue ? insertions[inserted] : nil
      if isDue { inserted += 1 }
      paragraphs[paragraphs.count - 1].append(sentence(length, insertion, &dice))
      if dice.below(6) == 0, written < total { paragraphs.append([]) }
    }
    let rest = insertions[inserted...].map { sentence(12, $0, &dice) }
    paragraphs[paragraphs.count - 1] += rest
    return paragraphs.filter { !$0.isEmpty }
  }

  /// A sentence with something in the middle (a name) or at the end (a citation, a note).
  func sentence(_ length: Int, _ insertion: Inline?, _ dice: inout Dice) -> Sentence {
    let before = phrase(length / 2, &dice)
    let after = phrase(length - length / 2, &dice)
    let start = capitalized(before)
    switch insertion {
    case nil: return [.words("\(start), \(after).")]
    case .person?, .organisation?, .words?:
      return [.words("\(start) "), insertion ?? .words(""), .words(" \(after).")]
    case .citation?: return [.words("\(start) \(after) "), insertion ?? .words(""), .words(".")]
    case .note?: return [.words("\(start) \(after)"), insertion ?? .words(""), .words(".")]
    }
  }

  private func phrase(_ length: Int, _ dice: inout Dice) -> String {
    var words: [String] = []
    for _ in 0..<max(1, length) {
      switch dice.below(60) {
      case 0: words.append("*\(vocabulary.longWord(&dice))*")
      case 1: words.append("**\(vocabulary.longWord(&dice))**")
      case 2: words.append("« \(vocabulary.longWord(&dice)) »")
      case 3: words.append("l’action")
      case 4: words.append("\(dice.pick(2...99)) %")
      default: words.append(vocabulary.word(&dice))
      }
    }
    return words.joined(separator: " ")
  }
}
