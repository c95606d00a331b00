import Build
import Diagnostics
import Glibc
import SiteModel
import Synchronization

/// A site under edit, and how long each edit takes.
struct EditSession {
  private var sources: SourceTree
  private let builder: SiteBuilder
  private let clock = ContinuousClock()
  private var edits = 0

  init(_ sources: SourceTree, _ settings: BuildSettings) {
    self.sources = sources
    builder = SiteBuilder(settings: settings)
  }

  mutating func begin() async {
    let start = clock.now
    let built = await builder.build(sources)
    let errors = built.site.diagnostics.filter { $0.severity == .error }
    for error in errors.prefix(5) { print(error.span?.path ?? "-", error.code.id, error.summary) }
    print(
      "\(built.site.files.count) files, \(built.work.pagesRendered) pages,",
      "first build \(milliseconds(clock.now - start)) ms"
    )
    print(
      "| edit | page, median | worst | site, median | worst | CPU, median",
      "| pages rendered, median | changed |"
    )
    print("|---|---|---|---|---|---|---|---|")
  }

  /// Edits one file after another and prints a line of the table.
  mutating func measure(_ edit: Edit, times: Int) async {
    let paths = sources.files.indices.filter {
      sources.files[$0].path.hasPrefix(edit.prefix)
    }
    guard !paths.isEmpty else { return }
    var pages: [Double] = []
    var sites: [Double] = []
    var processor: [Double] = []
    var rendered: [Int] = []
    var changed: [Int] = []
    for number in 0..<times {
      let index = paths[(number * 7919) % paths.count]
      edits += 1
      let file = sources.files[index]
      let text = edit.change(String(decoding: file.bytes, as: UTF8.self), edits)
      var files = sources.files
      files[index] = SourceFile(path: file.path, text: text)
      sources = SourceTree(
        files: files,
        assets: sources.assets,
        installedStyles: sources.installedStyles
      )
      let urgent = page(of: file.path)
      let first = FirstPage(urgent)
      let (start, used) = (clock.now, processorMilliseconds())
      let built = await builder.build(sources, urgent: urgent.map { [$0] } ?? []) { file in
        first.see(file.path)
      }
      sites.append(milliseconds(clock.now - start))
      processor.append(((processorMilliseconds() - used) * 10).rounded() / 10)
      pages.append(first.moment.map { milliseconds($0 - start) } ?? .nan)
      rendered.append(built.work.pagesRendered)
      changed.append(built.changed.count)
      if built.site.files.isEmpty {
        print("no files:", built.site.diagnostics.first { $0.severity == .error }?.summary ?? "")
      }
    }
    print(
      "| \(edit.name) | \(median(pages)) | \(worst(pages)) | \(median(sites)) | \(worst(sites))",
      "| \(median(processor))",
      "| \(rendered.sorted()[times / 2]) | \(changed.sorted()[times / 2]) |"
    )
  }

  /// The page that an editor looks at while he edits a file.
  private func page(of path: String) -> OutputPath? {
    let folders = ["issues": "numeros", "people": "personnes", "sessions": "seminaires"]
    let parts = path.split(separator: "/")
    guard parts.count > 2, let folder = folders[String(parts[1])] else { return nil }
    let slug = parts.dropFirst(2).joined(separator: "/").dropLast(".md".count)
    return OutputPath("\(folder)/\(slug)/index.html")
  }
}

/// When the first urgent page was ready.
private final class FirstPage: Sendable {
  private let path: OutputPath?
  private let found = Mutex<ContinuousClock.Instant?>(nil)

  init(_ path: OutputPath?) { self.path = path }

  var moment: ContinuousClock.Instant? { found.withLock { $0 } }

  func see(_ page: OutputPath) {
    guard page == path else { return }
    found.withLock { $0 = $0 ?? ContinuousClock.now }
  }
}

private func milliseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return ((Double(seconds) * 1e3 + Double(attoseconds) / 1e15) * 10).rounded() / 10
}

/// What this process has used of all processors: unlike the clock, it tells little of the neighbours.
private func processorMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

private func worst(_ values: [Double]) -> Double { values.max() ?? .nan }
