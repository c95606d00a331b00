import Markup
import Synchronization

/// How a text writes its words outside its capitals: gives a heading in capitals its small letters
/// and its accents back.
struct WordForms: Sendable {
  private let learnt: LearntForms

  /// Learns from the lines that are not set in capitals, and from words in capitals in them if asked.
  init(_ lines: [SeedLine], withCapitals: Bool = true) {
    learnt = LearntForms(lines, withCapitals: withCapitals)
  }

  /// Whether a word stands in the text outside its capitals, or is a small word.
  func knows(_ word: String) -> Bool {
    learnt[slugify(word)] != nil || FrenchWords.functionWords.contains(word.lowercased())
  }

  /// A text in capitals with the letters that the rest of the seed uses; others are left alone.
  func restore(_ text: TracedText) -> TracedText {
    guard isInCapitals(text) else { return text }
    var result = TracedText(path: text.path)
    var index = 0
    while index < text.count {
      let isWord = text.scalars[index].isLetter
      let end = text.firstIndex(from: index) { $0.isLetter != isWord } ?? text.count
      let part = text[index..<end]
      result.append(isWord ? restoreWord(part) : part)
      index = end
    }
    return withCapitals(result)
  }

  /// The first letter of the heading and of a title quoted in it stand in capitals.
  private func withCapitals(_ text: TracedText) -> TracedText {
    var result = TracedText(path: text.path)
    var isInitial = true
    for index in 0..<text.count {
      let traced = text.scalars[index]
      result.append(
        isInitial ? text[index..<index + 1].withCapitalInitial : text[index..<index + 1]
      )
      if traced.isLetter { isInitial = false }
      if "«“„".unicodeScalars.contains(traced.scalar) { isInitial = true }
    }
    return result
  }

  private func restoreWord(_ word: TracedText) -> TracedText {
    // Small words are met with a capital where a sentence begins.
    let isSmall = FrenchWords.functionWords.contains(word.lowercased)
    let known = isSmall ? "" : learnt[slugify(word.string)] ?? ""
    let scalars = Array(known.unicodeScalars)
    var result = TracedText(path: word.path)
    for (index, traced) in word.scalars.enumerated() {
      let lower = traced.scalar.properties.lowercaseMapping.unicodeScalars.first ?? traced.scalar
      let scalar = scalars.count == word.count ? scalars[index] : lower
      result.append(TracedScalar(scalar: scalar, source: traced.source))
    }
    return result
  }
}

/// The forms of the words of some lines, learnt at the first question.
///
/// Few texts have a heading in capitals. A class because all copies share what was learnt.
private final class LearntForms: Sendable {
  private let lines: [SeedLine]
  private let withCapitals: Bool
  private let known = Mutex<CommonestForms?>(nil)

  init(_ lines: [SeedLine], withCapitals: Bool) {
    self.lines = lines
    self.withCapitals = withCapitals
  }

  /// The commonest form of a folded word.
  subscript(word: String) -> String? {
    known.withLock { known in
      let forms = known ?? learnForms()
      known = forms
      return forms.words.number(of: word).map { forms.commonest[$0].form }
    }
  }

  private struct CommonestForms {
    /// Folded.
    var words: WordBag
    /// Beside each word.
    var commonest: [CountedForm] = []
  }

  private struct CountedForm {
    let form: String
    let count: Int
  }

  private func learnForms() -> CommonestForms {
    // A word in three is new.
    var forms = WordBag(expecting: lines.reduce(0) { $0 + $1.text.count } / 18)
    var counts: [Int] = []
    for line in lines where !isInCapitals(line.text) {
      let text = line.text
      for word in text.wordRanges {
        // « L'été » teaches "été", not "l'été".
        let elision = text.scalars[word].lastIndex {
          !$0.isPlainSmallLetter && $0.scalar.isApostrophe
        }
        let start = elision.map { $0 + 1 } ?? word.lowerBound
        let letters = text.fromFirstToLastLetter(of: start..<word.upperBound)
        guard !letters.isEmpty else { continue }
        let form = text.string(in: letters)
        guard withCapitals || !isCapitalWord(form) else { continue }
        let (number, isNew) = forms.insert(form)
        if isNew { counts.append(1) } else { counts[number] += 1 }
      }
    }
    // The commonest form of a word; of two equally common, the first in the alphabet.
    var best = CommonestForms(words: WordBag(expecting: counts.count))
    for (form, count) in zip(forms.words, counts) {
      let counted = CountedForm(form: form, count: count)
      let (number, isNew) = best.words.insert(slugify(form))
      if isNew {
        best.commonest.append(counted)
      } else {
        let known = best.commonest[number]
        if (known.count, form) < (count, known.form) { best.commonest[number] = counted }
      }
    }
    return best
  }
}
