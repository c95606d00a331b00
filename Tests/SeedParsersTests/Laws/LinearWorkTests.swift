import Diagnostics
import SiteModel
import Support
import Testing

@testable import SeedParsers

/// A text twice as long costs twice as much work, whatever grows in it.
@Suite struct LinearWorkTests {
  /// A text that grows in one respect, of a kind.
  struct Growth: CustomTestStringConvertible, Sendable {
    let name: String
    let record: String
    var size = 120
    let text: @Sendable (Int, inout SeededGenerator) -> String
    var testDescription: String { name }
  }

  private static let issue = "kind: issue\nnumber: 1"
  private static let programme = "kind: programme\nseries: {slug: a, title: A}"
  private static let report = "kind: session-report\nseries: a"
  private static let event = "kind: event-report\nslug: e"
  private static let biography = "kind: biography"

  private static let growths = [
    Growth(name: "references and citations of one year", record: issue, size: 200) {
      count,
      generator in
      let families = (0..<count).map { _ in word(&generator) }
      let cited = families.map { "Tout sèche ici (\($0.dropLast())x, 2001). " }.joined()
      let listed = families.map { "\($0) A. (2001) *Le sel*, Presses, Brest\n\n" }.joined()
      return "# Titre\n\n## Un\n\n\(cited)\n\n## Références\n\n\(listed)"
    },
    Growth(name: "references of one name", record: issue) { count, _ in
      let listed = (0..<count).map { "Durand A. (\(1_000 + $0)) *Le sel*, Brest\n\n" }.joined()
      let cited = (0..<count).map { "Selon Anne Durand (\(1_000 + $0)), tout. " }.joined()
      return "# Titre\n\n## Un\n\n\(cited)\n\n## Références\n\n\(listed)"
    },
    Growth(name: "axes with members and leads", record: issue) { count, generator in
      let axes = (0..<count).map { number in
        let title = word(&generator)
        return "## Axe \(number) \(title)\n\n- Anne \(word(&generator)), garde\n\n"
          + "L'axe \(number) revient à Luc \(word(&generator)).\n\n## \(title)\n\nTexte.\n\n"
      }
      return "# Titre\n\n" + axes.joined()
    },
    Growth(name: "headings of one title that paragraphs announce", record: issue) { count, _ in
      "# Titre\n\n"
        + String(repeating: "On lit *Un* et *Deux* ici.\n\n## Un\n\n### Deux\n\n", count: count)
    },
    Growth(name: "people of one given name in a paragraph", record: issue) { count, generator in
      let people = (0..<count).map { _ in "Anne \(word(&generator))" }
      return "# Titre\n\n## Axe 1 Sel\n\n"
        + people.map { "- \($0), garde\n" }.joined() + "\n## Texte\n\n"
        + people.joined(separator: ", puis ") + ".\n"
    },
    Growth(name: "functions of one person", record: issue) { count, generator in
      "# Titre\n\nAnne DURAND<sup>1</sup>\n\n<sup>1</sup> Sel\n\n## Texte\n\n"
        + (0..<count).map { _ in "Anne Durand est garde de \(word(&generator)). " }.joined()
    },
    Growth(name: "brackets that nothing closes", record: issue) { count, _ in
      "# Titre\n\n## Un\n\n"
        + String(repeating: "(([«<sup>*[a](b **c ", count: count) + "\n"
    },
    Growth(name: "sessions and speakers", record: programme) { count, generator in
      (1...count).map { number in
        "Séance \(number % 1_000) : Les sols (3 mai 2018)\n\nIntervenants :\n\n"
          + "• Anne \(word(&generator)), garde\n\n• Orme Marine\n\n"
      }.joined()
    },
    Growth(name: "talks, questions and notes", record: report) { count, generator in
      "Séance 1 : Les sols (3 mai 2018)\n\nIntervenants :\n\n• Luc Petit, garde\n\n"
        + (1...count).map { number in
          "\(number % 90). Anne \(word(&generator)), garde\n\nOn creuse\(number % 900) partout et "
            + "longtemps.\n\nQuestions :\n\nPourquoi creuser ?\n\nPour voir.\n\n"
        }.joined()
    },
    Growth(name: "one line of joined names", record: report) { count, generator in
      "Séance 1 : Les sols (3 mai 2018)\n\nAnimation : "
        + (0..<count).map { _ in "Anne \(word(&generator))" }.joined(separator: " et ") + "\n"
    },
    Growth(name: "people in one paragraph", record: event) { count, generator in
      "COLLOQUE\n\n3 mai 2018\n\n"
        + (0..<count).map { _ in
          "« On creuse », explique Anne \(word(&generator)), directrice de ce port. "
        }.joined() + "\n"
    },
    Growth(name: "signs that stand alone", record: event) { count, _ in
      "COLLOQUE\n\n3 mai 2018\n\n" + String(repeating: "– – – Anne Durand – ", count: count) + "\n"
    },
    Growth(name: "lines that hyphens join", record: biography) { count, generator in
      "Anne Durand est garde.\n\n"
        + (0..<count).map { _ in "\(word(&generator).lowercased())-\n" }.joined() + "fin.\n"
    },
    Growth(name: "addresses cut over lines", record: biography) { count, generator in
      "Anne Durand est garde.\n\nhttps://example.org/\n"
        + (0..<count).map { _ in "\(word(&generator).lowercased())/\n" }.joined() + "\n"
    },
  ]

  private static func word(_ generator: inout SeededGenerator) -> String {
    let letters = Array("abcdeilmnoprstu")
    let tail = (0..<8).map { _ in letters.randomElement(using: &generator) ?? "a" }
    return "Ta" + String(tail)
  }

  private func work(_ growth: Growth, _ count: Int) -> (steps: Int, bytes: Int) {
    var generator = SeededGenerator(seed: 7)
    let text = growth.text(count, &generator)
    let file = SourceFile(path: "seeds/invented.txt", text: text)
    let manifest = SourceFile(
      path: "seeds/seeds.yaml",
      text: "texts:\n  - file: invented.txt\n"
        + growth.record.split(separator: "\n").map { "    \($0)\n" }.joined()
    )
    var work = WorkCount()
    for listing in readSeedManifest(manifest).value.texts {
      _ = listing.parser.read(file, counting: &work)
    }
    return (work.steps, file.bytes.count)
  }

  @Test(arguments: growths) func workGrowsAsTheTextDoes(growth: Growth) {
    let (once, twice) = (work(growth, growth.size), work(growth, 2 * growth.size))
    // Halving a list looks at one more place when the list doubles.
    let share = Double(twice.steps) / Double(once.steps)
    let length = Double(twice.bytes) / Double(once.bytes)
    #expect(share <= length * 1.15, "\(once.steps) steps, then \(twice.steps)")
    #expect(once.steps > once.bytes)
  }
}
