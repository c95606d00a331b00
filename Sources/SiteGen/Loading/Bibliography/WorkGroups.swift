import CSL
import Diagnostics
import SiteModel

/// Descriptions of works, joined step by step where they are of one work (disjoint sets).
struct WorkGroups {
  /// Where a description comes from, in the order in which sources win.
  enum Origin: Int, Hashable {
    case written, bibliography, seed
  }

  /// One description; a class, since groups ask for it again and again.
  final class Member {
    let origin: Origin
    let id: EntityID
    let identity: WorkIdentity
    let span: SourceSpan?
    /// Nil for drafts.
    let document: Document?

    init(_ document: Document, _ origin: Origin) {
      self.origin = origin
      id = document.id
      identity = WorkIdentity(document)
      span = document.sources.first
      self.document = document
    }

    init(_ draft: Draft) {
      origin = .seed
      id = draft.id
      identity = WorkIdentity(draft)
      span = draft.source
      document = nil
    }
  }

  private let members: [Member]
  private var parents: [Int]
  private var problems: [Int: [Diagnostic]] = [:]
  private var isLeftOut: Set<Int> = []

  init(written: [Document], bibliography: [Document], drafts: [Draft]) {
    members =
      written.filter { $0.id.kind == .reference }.map { Member($0, .written) }
      + bibliography.map { Member($0, .bibliography) }
      + drafts.filter { $0.id.kind == .reference }.map { Member($0) }
    parents = Array(members.indices)
  }

  /// Joins what has one slug; two works of bibliographic files with one slug are reported.
  mutating func joinBySlug() {
    var firsts: [EntityID: Int] = [:]
    for index in members.indices {
      let member = members[index]
      guard let first = firsts[member.id] else {
        firsts[member.id] = index
        continue
      }
      let other = members[first]
      let isExplicit = member.origin != .bibliography || other.origin != .bibliography
      if !isExplicit, !member.identity.isSameWork(as: other.identity) {
        isLeftOut.insert(index)
        report(sharedSlug(member, other, .error), of: first)
        continue
      }
      // Editors may correct a title; two sources that contradict each other are doubtful.
      if other.origin == .bibliography, member.origin == .seed,
        !member.identity.agrees(with: other.identity)
      {
        report(sharedSlug(other, member, .warning), of: first)
      }
      join(first, index)
    }
  }

  /// Joins what has one DOI; then what has one title, year and author and no other DOI; then a title
  /// with its subtitle to the same title without, where no second one competes.
  mutating func joinByIdentity() {
    var byDOI: [String: Int] = [:]
    var byWords: [String: Int] = [:]
    var byMainWords: [String: [Int]] = [:]
    let indices = members.indices.filter { !isLeftOut.contains($0) }
    for index in indices {
      guard let doi = members[index].identity.doi else { continue }
      if let first = byDOI[doi] { join(first, index) } else { byDOI[doi] = index }
    }
    var dois: [Int: String] = [:]
    for index in indices {
      guard let doi = members[index].identity.doi else { continue }
      let root = root(of: index)
      if dois[root] == nil { dois[root] = doi }
    }
    for index in indices {
      guard let words = members[index].identity.words else { continue }
      if let first = byWords[words] { join(first, index, unlessApart: &dois) }
      if byWords[words] == nil { byWords[words] = index }
    }
    for index in indices {
      guard let words = members[index].identity.mainWords else { continue }
      let isNew = byMainWords[words]?.contains { root(of: $0) == root(of: index) } != true
      // Three say no more than two: the title alone tells none of them.
      if isNew, (byMainWords[words]?.count ?? 0) < 2 {
        byMainWords[words, default: []].append(index)
      }
    }
    for index in indices {
      guard let words = members[index].identity.words, let found = byMainWords[words],
        found.count == 1
      else { continue }
      join(found[0], index, unlessApart: &dois)
    }
  }

  /// Joins two members unless both have DOIs and these differ.
  private mutating func join(_ left: Int, _ right: Int, unlessApart dois: inout [Int: String]) {
    let known = (dois[root(of: left)], dois[root(of: right)])
    if let first = known.0, let second = known.1, first != second { return }
    join(left, right)
    if let doi = known.0 ?? known.1 { dois[root(of: left)] = doi }
  }

  /// The groups in the order of their first members.
  mutating func grouped() -> [WorkGroup] {
    var order: [Int] = []
    var indices: [Int: [Int]] = [:]
    for index in members.indices where !isLeftOut.contains(index) {
      let root = root(of: index)
      if indices[root] == nil { order.append(root) }
      indices[root, default: []].append(index)
    }
    return order.map { root in
      let found = indices[root] ?? []
      return WorkGroup(
        members: found.map { members[$0] },
        problems: found.flatMap { problems[$0] ?? [] }
      )
    }
  }

  private mutating func report(_ problem: Diagnostic, of index: Int) {
    problems[index, default: []].append(problem)
  }

  private mutating func root(of index: Int) -> Int {
    var root = index
    while parents[root] != root { root = parents[root] }
    var step = index
    while parents[step] != root { (step, parents[step]) = (parents[step], root) }
    return root
  }

  /// The earlier member becomes the root, so that precedence is the order of members.
  private mutating func join(_ left: Int, _ right: Int) {
    let roots = (root(of: left), root(of: right))
    parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
  }

  private func sharedSlug(_ member: Member, _ other: Member, _ severity: Severity) -> Diagnostic {
    let key = member.document?.work?.id ?? member.id.slug.text
    let address = member.id.slug.text
    return Diagnostic(
      BibliographyDiagnostics.sharedSlug,
      severity,
      at: member.span,
      "key \"\(key)\" gives the address of another work, \"\(address)\"",
      notes: [.init("the other work stands here", at: other.span)]
    )
  }
}
