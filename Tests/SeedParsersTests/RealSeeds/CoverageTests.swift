import Diagnostics
import FrontMatter
import SiteModel
import Testing

@testable import SeedParsers

/// Nothing of a seed is lost: each word stands in a field, in a body or in a diagnostic, but for
/// the labels and markup that the grammar of the kind has turned into structure.
@Suite struct CoverageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let seed: Int
    /// Words that are covered nowhere, read by eye.
    let structure: Set<String>
    var testDescription: String { "seed \(seed)" }
  }

  /// The address of a note, which the conversion repeats whole below it.
  private static let annotation =
    "httpssolidaritessantegouvfrsoinsetmaladiesprisesenchargespecialiseestelesante"
    + "pourlaccesdetousadessoinsadistancearticleletelesoin"

  @Test(arguments: [
    Case(seed: 0, structure: ["sup", "supsup"]),
    Case(seed: 1, structure: []),
    Case(seed: 2, structure: ["Séance", "Intervenants", "o", annotation]),
    Case(
      seed: 3,
      structure: ["Le", "Pour", "voir", "ou", "revoir", "le", "colloque", "en", "vidéo"]
    ),
    Case(
      seed: 4,
      structure: [
        "PROGRAMME", "DES", "SEANCES", "Programme", "des", "séances", "Séance", "Intervenants",
        "Présentation", "de", "la", "séance", "Animation", "et", "Mme",
      ]
    ),
  ])
  func everyWordIsPlaced(_ example: Case) throws {
    let seed = try RealSeeds.drafts(example.seed)
    var isCovered = [Bool](repeating: false, count: seed.file.bytes.count)
    func cover(_ span: SourceSpan) {
      guard span.path == seed.file.path else { return }
      for offset in span.range { isCovered[offset] = true }
    }
    for draft in seed.drafts {
      FieldValue.mapping(draft.fields).scalars.forEach { cover($0.span) }
      guard let body = draft.body else { continue }
      for offset in body.bytes.indices { cover(body.map.span(of: offset..<offset + 1)) }
    }
    seed.diagnostics.compactMap(\.span).forEach(cover)
    var lost: Set<String> = []
    for line in readSeedLines(seed.file) {
      for word in line.text.words where word.text.unicodeScalars.contains(where: \.isLetter) {
        let core = line.text[word.core].span.range
        let isPlaced = core.contains { isCovered[$0] }
        if !isPlaced { lost.insert(word.text.filter(\.isLetter)) }
      }
    }
    #expect(lost.subtracting(example.structure) == [])
  }
}
