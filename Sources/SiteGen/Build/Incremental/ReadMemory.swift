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

  /// The documents that were read again, when they say the same as before but for their bodies;
  /// nil when more is other.
  var bodies: [(old: Document, new: Document)]? {
    guard case .texts(let texts) = self else { return nil }
    var bodies: [(old: Document, new: Document)] = []
    for text in texts {
      guard let old = text.old.value, let new = text.new.value, old.id == new.id,
        old.id.kind != .reference, old.fields == new.fields,
        (old.body == nil) == (new.body == nil), text.old.diagnostics == text.new.diagnostics
      else { return nil }
      bodies.append((old, new))
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

  /// Where documents stand, each that of its file alone; nil when one is not.
  func places(of bodies: [(old: Document, new: Document)]) -> [Int]? {
    var places: [Int] = []
    for (old, _) in bodies {
      guard let place = place(of: old.id), documents[place].sources == old.sources,
        documents[place].body == old.body
      else { return nil }
      places.append(place)
    }
    return Set(places).count == places.count ? places : nil
  }

  /// Puts another body in the place of one; gives the document as it was.
  mutating func replaceBody(at place: Int, by new: Document) -> Document {
    let merged = documents[place]
    documents[place] = Document(
      merged.id,
      fields: merged.fields,
      body: new.body,
      sources: new.sources,
      work: merged.work,
      aliases: merged.aliases
    )
    return merged
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
