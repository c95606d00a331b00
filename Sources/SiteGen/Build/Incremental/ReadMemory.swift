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
      content: await readContent(sources, settings),
      paths: contentFiles(in: sources).map(\.path),
      bibliographies: bibliographyFiles(in: sources).map(\.path)
    )
    work.filesRead += memory.paths.count + memory.bibliographies.count
    return memory
  }

  /// Reads those that are other; says whether any is.
  mutating func reread(
    _ sources: SourceTree,
    _ changes: SourceChanges,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> Bool {
    guard changes.touch("Content/") || !changes.isSameList else { return false }
    let types = settings.entityTypes.map { $0.contentType }
    let files = contentFiles(in: sources)
    let documents = await reuse(content.documents, paths, files, changes, settings, &work) {
      readDocument($0, contentTypes: types)
    }
    let lists = bibliographyFiles(in: sources)
    let works = await reuse(content.works, bibliographies, lists, changes, settings, &work) {
      readBibliography($0)
    }
    let isSameConfiguration = !changes.paths.contains("Content/site.yaml")
    content = ReadContent(
      configuration: isSameConfiguration ? content.configuration : readConfiguration(sources),
      documents: documents,
      works: works,
      unread: changes.isSameList ? content.unread : findUnreadFiles(in: sources)
    )
    paths = files.map(\.path)
    bibliographies = lists.map(\.path)
    return true
  }

  /// The documents that say the same as before but for their bodies, before and now; nil when more
  /// is other.
  func otherBodies(than old: ReadMemory) -> [(old: Document, new: Document)]? {
    guard paths == old.paths, bibliographies == old.bibliographies else { return nil }
    guard content.unread == old.content.unread,
      content.configuration == old.content.configuration,
      content.works == old.content.works
    else { return nil }
    var bodies: [(old: Document, new: Document)] = []
    for (before, now) in zip(old.content.documents, content.documents) {
      guard let first = before.value, let second = now.value else {
        if before != now { return nil }
        continue
      }
      guard first != second else {
        if before.diagnostics != now.diagnostics { return nil }
        continue
      }
      guard first.id == second.id, first.id.kind != .reference, first.fields == second.fields,
        (first.body == nil) == (second.body == nil), before.diagnostics == now.diagnostics
      else { return nil }
      bodies.append((first, second))
    }
    return bodies
  }
}

extension MergedContent {
  /// Where the document of an identity stands in their order; logarithmic.
  private func place(of id: EntityID) -> Int? {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < documents.count && documents[low].id == id ? low : nil
  }

  /// The same content with other bodies; nil when one is not that of its file alone.
  func replacingBodies(_ bodies: [(old: Document, new: Document)]) -> MergedContent? {
    var documents = documents
    for (old, new) in bodies {
      guard let place = place(of: old.id) else { return nil }
      let merged = documents[place]
      guard merged.sources == old.sources, merged.body == old.body else { return nil }
      documents[place] = Document(
        merged.id,
        fields: merged.fields,
        body: new.body,
        sources: new.sources,
        work: merged.work,
        aliases: merged.aliases
      )
    }
    return MergedContent(
      configuration: configuration,
      documents: documents,
      corrections: corrections,
      brokenPaths: brokenPaths
    )
  }
}

private func readConfiguration(_ sources: SourceTree) -> Diagnosed<SiteConfiguration> {
  loadConfiguration(sources, knownCodes: Set(allCodes.map(\.id)))
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
