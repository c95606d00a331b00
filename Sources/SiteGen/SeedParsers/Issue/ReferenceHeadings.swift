import Markup

/// Whether a heading names a list of references whatever follows it: « Références citées »,
/// « Éléments de bibliographie », « Pour aller plus loin ».
func namesReferences(_ heading: TracedText) -> Bool {
  let name = referenceHeadingName(heading)
  guard name.utf8.count <= 100 else { return false }
  let openings = [
    "references", "bibliographi", "bibliography", "webographie", "sitographie", "ouvrages-cites",
    "ouvrages-de-reference", "pour-aller-plus-loin", "pour-en-savoir-plus", "works-cited",
    "literature", "litterature-citee", "further-reading",
  ]
  if openings.contains(where: name.hasPrefix) || name == "a-lire" || name == "reference" {
    return true
  }
  let words = name.split(separator: "-").map(String.init)
  if words.count <= 6, words.contains(where: { $0.hasPrefix("bibliographi") }) { return true }
  return words.count <= 9 && words.first.map(workWords.contains) ?? false
    && words.dropFirst().contains(where: qualities.contains)
}

/// Whether a heading may name one: « Publications », « Sources », « Lectures ».
///
/// What follows must then look like works: see ``looksLikeReferences(_:)``.
func mayNameReferences(_ heading: TracedText) -> Bool {
  let words = referenceHeadingName(heading).split(separator: "-").map(String.init)
  return words.count <= 8 && words.contains(where: workWords.contains)
}

/// Whether most paragraphs hold a year, as works do and prose does not.
func looksLikeReferences(_ texts: [TracedText]) -> Bool {
  guard !texts.isEmpty else { return false }
  let dated = texts.count { text in
    text.count <= 1_500
      && text.words.contains { word in
        let digits = word.text.unicodeScalars.prefix(4)
        return digits.count == 4 && digits.allSatisfy(\.isDigit)
          && (digits.first == "1" || digits.first == "2")
          && word.text.unicodeScalars.count <= 5
      }
  }
  return dated * 5 >= texts.count * 4
}

/// The words of a heading, folded, without the number before them.
private func referenceHeadingName(_ heading: TracedText) -> String {
  guard heading.count <= 120 else { return "" }
  let text = plainText(heading)
  guard let printed = printedHeading(text), printed.label != nil else {
    return slugify(text.string)
  }
  return slugify(printed.title.string)
}

private let workWords: WordSet = [
  "ouvrages", "travaux", "publications", "sources", "textes", "articles", "documents", "etudes",
  "lectures", "livres", "sites", "liens", "productions", "ressources",
]

private let qualities: WordSet = [
  "cite", "cites", "citee", "citees", "recent", "recents", "recente", "recentes", "principaux",
  "principales", "utilises", "utilisees", "consultes", "consultees", "mentionnes", "mentionnees",
  "conseillees", "conseilles", "selectionnes", "selectionnees", "choisis", "choisies",
  "bibliographiques", "imprimees", "publiees",
]
