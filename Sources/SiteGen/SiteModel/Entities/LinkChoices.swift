public import Diagnostics
public import FrontMatter

/// What the editors of a record say of the links that its texts get by themselves.
public struct LinkChoices: Hashable, Sendable {
  /// Words that lead to an entity in these texts.
  public struct Addition: Hashable, Sendable {
    /// The words as the text prints them.
    public let words: Spanned<String>
    /// The entity, as mentions write it.
    public let target: Spanned<String>
  }

  /// Name of the field that holds them.
  public static let field = "links"

  /// Words, or entities as mentions write them, that these texts do not link.
  public let never: [Spanned<String>]
  /// Words that these texts link besides.
  public let also: [Addition]

  /// No choice: every certain name is linked.
  public static let none = LinkChoices(never: [], also: [])

  /// Makes choices.
  public init(never: [Spanned<String>], also: [Addition]) {
    self.never = never
    self.also = also
  }
}

extension FieldReader {
  /// The choices of a record: `links: {never: […], also: {words: slug}}`.
  public mutating func linkChoices() -> LinkChoices {
    guard let value = value(LinkChoices.field) else { return .none }
    guard case .mapping(let mapping) = value else {
      report(wrong: LinkChoices.field, form: "`never` and `also`", at: value.span)
      return .none
    }
    var inner = FieldReader(mapping, of: "choice of links")
    let never = inner.texts("never")
    var also: [LinkChoices.Addition] = []
    switch inner.value("also") {
    case .mapping(let pairs)?:
      for entry in pairs.entries {
        if case .scalar(let target) = entry.value {
          also.append(LinkChoices.Addition(words: entry.key, target: target))
        } else {
          inner.report(wrong: "also", form: "words, each with a slug", at: entry.value.span)
        }
      }
    case let other?: inner.report(wrong: "also", form: "words, each with a slug", at: other.span)
    case nil: break
    }
    absorb(inner)
    return LinkChoices(never: never, also: also)
  }
}
