import Checking
import Exporters
import Rendering
public import SiteModel
import Synchronization
import Templating

/// Takes a finished file, from any thread.
public typealias FileTaker = @Sendable (OutputFile) -> Void

/// Files on their way to whoever takes them, weighed; a class because workers share it.
final class PassingFiles: Sendable {
  private let destination: FileTaker
  private let bytes = Atomic<Int>(0)

  init(to destination: @escaping FileTaker) { self.destination = destination }

  func take(_ file: OutputFile) {
    if case .bytes(let contents) = file.contents {
      bytes.wrappingAdd(contents.count, ordering: .relaxed)
    }
    destination(file)
  }

  /// Bytes that went by since this was last asked.
  func takenBytes() -> Int { bytes.exchange(0, ordering: .relaxed) }
}

/// The pages of a site, each made when it is asked for.
struct PageMaker: Sendable {
  let site: Site
  let requests: [PageRequest]
  private let templates: TemplateSet
  private let parts: PageParts

  init(of site: Site, with templates: TemplateSet) {
    self.site = site
    self.templates = templates
    parts = PageParts(of: site, for: templates)
    requests = planPages(site)
  }

  /// Where the pages go, in the order of the requests.
  var paths: [OutputPath] { requests.compactMap { $0.path(in: site) } }

  func make(_ request: PageRequest) -> OutputFile {
    renderPage(request, of: site, with: templates, parts)
  }
}

/// Makes all files of all formats besides pages; gives their paths.
func exportSite(_ site: Site, jobs: Int, _ emit: @escaping FileTaker) async -> [OutputPath] {
  let site = site.preparingWorkSets()
  let formats = await concurrentMap(exporters, jobs: jobs) { $0.files(for: site) }
  let places = formats.indices.flatMap { format in formats[format].indices.map { (format, $0) } }
  return await concurrentMap(places, jobs: jobs) { format, place in
    let file = formats[format][place]
    emit(file)
    return file.path
  }
}

/// Makes all pages and hands each on; keeps of them what the rules must know, in their order, and
/// nothing of what is no HTML.
func renderSite(
  _ pages: PageMaker,
  among files: [OutputPath],
  jobs: Int,
  _ emit: @escaping FileTaker
) async -> [PageFacts?] {
  let files = KnownFiles(files)
  return await concurrentMap(pages.requests, jobs: jobs) { request in
    let file = pages.make(request)
    emit(file)
    return PageFacts(file, addressing: pages.site.addressing, among: files)
  }
}

/// Gives what the rules look at.
///
/// Pages that may break a rule are made again, for the first time they were handed on and forgotten.
/// Without facts, all pages are looked at.
func scanPages(
  _ pages: PageMaker,
  _ facts: [PageFacts?]?,
  among paths: [OutputPath],
  copies: [OutputFile],
  jobs: Int
) async -> CheckedSite {
  let suspects =
    facts.map { findSuspectPages($0, among: paths).map { pages.requests[$0] } } ?? pages.requests
  let scanned = await concurrentMap(suspects, jobs: jobs) { request in
    ScannedPage(pages.make(request), addressing: pages.site.addressing)
  }
  return CheckedSite(
    site: pages.site,
    paths: paths,
    copies: copies,
    pages: scanned.compactMap { $0 }
  )
}
