import CSL
import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// What tells whether two descriptions are of one work: the DOI, else title, year and author.
struct WorkIdentity: Hashable {
  /// In small letters, without resolver; nil when there is none.
  let doi: String?
  /// The title, folded; nil when there is none.
  let title: String?
  /// Year and first author, folded; nil when neither is known.
  let origin: String?

  /// Title, year and author as one key; nil where a title stands alone.
  let words: String?
  /// The title before its subtitle, year and author as one key; nil without subtitle.
  let mainWords: String?

  /// The identity of what a document says, front matter first.
  init(_ document: Document) {
    self.init(fields: document.fields, item: document.work)
  }

  /// The identity of what a draft says.
  init(_ draft: Draft) {
    self.init(fields: draft.fields, item: nil)
  }

  /// Whether both can be of one work as far as their words tell.
  func agrees(with other: WorkIdentity) -> Bool {
    if let doi, doi == other.doi { return true }
    guard let title, let otherTitle = other.title else { return true }
    return title == otherTitle || origin == other.origin
  }

  private init(fields: FieldMapping, item: CSLItem?) {
    doi = (fields.word("DOI") ?? item?.text("DOI")).flatMap(WorkIdentity.foldDOI)
    let written = fields.word("title") ?? item?.text("title")
    let title = written.flatMap(WorkIdentity.foldTitle)
    let mainTitle = written.flatMap(WorkIdentity.beforeSubtitle).flatMap(WorkIdentity.foldTitle)
    let first = item?.names("author").first ?? item?.names("editor").first
    let name =
      fields.firstName("author") ?? fields.firstName("editor")
      ?? first.map {
        $0.literal.isEmpty ? "\($0.nonDroppingParticle) \($0.family)" : $0.literal
      }
    let year =
      fields.word("issued").map { String($0.prefix { $0.isNumber }) }
      ?? item?.date("issued")?.start.map { String($0.year) }
    let parts = [year ?? "", name.map(WorkIdentity.foldName) ?? ""]
    let origin = parts.allSatisfy(\.isEmpty) ? nil : parts.joined(separator: "|")
    func key(_ title: String) -> String? { origin.map { "\(title)|\($0)" } }
    words = title.flatMap(key)
    mainWords = mainTitle.flatMap(key)
    self.title = title
    self.origin = origin
  }

  private static func foldDOI(_ text: String) -> String? {
    let small = text.lowercased()
    // A DOI begins with the number of its registrant, whatever stands before it.
    guard let start = small.firstRange(of: "10.") else { return nil }
    return String(small[start.lowerBound...].filter { !$0.isWhitespace })
  }

  private static func foldTitle(_ text: String) -> String? {
    let plain = withoutTags(text)
    let slug = slugify(plain)
    let folded = slug.isEmpty ? plain.lowercased().filter { $0.isLetter || $0.isNumber } : slug
    return folded.isEmpty ? nil : folded
  }

  /// What stands before the first colon or the first full stop; nil when there is neither.
  private static func beforeSubtitle(_ title: String) -> String? {
    let bytes = Array(title.utf8)
    let end = bytes.indices.first { index in
      let isMark = bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ".")
      return isMark && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: " ")
    }
    return end.map { String(decoding: bytes[..<$0], as: UTF8.self) }
  }

  /// Without leading particles, which sources keep in different places.
  private static func foldName(_ name: String) -> String {
    var rest = name.drop { $0 == " " }
    while rest.first?.isLowercase == true, let space = rest.utf8.firstIndex(of: UInt8(ascii: " ")),
      let next = rest[space...].firstIndex(where: { $0 != " " })
    {
      rest = rest[next...]
    }
    let slug = slugify(rest)
    return slug.isEmpty ? name.lowercased() : slug
  }
}

extension FieldMapping {
  /// The words of a scalar field, or nil.
  fileprivate func word(_ key: String) -> String? {
    guard case .scalar(let scalar)? = self[key], !scalar.value.isEmpty else { return nil }
    return scalar.value
  }

  /// The family name or the whole name of the first of a list, or nil.
  fileprivate func firstName(_ key: String) -> String? {
    guard let value = self[key] else { return nil }
    var first = value
    if case .sequence(let elements, _) = value {
      guard let element = elements.first else { return nil }
      first = element
    }
    switch first {
    case .scalar(let scalar): return scalar.value
    case .mapping(let mapping): return mapping.word("family") ?? mapping.word("literal")
    case .sequence: return nil
    }
  }
}
