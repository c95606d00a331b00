import Diagnostics
import Markdown
import SiteModel

/// What the editors of a record say of its links, found among the entities.
struct ResolvedChoices: Sendable {
  /// Words that are not linked, folded, each with its place among the vetoes.
  private let words: [String: Int]
  /// Entities that are not linked, likewise.
  let entities: [EntityID: Int]
  /// Words that are linked besides; nil when there are none.
  let automaton: NameAutomaton?
  /// By name of the automaton.
  let additions: [(target: Int, words: Spanned<String>)]
  private let vetoes: [Spanned<String>]

  /// Choices by their place: vetoes first, then additions.
  enum Choice: Hashable {
    case veto(Int)
    case addition(Int)
  }
}

extension ResolvedChoices {
  /// Emits `MEN001` and `MEN002`.
  static func resolve(
    _ choices: LinkChoices,
    names: ProseNames
  ) -> Diagnosed<ResolvedChoices> {
    var diagnostics: [Diagnostic] = []
    var additions: [(target: Int, words: Spanned<String>)] = []
    for addition in choices.also {
      switch names.table.resolveMention(addition.target) {
      case .success(let id):
        if let target = names.index.position(of: id), !addition.words.value.isEmpty {
          additions.append((target, addition.words))
        }
      case .failure(let missing): diagnostics += missing.diagnostics
      }
    }
    var words: [String: Int] = [:]
    var entities: [EntityID: Int] = [:]
    for (place, veto) in choices.never.enumerated() {
      words[WordBytes.folded(frenchTypography(of: veto.value))] = place
      if case .success(let id) = names.table.resolveMention(veto) { entities[id] = place }
    }
    return Diagnosed(
      ResolvedChoices(
        words: words,
        entities: entities,
        automaton: additions.isEmpty
          ? nil : NameAutomaton(additions.map { frenchTypography(of: $0.words.value) }),
        additions: additions,
        vetoes: choices.never
      ),
      diagnostics
    )
  }

  /// The veto of words, by its place; hardly any record has one.
  func veto(of words: String) -> Int? {
    self.words.isEmpty ? nil : self.words[WordBytes.folded(words)]
  }

  /// The choices that changed nothing.
  func useless(used: Set<Choice>) -> [Diagnostic] {
    vetoes.enumerated().filter { !used.contains(.veto($0.offset)) }.map { _, veto in
      ResolvedChoices.uselessVeto(of: veto.value, at: veto.span)
    }
      + additions.enumerated().filter { !used.contains(.addition($0.offset)) }.map { _, addition in
        Diagnostic(
          LinkingDiagnostics.uselessAddition,
          .warning,
          at: addition.words.span,
          "\"\(addition.words.value)\" stands nowhere in the prose of this record"
        )
      }
  }

  /// A veto of words that are no name where they stand.
  static func uselessVeto(of words: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      LinkingDiagnostics.uselessVeto,
      .warning,
      at: span,
      "\"\(words)\" would not be linked here anyway"
    )
  }
}
