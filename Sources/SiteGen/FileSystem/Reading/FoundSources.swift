public import Diagnostics

/// What a walk through a site found, before its texts are read.
///
/// Reading them is most of the work, and may be done on several threads.
public struct FoundSources: Sendable {
  /// A text that was found.
  public struct Text: Sendable {
    /// Where the system finds it, links resolved.
    let native: NativePath
    /// How the site names it, links as written.
    public let path: String
  }

  /// What became of a text.
  public enum Reading: Sendable {
    /// Its bytes, which are UTF-8.
    case file(SourceFile)
    /// Why it is left out.
    case problem(Diagnostic)
  }

  /// The texts, in the order of the walk.
  public private(set) var texts: [Text] = []
  private var assets: [String] = []
  /// What is wrong with the rest, each with the number of texts that were found before.
  private var problems: [(place: Int, diagnostic: Diagnostic)] = []

  mutating func add(_ text: Text) { texts.append(text) }
  mutating func add(asset path: String) { assets.append(path) }
  mutating func add(_ diagnostic: Diagnostic) { problems.append((texts.count, diagnostic)) }

  /// The sources, once each text is read.
  ///
  /// - Parameter readings: what became of the texts, in their order.
  /// - Returns: the sources, and what is wrong in the order of the walk.
  public func sources(from readings: [Reading]) -> Diagnosed<SourceTree> {
    var files: [SourceFile] = []
    files.reserveCapacity(readings.count)
    var diagnostics: [Diagnostic] = []
    var rest = problems[...]
    for (place, reading) in readings.enumerated() {
      while let problem = rest.first, problem.place <= place {
        diagnostics.append(problem.diagnostic)
        rest.removeFirst()
      }
      switch reading {
      case .file(let file): files.append(file)
      case .problem(let diagnostic): diagnostics.append(diagnostic)
      }
    }
    diagnostics += rest.map(\.diagnostic)
    return Diagnosed(SourceTree(files: files, assets: assets), diagnostics)
  }

  /// The sources, all texts read one after the other.
  func read() -> Diagnosed<SourceTree> { sources(from: texts.map { $0.read() }) }
}

extension FoundSources.Text {
  /// Reads the text; what stands there may be another thing by now.
  public func read() -> FoundSources.Reading {
    do throws(SystemFailure) {
      let file = try OpenFile(reading: native)
      guard try file.status().kind == .regular else { return .problem(notARegularFile(at: path)) }
      let source = SourceFile(path: path, bytes: try file.readAll())
      return encodingDiagnostic(of: source).map { .problem($0) } ?? .file(source)
    } catch {
      return .problem(
        sourceProblem(
          FileSystemDiagnostics.unreadableSource,
          path,
          error.summary,
          help: error.remedy
        )
      )
    }
  }
}

/// What is wrong with something of the site as such.
func sourceProblem(
  _ code: DiagnosticCode,
  _ path: String,
  _ summary: String,
  help: String = ""
) -> Diagnostic {
  Diagnostic(
    code,
    .error,
    at: SourceSpan(path: printable(path), range: 0..<0),
    summary,
    help: help
  )
}

/// What is wrong with something that is neither file nor folder.
func notARegularFile(at path: String) -> Diagnostic {
  let summary = "\"\(path)\" is a pipe, a socket or a device, not a file"
  return sourceProblem(FileSystemDiagnostics.notARegularFile, path, summary)
}
