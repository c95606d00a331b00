import Build
import Diagnostics
import FileSystem
import Markup
import SiteModel
import Synchronization

/// The site of the last good build, answered from memory, and the browsers that look at it.
final class LivePreview: SiteAnswering {
  private let directory: SiteDirectory
  private let served = Mutex(ServedSite())
  let clients = LiveClients()

  init(_ directory: SiteDirectory) {
    self.directory = directory
  }

  /// Shows a good build, and tells the browsers; without a difference from what is shown, all files
  /// are compared.
  func show(
    _ built: BuiltSite,
    _ difference: ServedSite.Changes? = nil,
    after changes: WatchedChanges
  ) -> ServedSite.Changes {
    let changed = served.withLock { $0.take(built, difference, after: changes) }
    announce(changed)
    return changed
  }

  /// Whether there is a path at which nothing is shown: two files of a build may clash there.
  func meetsNewPath(among paths: some Sequence<OutputPath>) -> Bool {
    served.withLock { site in paths.contains { site.files[$0] == nil } }
  }

  /// Keeps showing the last good build, under the reasons why there is no newer one.
  func show(_ problems: ProblemReport) {
    served.withLock { $0.take(problems) }
    announce(ServedSite.Changes(changed: [], removed: []))
  }

  /// The pages that browsers look at; an address of nothing waits for none.
  var pagesInView: Set<OutputPath> {
    let base = served.withLock { $0.basePath }
    let targets = clients.pages.compactMap { try? RequestTarget($0.address) }
    return Set(targets.compactMap { $0.below(base)?.path })
  }

  /// Shows a page of a build that runs to those who look at it.
  func showEarly(_ file: OutputFile) {
    guard served.withLock({ $0.takeEarly(file) }) else { return }
    announce(ServedSite.Changes(changed: [], removed: []))
  }

  private func announce(_ changes: ServedSite.Changes) {
    let site = served.withLock { $0 }
    let assets = (changes.changed + changes.removed).filter { !isPage($0) }
      .map { "\(site.basePath)/\($0.text)" }
    clients.announce(assets: assets) { page in news(for: page, of: site) }
  }

  private func news(for page: PageState, of site: ServedSite) -> PageNews {
    PageNews(
      isStale: content(at: page.address, of: site).version != page.version,
      problems: site.problems.map(problemAddress)
    )
  }

  func answerForServer(_ request: Request) -> Reply? {
    let parts = request.target.split(separator: "?", maxSplits: 1)
    switch parts.first.map(String.init) {
    case ServerAddress.script:
      let script = Representation(
        Array(liveScript.utf8),
        mediaType(of: "live.js"),
        fields: previewFields
      )
      return .answer(Answer(to: request, with: script))
    case ServerAddress.problems: return .answer(answerProblems(request))
    case ServerAddress.events:
      let query = parts.count > 1 ? QueryValues(parts[1]) : QueryValues("")
      return .news(PageState(address: query["page"] ?? "/", version: query["version"] ?? ""))
    default: return nil
    }
  }

  /// What a page shows now, for one that has just begun to listen.
  func news(for page: PageState) -> PageNews {
    news(for: page, of: served.withLock { $0 })
  }

  func answer(_ request: Request, at target: RequestTarget) -> Answer {
    answer(request, with: content(at: target, of: served.withLock { $0 }))
  }

  func answerMissing(_ request: Request) -> Answer {
    answer(request, with: missing(in: served.withLock { $0 }))
  }

  private func answer(_ request: Request, with content: PageContent) -> Answer {
    if let location = content.location {
      let query = request.target.drop { $0 != "?" }
      return Answer(
        302,
        [("Location", location + query), ("Content-Length", "0")]
          + previewFields
      )
    }
    var bytes = content.bytes
    if content.mediaType.hasPrefix("text/html") {
      bytes = injectScript(into: bytes, page: request.target, version: content.version)
    }
    let extra = content.status == 503 ? [("Retry-After", "1")] : []
    let file = Representation(bytes, content.mediaType, fields: previewFields + extra)
    return content.status == 200
      ? Answer(to: request, with: file) : Answer(content.status, to: request, whole: file)
  }

  private func answerProblems(_ request: Request) -> Answer {
    guard let problems = served.withLock({ $0.problems }) else {
      return Answer(refusing: request, 404, "Not Found: there are no problems")
    }
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    let page = Representation(
      problemPage(problems, isAlone: false),
      mediaType(of: "problems.html"),
      fields: previewFields + [("Content-Security-Policy", policy)]
    )
    return Answer(to: request, with: page)
  }
}

// What stands at an address.
extension LivePreview {
  private func content(at address: String, of site: ServedSite) -> PageContent {
    guard let target = try? RequestTarget(address) else { return missing(in: site) }
    return content(at: target, of: site)
  }

  private func content(at target: RequestTarget, of site: ServedSite) -> PageContent {
    guard site.isBuilt else { return unbuilt(site) }
    guard let target = target.below(site.basePath) else {
      let isRoot = target.parts.isEmpty
      return isRoot ? PageContent(movedTo: site.basePath + "/") : missing(in: site)
    }
    if let path = target.path, let bytes = bytes(at: path, of: site) {
      return PageContent(200, bytes, mediaType(of: path.text))
    }
    if let page = target.folderPage, site.files[page] != nil {
      let folder = percentEncodedPath(target.parts.joined(separator: "/"))
      return PageContent(movedTo: "\(site.basePath)/\(folder)/")
    }
    return missing(in: site)
  }

  private func missing(in site: ServedSite) -> PageContent {
    guard site.isBuilt else { return unbuilt(site) }
    let page = OutputPath("404.html").flatMap { bytes(at: $0, of: site) }
    return PageContent(404, page ?? Array("<h1>404</h1>\n".utf8), mediaType(of: "404.html"))
  }

  /// A page for every address, as long as there is no site.
  private func unbuilt(_ site: ServedSite) -> PageContent {
    if let problems = site.problems {
      return PageContent(500, problemPage(problems, isAlone: true), mediaType(of: "500.html"))
    }
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Building…</title></head>
      <body><h1>Building…</h1><p>The site appears here as soon as it is built.</p></body>
      </html>

      """
    return PageContent(503, Array(page.utf8), mediaType(of: "503.html"))
  }

  /// Nil where nothing stands, or what stood there has just been deleted.
  private func bytes(at path: OutputPath, of site: ServedSite) -> [UInt8]? {
    switch site.contents(at: path) {
    case .bytes(let bytes): bytes
    case .copy(let source): try? readAsset(source, of: directory)  // the rebuild will tell
    case nil: nil
    }
  }

  private func problemAddress(_ problems: ProblemReport) -> String {
    "\(ServerAddress.problems)?\(fingerprint(of: problemPage(problems, isAlone: false)))"
  }

  private var previewFields: [(String, String)] {
    [
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}

/// What stands at an address, before it becomes an answer.
private struct PageContent {
  let status: Int
  let bytes: [UInt8]
  let mediaType: String
  /// Where it stands instead.
  let location: String?

  init(_ status: Int, _ bytes: [UInt8], _ mediaType: String) {
    self.status = status
    self.bytes = bytes
    self.mediaType = mediaType
    location = nil
  }

  init(movedTo location: String) {
    status = 302
    bytes = []
    mediaType = ""
    self.location = location
  }

  var version: String { "\(status)-\(fingerprint(of: bytes))" }
}
