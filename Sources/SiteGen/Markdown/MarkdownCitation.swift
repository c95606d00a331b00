public import Diagnostics

/// A citation: what stands between one pair of brackets, names one work in the running text, or is
/// a link to a key.
public struct MarkdownCitation: Hashable, Sendable {
  /// How the text cites.
  public enum Form: Hashable, Sendable {
    /// `[see @key, p. 12; @other]`: the whole stands apart from the sentence.
    case bracketed
    /// `@key`, `@key [p. 12]`: the names of the first work belong to the sentence.
    case narrative
    /// `[words](@key "p. 12")`: the form the source itself prints, without markup; nil where it
    /// leaves that to the page.
    case printed(String?)
  }

  /// How.
  public let form: Form
  /// The works cited, in the order of the text; never empty.
  public let cites: [MarkdownCite]
  /// The ordinal of the first cite among all cites of the document, from 1.
  public let ordinal: Int

  /// The form that the source prints, or nil.
  public var printed: String? {
    if case .printed(let words) = form { words } else { nil }
  }
}

/// One work in a citation.
///
/// A class, so that pages that ask where it leads copy one reference instead of its words.
public final class MarkdownCite: Hashable, Sendable {
  /// The key as written, without `@` and braces.
  public let key: Spanned<String>
  /// What stands before the key, set in French; empty where nothing does.
  public let prefix: String
  /// Where in the work.
  public let locator: MarkdownLocator?
  /// What stands behind key and locator, set in French; empty where nothing does.
  public let suffix: String
  /// Whether `-` before the key says that the text names the authors itself.
  public let suppressesAuthor: Bool

  init(
    key: Spanned<String>,
    prefix: String,
    locator: MarkdownLocator?,
    suffix: String,
    suppressesAuthor: Bool
  ) {
    self.key = key
    self.prefix = prefix
    self.locator = locator
    self.suffix = suffix
    self.suppressesAuthor = suppressesAuthor
  }

  /// Whether both say the same, in the same place.
  public static func == (left: MarkdownCite, right: MarkdownCite) -> Bool {
    left === right
      || left.key == right.key && left.prefix == right.prefix && left.locator == right.locator
        && left.suffix == right.suffix && left.suppressesAuthor == right.suppressesAuthor
  }

  /// Hashes the key and its place.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// Where in a work: what is counted, and which.
public struct MarkdownLocator: Hashable, Sendable {
  /// The term of CSL 1.0.2 for what is counted (`page`, `chapter`).
  public let label: String
  /// Which, as written: `12`, `33-35, 38`.
  public let value: String
  /// Label and value as the source has them: `p. 12`.
  public let written: String
}

extension MarkdownDocument {
  /// Every cite in the order of the text, notes last; its ordinal is its place, from 1.
  public var cites: [MarkdownCite] { citations.flatMap(\.cites) }
}
