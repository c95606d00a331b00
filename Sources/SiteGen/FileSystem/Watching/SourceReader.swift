public import Diagnostics

/// Reads the sources of a site again and again, each time only what may have changed.
public struct SourceReader: Sendable {
  private let directory: SiteDirectory
  private var files: [SourceFile] = []
  private var assets: [String] = []
  private var diagnostics: [Diagnostic] = []
  /// A file behind a link changes without its own path saying so.
  private var readsWhole = true

  /// Names a site; nothing is read yet.
  public init(_ directory: SiteDirectory) {
    self.directory = directory
  }

  /// Gives what `readSources` would, having read only what may have changed since the last call.
  ///
  /// Texts whose bytes are the same keep their array, so that comparing two trees is cheap.
  ///
  /// - Throws: `SRC012` when the root itself is no folder that can be read.
  public mutating func read(
    _ changes: WatchedChanges
  ) throws(FileSystemError) -> Diagnosed<SourceTree> {
    let root: NativePath
    do throws(FileSystemError) {
      root = try directory.locate()
    } catch {
      readsWhole = true
      throw error
    }
    switch changes {
    case .paths(let paths) where !readsWhole && paths.allSatisfy({ $0.utf8.contains(slash) }):
      var walk = SourceWalk(root: root)
      let outermost = paths.filter { !standsBelow($0, paths) }
      for path in outermost { walk.visitAgain(path) }
      if walk.metLinks { readWhole(root) } else { replace(outermost, with: walk) }
    case .paths, .anything:
      readWhole(root)
    }
    return Diagnosed(SourceTree(files: files, assets: assets), diagnostics)
  }

  private mutating func readWhole(_ root: NativePath) {
    var walk = SourceWalk(root: root)
    for folder in SourceFolder.allCases { walk.visitSourceFolder(folder) }
    let read = walk.found.read()
    let known = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    files = read.value.files.map { file in
      known[file.path].flatMap { $0 == file ? $0 : nil } ?? file
    }
    assets = read.value.assets
    diagnostics = read.diagnostics
    readsWhole = walk.metLinks
  }

  /// Puts what was found at some paths in the place of what was known of them.
  private mutating func replace(_ paths: Set<String>, with walk: SourceWalk) {
    let old = paths.flatMap { path in ranges(of: path, in: files, \.path).flatMap { files[$0] } }
    let known = Dictionary(old.map { ($0.path, $0) }) { first, _ in first }
    let read = walk.found.read()
    let found = read.value.files.map { file in
      known[file.path].flatMap { $0 == file ? $0 : nil } ?? file
    }
    for path in paths {
      for range in ranges(of: path, in: files, \.path) { files.removeSubrange(range) }
      for range in ranges(of: path, in: assets, \.self) { assets.removeSubrange(range) }
    }
    for file in found { files.insert(file, at: position(of: file.path, in: files, \.path)) }
    for asset in read.value.assets {
      assets.insert(asset, at: position(of: asset, in: assets, \.self))
    }
    let changes = WatchedChanges.paths(paths)
    diagnostics.removeAll { $0.span.map { changes.mayConcern($0.path) } ?? false }
    diagnostics += read.diagnostics
  }
}

private var slash: UInt8 { UInt8(ascii: "/") }

private func isBefore(_ left: String, _ right: String) -> Bool {
  left.precedesInBytes(right)
}

/// Where a path and what stands below it stand in a sorted list, the later range first.
private func ranges<Element>(
  of path: String,
  in list: [Element],
  _ name: (Element) -> String
) -> [Range<Int>] {
  // Everything below has the prefix `path/`, and `0` is the byte after the slash.
  let below = position(of: path + "/", in: list, name)..<position(of: path + "0", in: list, name)
  let start = position(of: path, in: list, name)
  let isThere = start < list.count && name(list[start]).utf8.elementsEqual(path.utf8)
  return isThere ? [below, start..<start + 1] : [below]
}

/// The first place in a sorted list whose name does not stand before this one; logarithmic.
private func position<Element>(
  of path: String,
  in list: [Element],
  _ name: (Element) -> String
) -> Int {
  list.partitioningIndex { !isBefore(name($0), path) }
}
