import Markup

/// How a text writes its family names outside lists in capitals: `MACLEOD-ROY` is « MacLeod-Roy ».
struct FamilyForms: Sendable {
  private var forms: [String: String] = [:]
  private let words: WordForms

  /// Learns what it takes to restore the names of entries: nothing where none is in capitals.
  init(_ lines: [SeedLine], for entries: some Sequence<ReferenceEntry>) {
    let isNeeded = entries.contains { entry in
      [entry.names, entry.work.editors, entry.work.translators].joined().contains {
        isInCapitals($0.family)
      }
    }
    self.init(isNeeded ? lines : [])
  }

  /// Learns from the words with one capital, and from the particles before them.
  private init(_ lines: [SeedLine]) {
    words = WordForms(lines, withCapitals: false)
    for line in lines where !isInCapitals(line.text) {
      var particles: [String] = []
      for word in line.text.words {
        if FrenchWords.particles.contains(word.text), word.trailing.isEmpty {
          particles.append(word.text)
          continue
        }
        if word.startsUpper, !isCapitalWord(word.text) {
          for start in 0...particles.count { note(particles[start...] + [word.text]) }
        }
        particles = []
      }
    }
  }

  private mutating func note(_ parts: ArraySlice<String>) {
    let form = parts.joined(separator: " ")
    if forms[slugify(form)] == nil { forms[slugify(form)] = form }
  }

  /// The entry with its names in small letters where it prints whole families in capitals.
  func restore(_ entry: ReferenceEntry) -> ReferenceEntry {
    var entry = entry
    entry.names = entry.names.map(restore)
    entry.work.editors = entry.work.editors.map(restore)
    entry.work.translators = entry.work.translators.map(restore)
    return entry
  }

  private func restore(_ name: ReferenceName) -> ReferenceName {
    let family = name.family
    guard isInCapitals(family) else { return name }
    guard name.given != nil else { return ReferenceName(family: restoreBody(family)) }
    guard let form = forms[slugify(family.string)] else {
      return ReferenceName(family: withoutCapitals(family, longerThan: 1), given: name.given)
    }
    return ReferenceName(family: rewritten(family, as: form), given: name.given)
  }

  /// A short form keeps its capitals; a name in words begins with one that bodies are called by.
  ///
  /// A short word that the text never writes small may be an acronym: then all stays as printed.
  private func restoreBody(_ body: TracedText) -> TracedText {
    let parts = body.words
    guard parts.count > 1, let first = parts.first,
      FrenchWords.institutionWords.contains(first.lowercased),
      parts.allSatisfy({ $0.core.count > 5 || words.knows($0.text) })
    else { return body }
    return words.restore(body)
  }

  private func rewritten(_ family: TracedText, as form: String) -> TracedText {
    let scalars = Array(form.unicodeScalars)
    guard scalars.count == family.count else { return withoutCapitals(family, longerThan: 1) }
    var result = TracedText(path: family.path)
    for (traced, scalar) in zip(family.scalars, scalars) {
      result.append(TracedScalar(scalar: scalar, source: traced.source))
    }
    return result
  }
}
