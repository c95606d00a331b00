import Diagnostics
import SiteModel

/// A walk through the folders of a site that finds what they hold and what is wrong with it; reads
/// nothing.
struct SourceWalk {
  /// Where the walk stands.
  private struct Place {
    /// Where the system finds it, links resolved.
    let native: NativePath
    /// How the site names it, links as written.
    let path: String
    /// The folders entered to get here, for circles.
    let entered: [FileIdentity]
    /// How many links were followed to get here.
    let links: Int
  }

  private(set) var found = FoundSources()
  /// Whether there was a symbolic link, wherever it leads.
  private(set) var metLinks = false
  private let root: NativePath

  /// Starts at the real path of the root; nothing is read yet.
  init(root: NativePath) {
    self.root = root
  }

  /// Walks through one of the three folders, or says that it is missing.
  mutating func visitSourceFolder(_ folder: SourceFolder) {
    let place = Place(native: root / folder.rawValue, path: folder.rawValue, entered: [], links: 0)
    do throws(SystemFailure) {
      switch try readStatus(at: place.native)?.kind {
      case .folder: visitFolder(place)
      case .symbolicLink where leadsToFile(place.native): try reportMissing(folder)
      case .symbolicLink: visitLink(place)
      case .regular, .special, nil: try reportMissing(folder)
      }
    } catch {
      report(FileSystemDiagnostics.unreadableSource, place, error.summary, help: error.remedy)
    }
  }

  /// Walks through a folder of the site, hidden or not; one that is missing holds nothing.
  mutating func visitFolderIfPresent(_ path: String) {
    let place = Place(native: root / path, path: path, entered: [], links: 0)
    do throws(SystemFailure) {
      if try readStatus(at: place.native)?.kind == .folder { visitFolder(place) }
    } catch {
      report(FileSystemDiagnostics.unreadableSource, place, error.summary, help: error.remedy)
    }
  }

  /// Finds what stands at a path below one of the three folders, where no link stands on the way.
  mutating func visitAgain(_ path: String) {
    let parts = path.split(separator: "/").map { NativePath(String($0)) }
    if parts.contains(where: isPassedOver) { return }
    let place = Place(native: root / path, path: path, entered: [], links: 0)
    do throws(SystemFailure) {
      // What stood above may be gone, or be a file now.
      guard let folder = try readStatus(at: place.native.parent), folder.kind == .folder,
        let kind = try readStatus(at: place.native)?.kind, let name = parts.last
      else { return }
      visitEntry(
        DirectoryEntry(name: name, kind: kind),
        in: Place(
          native: place.native.parent,
          path: String(path.dropLast(name.text.count + 1)),
          entered: [],
          links: 0
        ),
        entered: []
      )
    } catch {
      report(FileSystemDiagnostics.unreadableSource, place, error.summary, help: error.remedy)
    }
  }

  /// A link that leads nowhere is none of these; `visitLink` tells what is wrong with it.
  private func leadsToFile(_ link: NativePath) -> Bool {
    guard let status = try? readStatus(at: resolvePath(link)) else { return false }
    return status.kind != .folder
  }

  private mutating func visitFolder(_ place: Place) {
    do throws(SystemFailure) {
      guard let identity = try readStatus(at: place.native)?.identity else { return }
      if place.entered.contains(identity) {
        let summary = "\"\(place.path)\" leads back to a folder it stands in"
        return report(FileSystemDiagnostics.linkLoop, place, summary)
      }
      for entry in try listDirectory(place.native) {
        visitEntry(entry, in: place, entered: place.entered + [identity])
      }
    } catch {
      report(FileSystemDiagnostics.unreadableSource, place, error.summary, help: error.remedy)
    }
  }

  private mutating func visitEntry(
    _ entry: DirectoryEntry,
    in folder: Place,
    entered: [FileIdentity]
  ) {
    if isPassedOver(entry.name) { return }
    let place = Place(
      native: folder.native / entry.name,
      path: "\(folder.path)/\(entry.name.text)",
      entered: entered,
      links: folder.links
    )
    guard let name = entry.name.validText, OutputPath(name) != nil else {
      let summary = "\"\(printable(place.path))\" is no fit name for a file"
      return report(FileSystemDiagnostics.unfitFileName, place, summary)
    }
    visit(entry.kind, at: place)
  }

  private mutating func visit(_ kind: FileKind, at place: Place) {
    switch kind {
    case .folder: visitFolder(place)
    case .symbolicLink: visitLink(place)
    case .regular: visitFile(place)
    case .special: found.add(notARegularFile(at: place.path))
    }
  }

  private mutating func visitLink(_ place: Place) {
    metLinks = true
    do throws(SystemFailure) {
      let written = try readSymbolicLink(place.native).text
      let target = try resolvePath(place.native)
      guard target.isWithin(root) else {
        let summary = "\"\(place.path)\" is a link to \"\(written)\", outside the site"
        return report(FileSystemDiagnostics.linkLeavesSite, place, summary)
      }
      guard place.links < SourceWalk.maximumLinks, let status = try readStatus(at: target) else {
        let summary = "\"\(place.path)\" stands behind \(place.links) other links"
        return report(FileSystemDiagnostics.linkLoop, place, summary)
      }
      visit(
        status.kind,
        at: Place(
          native: target,
          path: place.path,
          entered: place.entered,
          links: place.links + 1
        )
      )
    } catch {
      reportUnfollowable(place, error)
    }
  }

  private mutating func visitFile(_ place: Place) {
    if isText(place.path) {
      found.add(FoundSources.Text(native: place.native, path: place.path))
    } else {
      found.add(asset: place.path)
    }
  }

  private mutating func reportMissing(_ folder: SourceFolder) throws(SystemFailure) {
    let neighbours = try listDirectory(root).filter { $0.kind == .folder }.map(\.name.text)
    let summary =
      "no folder \"\(folder.rawValue)\" in \"\(root.text)\""
      + suggestion(for: folder.rawValue, among: neighbours)
    found.add(Diagnostic(folder.missing, .error, at: nil, summary))
  }

  private mutating func reportUnfollowable(_ place: Place, _ failure: SystemFailure) {
    let written = (try? readSymbolicLink(place.native).text) ?? ""  // Only for the message.
    if failure.isMissing {
      let summary = "\"\(place.path)\" is a link to \"\(written)\", which does not exist"
      report(FileSystemDiagnostics.brokenLink, place, summary)
    } else if failure.isLinkLoop {
      let summary = "\"\(place.path)\" is a link to \"\(written)\", which leads in a circle"
      report(FileSystemDiagnostics.linkLoop, place, summary)
    } else {
      report(FileSystemDiagnostics.unreadableSource, place, failure.summary, help: failure.remedy)
    }
  }

  private mutating func report(
    _ code: DiagnosticCode,
    _ place: Place,
    _ summary: String,
    help: String = ""
  ) {
    found.add(sourceProblem(code, place.path, summary, help: help))
  }

  private static let maximumLinks = 8
}

extension SourceFolder {
  fileprivate var missing: DiagnosticCode {
    switch self {
    case .content: FileSystemDiagnostics.missingContentFolder
    case .seeds: FileSystemDiagnostics.missingSeedsFolder
    case .templates: FileSystemDiagnostics.missingTemplatesFolder
    }
  }
}
