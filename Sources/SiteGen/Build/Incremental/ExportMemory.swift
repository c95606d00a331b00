import Exporters
import SiteModel

/// The files of other formats of the last build, and what was read for them.
struct ExportMemory {
  private struct Cell {
    let files: [OutputFile]
    let reads: [Int32]
  }

  private var cells: [Cell?] = exporters.map { _ in nil }
  private var redirects: [Redirect] = []
  /// What became other since the files were made.
  private var pending: OtherAnswers?

  /// The files, in the order of the exporters.
  var files: [OutputFile] { cells.flatMap { $0?.files ?? [] } }

  /// Keeps what became other, until the files are made again.
  mutating func note(_ others: OtherAnswers) { pending?.formUnion(others) }

  /// Keeps that anything may have become other.
  mutating func forget() { pending = nil }

  /// What became of the files of other formats.
  struct Changes {
    /// Files with other bytes, by their places among all.
    var replaced: [(index: Int, file: OutputFile)] = []
    /// Whether the files have the same paths as before.
    var areSamePaths = true
  }

  /// Makes the formats for which something was read that is other.
  mutating func export(
    _ site: Site,
    _ index: inout ReadIndex,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> Changes {
    let open = cells.indices.filter { place in
      guard let pending, let cell = cells[place], site.redirects == redirects else { return true }
      return pending.reach(cell.reads)
    }
    let made = await concurrentMap(open, jobs: settings.jobs) { place in
      let recorder = ReadRecorder()
      let files = Array(exporters[place].files(for: site.recording(in: recorder)))
      return (files: files, reads: recorder.reads)
    }
    var changes = Changes()
    for (place, made) in zip(open, made) {
      work.filesExported += made.files.count
      let first = cells[..<place].reduce(0) { $0 + ($1?.files.count ?? 0) }
      let before = cells[place]?.files ?? []
      if before.elementsEqual(made.files, by: { $0.path == $1.path }) {
        for (offset, file) in made.files.enumerated() where before[offset] != file {
          changes.replaced.append((first + offset, file))
        }
      } else {
        changes.areSamePaths = false
      }
      cells[place] = Cell(files: made.files, reads: index.numbers(of: made.reads))
    }
    (pending, redirects) = (OtherAnswers(index), site.redirects)
    return changes
  }
}
