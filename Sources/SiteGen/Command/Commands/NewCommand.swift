import ArgumentParser
import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import StarterSite

/// `sitegen new`.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a site, or a file of Content/ with every field explained.",
    discussion: """
      A new file gets the next number, a valid address and a text that shows what can be written. It \
      comes from Templates/archetypes/, which you may change. Nothing is ever overwritten. The path \
      of the file is printed, and what to do next.

      Examples:
        sitegen new site revue                 a small site that builds at once
        sitegen new person "Ada Lovelace"
        sitegen new issue "Machines et nombres"
        sitegen new series "Histoire du calcul"
        sitegen new session "Ouverture" --series histoire-du-calcul

      Exit status: 0 made, 1 it would not build, 64 wrong usage or there already, 70 the machine's \
      fault or ours.
      """
  )

  @Argument(help: "site, or \(NewKind.names.dropFirst().joined(separator: ", ")).")
  var kind: NewKind

  @Argument(help: "Title, or the name of a person; for a site its folder.")
  var title: String

  @Option(help: "Address of the new page within its kind, where the title gives none that fits.")
  var slug: String?

  @Option(help: "For a session: the series it belongs to, by its file in Content/series/.")
  var series: String?

  @Option(help: "Folder of the site.")
  var site = "."

  mutating func validate() throws {
    if series != nil, kind != .record(.session) {
      throw ValidationError("--series is for sessions only")
    }
    if slug != nil, kind == .site { throw ValidationError("--slug is not for sites") }
  }

  func run() async throws {
    switch kind {
    case .site: try makeSite()
    case .record(let kind): try await makeRecord(kind)
    }
  }

  private func makeSite() throws {
    let edits = starterFiles().map { SourceEdit(path: $0.path, old: nil, new: $0.bytes) }
    try orEnd { () throws(FileSystemError) in
      try FileSystem.makeSite(edits, in: SiteDirectory(path: title))
    }
    try deliver(Array("\(title)\n".utf8))
    write(
      """
      next: cd \(shellWord(title)), write your titles into Content/site.yaml, then `sitegen build`

      """,
      to: .standardError
    )
  }

  private func makeRecord(_ kind: EntityKind) async throws {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      showsDrafts: true,
      jobs: ProcessInfo.processInfo.activeProcessorCount
    )
    let carried = starterFile(at: "Templates/archetypes/\(kind.rawValue).md")
    let report: CreationReport
    do throws(FileSystemError) {
      report = try await createRecord(
        CreationRequest(kind, title: title, slug: slug, series: series),
        in: SiteDirectory(path: site),
        settings,
        carrying: carried.map { SourceFile(path: $0.path, bytes: $0.bytes) }
      )
    } catch {
      printDiagnostics([error.diagnostic], sources: [])
      throw Exit.code(for: error)
    }
    printDiagnostics(report.diagnostics, sources: report.sources.files)
    switch report.outcome {
    case .success(let creation):
      let folder = site == "." ? "" : site.hasSuffix("/") ? site : "\(site)/"
      try deliver(Array("\(folder)\(creation.edit.path)\n".utf8))
      write(
        "next: fill it in, then `sitegen check --drafts` says what is left to do\n",
        to: .standardError
      )
    case .failure(let refusal):
      write("error: \(refusal.reason); nothing was made\n", to: .standardError)
      throw report.diagnostics.isEmpty ? Exit.usage : Exit.contentErrors
    }
  }

  /// A word that a shell reads as it is.
  private func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
        || "-_./".utf8.contains(byte)
    }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}

/// What can be made.
enum NewKind: Hashable, ExpressibleByArgument {
  case site
  case record(EntityKind)

  /// Kinds that editors write by hand; works come from bibliographic files.
  private static let records: [EntityKind] = [
    .issue, .person, .session, .event, .page, .series, .axis,
  ]

  static let names = ["site"] + records.map(\.rawValue)
  static let allValueStrings = names

  init?(argument: String) {
    if argument == "site" {
      self = .site
    } else if let kind = EntityKind(rawValue: argument), NewKind.records.contains(kind) {
      self = .record(kind)
    } else {
      return nil
    }
  }
}
