import Diagnostics
import FileSystem
import Foundation
import Loading
import Preview

/// Tells on the terminal what a preview does, a line a build.
struct PreviewPrinter: Sendable {
  /// Where to look, and who can.
  func printAddress(_ address: String, host: String, isProduction: Bool) {
    let what = isProduction ? "the output of the last build" : "a preview"
    write("serving \(what) at \(address) (Ctrl-C ends it)\n", to: .standardError)
    if !["127.0.0.1", "localhost", "::1"].contains(host) {
      write(
        "note: other machines that reach \(host) can read all of it\n",
        to: .standardError
      )
    }
  }

  /// What happened.
  @Sendable func print(_ event: PreviewEvent) {
    switch event {
    case .built(let build): print(build)
    case .failed(let problems):
      printDiagnostics(problems.diagnostics, sources: problems.sources)
      let found = count(of: problems.diagnostics)
      line(problems.duration, "\(found): browsers show the last good site, and what is wrong")
    case .lost:
      // What the system says of it comes with the build that fails.
      write("waiting for the folder of the site to come back\n", to: .standardError)
    case .slowed(let error):
      printDiagnostics([error.diagnostic.with(severity: .warning)], sources: [])
    }
  }

  /// What cannot be read of the rules for hosts.
  @Sendable func print(_ problems: PreviewProblems) {
    printDiagnostics(problems.diagnostics, sources: problems.sources)
  }

  private func print(_ build: PreviewBuild) {
    let new = build.newDiagnostics.filter { $0.code != LoadingDiagnostics.correction }
    printDiagnostics(new, sources: build.sources)
    var made = "\(build.changedPages) of \(build.pages) pages"
    if build.changedFiles > 0 { made += ", \(build.changedFiles) other files" }
    if build.removed > 0 { made += ", \(build.removed) removed" }
    let named = build.saved.prefix(3).joined(separator: ", ")
    let more = build.saved.count > 3 ? " and \(build.saved.count - 3) more" : ""
    line(build.duration, "built \(made)" + (named.isEmpty ? "" : "  (\(named)\(more))"))
  }

  private func line(_ duration: Duration, _ text: String) {
    write("\(milliseconds(duration))  \(text)\n", to: .standardError)
  }
}
