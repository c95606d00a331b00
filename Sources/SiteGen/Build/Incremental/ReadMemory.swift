import Diagnostics
import FrontMatter
import Loading
import SiteModel

/// What the files of `Content/` held at the last build, each with its path.
struct ReadMemory {
  private(set) var content: ReadContent
  private var paths: [String]
  private var bibliographies: [String]

  /// Reads all of them.
  static func read(
    _ sources: SourceTree,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> ReadMemory {
    let memory = ReadMemory(
      content: await readContent(sources, readConfiguration(sources), settings),
      paths: contentFiles(in: sources).map(\.path),
      bibliographies: bibliographyFiles(in: sources).map(\.path)
    )
    work.filesRead += memory.paths.count + memory.bibliographies.count
    return memory
  }

  /// Reads those that are other.
  mutating func reread(
    _ sources: SourceTree,
    _ changes: SourceChanges,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> Rereading {
    guard changes.touch("Content/") || !changes.isSameList else { return .nothing }
    let types = settings.entityTypes.map { $0.contentType }
    let files = contentFiles(in: sources)
    let lists = bibliographyFiles(in: sources)
    let isSameConfiguration = !changes.paths.contains("Content/site.yaml")
    if changes.isSameList, isSameConfiguration, files.count == paths.count,
      !lists.contains(where: { changes.paths.contains($0.path) })
    {
      return .texts(await rereadTexts(files, changes, settings, &work))
    }
    let documents = await reuse(content.documents, paths, files, changes, settings, &work) {
      readDocument($0, contentTypes: types)
    }
    let works = await reuse(content.works, bibliographies, lists, changes, settings, &work) {
      readBibliography($0)
    }
    content = ReadContent(
      configuration: isSameConfiguration ? content.configuration : readConfiguration(sources),
      documents: documents,
      works: works,
      unread: changes.isSameList ? content.unread : findUnreadFiles(in: sources)
    )
    paths = files.map(\.path)
    bibliographies = lists.map(\.path)
    return .anything
  }

  /// Reads the texts that are other, where the files are the same; touches no other one, since a
  /// copy of ten thousand would cost more than reading one.
  private mutating func rereadTexts(
    _ files: [SourceFile],
    _ changes: SourceChanges,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> [Rereading.Text] {
    let types = settings.entityTypes.map { $0.contentType }
    let open = files.indices.filter { changes.paths.contains(files[$0].path) }
    let read = await concurrentMap(open.map { files[$0] }, jobs: settings.jobs) {
      readDocument($0, contentTypes: types)
    }
    work.filesRead += open.count
    return zip(open, read).map { place, new in
      let old = content.documents[place]
      content.documents[place] = new
      return Rereading.Text(old: old, new: new)
    }
  }
}

/// What reading again found.
enum Rereading {
  /// No file of `Content/` is other.
  case nothing
  /// Texts alone, in the same files.
  case texts([Text])
  /// More, or other files.
  case anything

  /// A file before and now.
  struct Text {
    let old: Diagnosed<Document?>
    let new: Diagnosed<Document?>
  }

  /// Whether anything was read.
  var isAny: Bool {
    if case .nothing = self { false } else { true }
  }

  /// The records that were read again, as far as each is that of the entity it was before and was
  /// found as whole; nil when more is other.
  var records: [(old: Document, new: Document)]? {
    guard case .texts(let texts) = self else { return nil }
    var records: [(old: Document, new: Document)] = []
    for text in texts {
      guard let old = text.old.value, let new = text.new.value, old.id == new.id,
        text.old.diagnostics == text.new.diagnostics
      else { return nil }
      records.append((old, new))
    }
    return records
  }
}

extension MergedContent {
  /// Where the document of an identity stands in their order; logarithmic.
  private func place(of id: EntityID) -> Int? {
    let place = documents.partitioningIndex { $0.id >= id }
    return place < documents.count && documents[place].id == id ? place : nil
  }

  /// What records that were read again come to, each where it stands.
  ///
  /// - Parameters:
  ///   - records: what files held before, and what they hold now.
  ///   - hasDrafts: whether there are seeds, beside whose dates those of sessions are held.
  /// - Returns: nil where they tell of more than themselves.
  func replacements(
    for records: [(old: Document, new: Document)],
    hasDrafts: Bool
  ) -> [Int: Document]? {
    var found: [Int: Document] = [:]
    for (old, new) in records {
      guard let place = place(of: old.id), documents[place].sources == old.sources,
        found[place] == nil,
        let merged = mergeRecord(new, over: old, corrections, hasDrafts: hasDrafts)
      else { return nil }
      found[place] = merged
    }
    return found
  }
}

/// What was made of each file, made anew for those that are other.
private func reuse<Value: Sendable>(
  _ old: [Value],
  _ paths: [String],
  _ files: [SourceFile],
  _ changes: SourceChanges,
  _ settings: BuildSettings,
  _ work: inout BuildWork,
  _ read: @escaping @Sendable (SourceFile) -> Value
) async -> [Value] {
  var kept: [Value?]
  if files.count == paths.count, zip(files, paths).allSatisfy({ $0.path == $1 }) {
    kept = old
  } else {
    let known = Dictionary(zip(paths, old)) { first, _ in first }
    kept = files.map { known[$0.path] }
  }
  let open = files.indices.filter { kept[$0] == nil || changes.paths.contains(files[$0].path) }
  let made = await concurrentMap(open.map { files[$0] }, jobs: settings.jobs, read)
  work.filesRead += open.count
  for (place, value) in zip(open, made) { kept[place] = value }
  return kept.compactMap { $0 }
}
