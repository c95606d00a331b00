import Diagnostics
import FileSystem
import Markup
import SiteModel
import Synchronization

/// An output folder, answered for as a host of static sites would.
final class WrittenSite: SiteAnswering {
  private struct State {
    var output: WrittenOutput
    var rules: HostRules
  }

  private let directory: OutputDirectory
  private let basePath: String
  private let state: Mutex<State>
  private let report: @Sendable (PreviewProblems) -> Void

  /// Reads the manifest and the rules for hosts.
  ///
  /// - Throws: `SRV002` where nothing was built yet, `OUT009` when the manifest is damaged.
  init(
    _ directory: OutputDirectory,
    basePath: String,
    report: @escaping @Sendable (PreviewProblems) -> Void
  ) throws(FileSystemError) {
    self.directory = directory
    self.basePath = basePath
    self.report = report
    let output = try WrittenOutput(directory)
    state = Mutex(State(output: output, rules: readRules(of: output, report)))
  }

  func answerForServer(_ request: Request) -> Reply? { nil }

  func answer(_ request: Request, at target: RequestTarget) -> Answer {
    let state = current()
    let path =
      "/"
      + percentEncodedPath(
        (target.parts + (target.isFolder ? [""] : []))
          .joined(separator: "/")
      )
    if let answer = redirect(request, path, state, whereForced: true) { return answer }
    if let inner = target.below(basePath) {
      if let file = inner.path, isPublic(file),
        let answer = answer(request, with: file, under: path, state)
      {
        return answer
      }
      if let page = inner.folderPage, state.output.paths.contains(page) {
        return moved(301, to: path + "/", request)
      }
    } else if target.parts.isEmpty {
      return moved(302, to: basePath + "/", request)
    }
    return redirect(request, path, state, whereForced: false) ?? missing(request, 404, state)
  }

  func answerMissing(_ request: Request) -> Answer { missing(request, 404, current()) }

  /// What the last build left; a build that runs beside changes it.
  private func current() -> State {
    state.withLock { state in
      // A folder that is being exchanged is read again at the next request.
      if !state.output.isCurrent, let output = try? WrittenOutput(directory) {
        state = State(output: output, rules: readRules(of: output, report))
      }
      return state
    }
  }

  /// The rules are for the host, and so is whatever begins with a dot.
  private func isPublic(_ path: OutputPath) -> Bool {
    path.text != "_redirects" && path.text != "_headers"
  }

  private func answer(
    _ request: Request,
    with path: OutputPath,
    under address: String,
    _ state: State
  ) -> Answer? {
    guard let file = representation(of: path, for: request, under: address, state) else {
      return nil
    }
    return Answer(to: request, with: file)
  }

  private func representation(
    of path: OutputPath,
    for request: Request,
    under address: String,
    _ state: State
  ) -> Representation? {
    guard state.output.paths.contains(path) else { return nil }
    let ready = ContentCoding.allCases.filter { coding in
      OutputPath(path.text + coding.suffix).map(state.output.paths.contains) ?? false
    }
    var fields = [
      ("Cache-Control", "public, max-age=0, must-revalidate"),
      ("X-Content-Type-Options", "nosniff"),
    ]
    if !ready.isEmpty { fields.append(("Vary", "Accept-Encoding")) }
    let accepted = request.value(of: "Accept-Encoding") ?? ""
    var bytes: [UInt8]?
    if let coding = ready.first(where: { $0.isAccepted(by: accepted) }) {
      bytes = OutputPath(path.text + coding.suffix).flatMap { state.output.read($0) }
      if bytes != nil { fields.append(("Content-Encoding", coding.rawValue)) }
    }
    guard let whole = bytes ?? state.output.read(path) else { return nil }
    for field in state.rules.headers.filter({ $0.concerns(address) }).flatMap(\.fields) {
      fields.removeAll { isSameToken($0.0, field.name) }
      fields.append((field.name, field.value))
    }
    return Representation(whole, mediaType(of: path.text), fields: fields)
  }

  private func missing(_ request: Request, _ status: Int, _ state: State) -> Answer {
    let page = OutputPath("404.html").flatMap {
      representation(of: $0, for: request, under: "/404.html", state)
    }
    guard let page else { return Answer(refusing: request, status, "Not Found") }
    return Answer(status, to: request, whole: page)
  }

  private func redirect(
    _ request: Request,
    _ path: String,
    _ state: State,
    whereForced: Bool
  ) -> Answer? {
    for rule in state.rules.redirects where rule.isForced || !whereForced {
      guard let target = rule.target(of: path) else { continue }
      switch rule.status {
      case 404, 410: return missing(request, rule.status, state)
      case 200:
        guard let shown = try? RequestTarget(target).below(basePath), let file = shown.path else {
          return nil
        }
        return answer(request, with: file, under: target, state)
      default: return moved(rule.status, to: target, request)
      }
    }
    return nil
  }

  private func moved(_ status: Int, to target: String, _ request: Request) -> Answer {
    let query = target.contains("?") ? "" : request.target.drop { $0 != "?" }
    return Answer(status, [("Location", target + query), ("Content-Length", "0")])
  }
}

/// Reads what the output asks of a host, and tells of lines that cannot be read.
private func readRules(
  of output: WrittenOutput,
  _ report: @Sendable (PreviewProblems) -> Void
) -> HostRules {
  let files = ["_redirects", "_headers"].map { name in
    OutputPath(name).flatMap { output.read($0) }.map { SourceFile(path: name, bytes: $0) }
  }
  let rules = HostRules(redirects: files[0], headers: files[1])
  if !rules.diagnostics.isEmpty {
    report(
      PreviewProblems(
        diagnostics: rules.diagnostics,
        sources: files.compactMap { $0 },
        duration: .zero
      )
    )
  }
  return rules
}
