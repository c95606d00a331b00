import Diagnostics
public import FileSystem
public import SiteModel

/// Publishes a text of a site, or only says what that would do.
///
/// - Parameters:
///   - name: the number or the slug of the text.
///   - directory: folder of the site.
///   - day: today.
///   - date: the date that was asked for, of a text that gives none; nil for today.
///   - settings: how the site is built.
///   - isDryRun: whether nothing is to be written.
/// - Returns: the plan, carried out unless something keeps it from that.
/// - Throws: `FileSystemError` when a file cannot be read or written.
public func publishText(
  named name: String,
  in directory: SiteDirectory,
  on day: PartialDate,
  asking date: PartialDate?,
  _ settings: BuildSettings,
  isDryRun: Bool
) async throws(FileSystemError) -> PublicationAnswer {
  let read = try readSources(directory)
  let errors = read.diagnostics.filter { $0.severity == .error }
  guard errors.isEmpty else {
    return PublicationAnswer(refusing: errors.sortedForPrinting(), sources: read.value)
  }
  let sources = try addInstalledStyle(to: read.value, settings)
  let answer = await planPublication(of: name, from: sources, on: day, asking: date, settings)
  if !isDryRun, let edits = answer.plan?.edits, !edits.isEmpty {
    try writeSources(edits, to: directory)
  }
  return answer
}

extension SourceTree {
  /// The tree as it is once edits are made.
  func applying(_ edits: [SourceEdit]) -> SourceTree {
    let paths = Set(edits.map(\.path))
    return SourceTree(
      files: files.filter { !paths.contains($0.path) }
        + edits.map { SourceFile(path: $0.path, bytes: $0.new) },
      assets: assets,
      installedStyles: installedStyles
    )
  }

  /// The edit that makes a file hold a text.
  func edit(_ path: String, _ text: String) -> SourceEdit {
    SourceEdit(path: path, old: file(at: path)?.bytes, new: Array(text.utf8))
  }
}

extension BuildSettings {
  /// The same settings for a plan: warnings are weighed by whom they concern.
  func publishing(on date: PartialDate?, showsDrafts: Bool) -> BuildSettings {
    BuildSettings(
      entityTypes: entityTypes,
      baseURL: baseURL,
      citationStyle: citationStyle,
      linkStyle: linkStyle,
      isStrict: false,
      date: date,
      showsDrafts: showsDrafts,
      jobs: jobs
    )
  }
}
