/// What a page knows and a text does not: where its references lead, and how ids begin.
public struct MarkdownResolver: Sendable {
  /// Added to the level of every heading; the sum stays between 1 and 6.
  public var headingShift: Int
  /// Prefix of every id this house writes, when several texts stand on one page.
  public var idPrefix: String
  /// What assistive technology reads for the way back from a note; no attribute when empty.
  public var noteReturnLabel: String
  /// Heading above the notes; none when empty.
  public var notesHeading: String
  /// Where a cite leads; its ordinal counts from 1 the cites of the document.
  public var cite: @Sendable (MarkdownCite, _ ordinal: Int) -> ResolvedReference?
  /// What a citation prints, where a style says so, by its place among the citations from 0; nil
  /// leaves it to the labels of its cites.
  public var citation: @Sendable (Int) -> [CitationPart]?
  /// Where a mention of a target leads.
  public var mention: @Sendable (_ target: String) -> ResolvedReference?
  /// Rewrites the destination of an ordinary link or image; nil leaves the words of a link alone.
  public var link: @Sendable (String) -> String?

  /// Resolves nothing and changes nothing.
  public static let plain = MarkdownResolver()

  /// Makes a resolver; what is not given resolves nothing and changes nothing.
  public init(
    headingShift: Int = 0,
    idPrefix: String = "",
    noteReturnLabel: String = "",
    notesHeading: String = "",
    cite: @escaping @Sendable (MarkdownCite, Int) -> ResolvedReference? = { _, _ in nil },
    citation: @escaping @Sendable (Int) -> [CitationPart]? = { _ in nil },
    mention: @escaping @Sendable (String) -> ResolvedReference? = { _ in nil },
    link: @escaping @Sendable (String) -> String? = { $0 }
  ) {
    self.headingShift = headingShift
    self.idPrefix = idPrefix
    self.noteReturnLabel = noteReturnLabel
    self.notesHeading = notesHeading
    self.cite = cite
    self.citation = citation
    self.mention = mention
    self.link = link
  }
}

/// A piece of a formatted citation.
public enum CitationPart: Hashable, Sendable {
  /// HTML between the works.
  case html(String)
  /// HTML of one work, by its place in the citation from 0: it becomes a link.
  case cite(Int, html: String)
}

/// Where a cite or a mention leads; plain values, escaped when they are written.
public struct ResolvedReference: Hashable, Sendable {
  /// Destination as it shall stand on the page.
  public let href: String
  /// Text to print where neither source nor style gives one; for a cite, with its locator.
  public let label: String
  /// Title of the link.
  public let title: String?

  /// Makes a reference.
  public init(href: String, label: String, title: String? = nil) {
    self.href = href
    self.label = label
    self.title = title
  }
}
