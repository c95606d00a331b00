public import Diagnostics
import FrontMatter
import Markup
public import SiteModel

/// What readers would call the text of a record.
///
/// The fields that count and the body, each in the one form that all ways of writing it share;
/// docs/publishing.md defines it.
public struct CanonicalText: Hashable, Sendable {
  /// A field or the body.
  public struct Part: Hashable, Sendable {
    /// Name of the field, or `body`.
    public let name: String
    /// Its lines.
    public let lines: [String]
    /// Where it stands.
    public let span: SourceSpan
  }

  /// Fields by name, then the body; none is empty.
  public let parts: [Part]

  /// Takes what counts of a record that was merged from all its texts; linear but for sorting.
  public init(of document: Document) {
    let fields = document.fields.entries.filter { countsForReaders($0.key.value) }
    let written = fields.sorted { $0.key.value.precedesInBytes($1.key.value) }
      .map {
        Part(name: $0.key.value, lines: lines(of: $0.value, $0.key.value), span: $0.value.span)
      }
    let body = document.body.map { text in
      Part(
        name: EntityText.bodyName,
        lines: canonicalLines(text.bytes),
        span: text.map.span(of: 0..<text.bytes.count)
      )
    }
    parts = (written + [body].compactMap { $0 }).filter { !$0.lines.isEmpty }
  }

  /// The bytes that are sealed: a line that names this form, then each part, its name on a line and
  /// its lines after two spaces, an empty line empty.
  public var bytes: [UInt8] {
    var text = "sitegen canonical text 1\n"
    for part in parts {
      text += "\(part.name):\n"
      for line in part.lines { text += line.isEmpty ? "\n" : "  \(line)\n" }
    }
    return Array(text.utf8)
  }

  /// SHA-256 of the bytes.
  public var seal: String { Publishing.seal(of: bytes) }
}

/// Fields that may change without a reader's calling the text another: where it is found, what it
/// is called by machines, and what editors keep for themselves.
private let uncounted: Set = [
  "slug", "former-addresses", "status", "revision", "erratum", "doi", "issn", "isbn", "hal",
  "handle", "ark", "links", SourceNotes.field, EditorialNote.field, "printed-date",
]

/// Whether a field is part of what readers call the text.
func countsForReaders(_ field: String) -> Bool { !uncounted.contains(field) }

/// Fields that are lists, in which a text alone stands for a list of one.
private let lists: Set = [
  "authors", "affiliations", "keywords", "axes", "references", "items", "nocite",
]

/// The field that a text stands for where a record is expected.
private let shorthands = ["authors": "person", "references": "items"]

/// The lines of a value; none where it says nothing.
private func lines(of value: FieldValue, _ name: String) -> [String] {
  switch value {
  case .scalar(let scalar):
    guard lists.contains(name) else { return canonicalLines(Array(scalar.value.utf8)) }
    return lines(of: .sequence([value], value.span), name)
  case .sequence(let elements, _):
    return elements.flatMap { element -> [String] in
      let written = lines(ofElement: element, name)
      return written.prefix(1).map { "- \($0)" } + written.dropFirst().map { "  \($0)" }
    }
  case .mapping(let mapping):
    let entries = mapping.entries.sorted {
      $0.key.value.precedesInBytes($1.key.value)
    }
    return entries.flatMap { entry -> [String] in
      let written = lines(of: entry.value, entry.key.value)
      return written.isEmpty ? [] : ["\(entry.key.value):"] + written.map { "  \($0)" }
    }
  }
}

private func lines(ofElement element: FieldValue, _ name: String) -> [String] {
  guard case .scalar(let scalar) = element else { return lines(of: element, "") }
  guard let shorthand = shorthands[name] else {
    return canonicalLines(Array(scalar.value.utf8))
  }
  let entry = FieldMapping.Entry(Spanned(shorthand, at: scalar.span), element)
  return lines(of: .mapping(FieldMapping([entry], at: scalar.span)), "")
}
