import CSL
import Diagnostics
import FrontMatter
import SiteModel

/// The descriptions of one work, in the order in which they win.
struct WorkGroup {
  let members: [WorkGroups.Member]
  /// The identity of the reference: editors', else the seeds', else the key's.
  let id: EntityID
  /// What was found wrong while they were joined.
  private let found: [Diagnostic]

  init(members: [WorkGroups.Member], problems: [Diagnostic]) {
    self.members = members
    let winner = members.first { $0.origin == .written } ?? members.first { $0.origin == .seed }
    id = (winner ?? members[0]).id
    found = problems
  }

  /// Every other identity the sources gave it.
  var otherIDs: Set<EntityID> {
    // Most works are described once.
    members.count > 1 ? Set(members.map(\.id)).subtracting([id]) : []
  }

  /// Names of the fields that bibliographic files say, which its seeds then do not.
  var heldFields: Set<String> {
    guard members.contains(where: { $0.origin == .seed }), let work else { return [] }
    return Set(work.fields.keys).union(work.type.isEmpty ? [] : ["type"])
  }

  /// What editors and bibliographic files say, for merging with the drafts.
  ///
  /// Two files of editors for one slug stay apart: merging reports them.
  var documents: [Document] {
    guard members.count > 1 else { return members.compactMap(\.document) }
    var written: [Document] = []
    var joined: [EntityID: Int] = [:]
    for member in members where member.origin == .written {
      guard let document = member.document else { continue }
      if joined[member.id] == nil, let first = written.first {
        joined[member.id] = 0
        written[0] = filling(first, from: document)
      } else {
        joined[member.id] = written.count
        written.append(document)
      }
    }
    let works = members.filter { $0.origin == .bibliography }.compactMap(\.document)
    guard !works.isEmpty || !written.isEmpty || !otherIDs.isEmpty else { return [] }
    let fields =
      written.first?.fields ?? works.first?.fields
      ?? FieldMapping([], at: members[0].span ?? SourceSpan(path: "", range: 0..<0))
    let first = Document(
      id,
      fields: fields,
      body: written.first?.body,
      sources: (written.first?.sources ?? []) + works.flatMap(\.sources),
      work: work,
      aliases: aliases
    )
    return [first] + written.dropFirst()
  }

  /// What was found wrong, and that there are several sources where editors may not know.
  var problems: [Diagnostic] {
    guard !otherIDs.isEmpty else { return found }
    let spoken = members.first { $0.origin == .bibliography && $0.id != id } ?? members[1]
    let others = members.filter { $0.id != spoken.id }
    // A copy within one kind of source is an oversight; in two kinds it is the ordinary case.
    let isOversight = [.written, .bibliography].contains { origin in
      members.count { $0.origin == origin } > 1
    }
    let keys = others.first.map { $0.document?.work?.id ?? $0.id.slug.text } ?? ""
    let key = spoken.document?.work?.id ?? spoken.id.slug.text
    return found + [
      Diagnostic(
        BibliographyDiagnostics.duplicateWork,
        isOversight ? .warning : .note,
        at: spoken.span,
        "\"\(key)\" is the same work as \"\(keys)\""
          + (members.count > 2 ? "; it stands in \(members.count) places" : ""),
        notes: others.prefix(3).map { .init("it stands here too", at: $0.span) }
      )
    ]
  }

  /// The items of bibliographic files in one, the first winning field by field.
  private var work: CSLItem? {
    let items = members.compactMap { $0.document?.work }
    guard var work = items.first else { return nil }
    for item in items.dropFirst() {
      if work.type.isEmpty { work.type = item.type }
      work.fields.merge(item.fields) { first, _ in first }
    }
    let slug = id.slug
    work.id =
      members.first { $0.id.slug == slug && $0.document?.work != nil }?.document?.work?.id
      ?? slug.text
    return work
  }

  private var aliases: [String] {
    var seen: Set<String> = [id.slug.text]
    let names = members.flatMap { ($0.document?.aliases ?? []) + [$0.id.slug.text] }
    return names.filter { seen.insert($0).inserted }
  }

  private func filling(_ first: Document, from other: Document) -> Document {
    let names = Set(first.fields.entries.map(\.key.value))
    return Document(
      first.id,
      fields: FieldMapping(
        first.fields.entries + other.fields.entries.filter { !names.contains($0.key.value) },
        at: first.fields.span
      ),
      body: first.body ?? other.body,
      sources: first.sources + other.sources
    )
  }
}
