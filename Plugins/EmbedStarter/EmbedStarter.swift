import Foundation
import PackagePlugin

/// Puts the files of `Templates/` and `Starter/` into the module that `sitegen new` writes from, so
/// that the program can make a site wherever it is moved to.
@main
struct EmbedStarter: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let files = try ["Starter", "Templates"].flatMap { try paths(below: $0, in: root) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EncodedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of Starter and Templates",
        executable: try context.tool(named: "EmbedFiles").url,
        arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)] + files,
        inputFiles: files.map { root.appending(path: $0) },
        outputFiles: [output]
      )
    ]
  }

  /// Sorted, so that the same files give the same program; of the hidden ones, what git passes over.
  private func paths(below folder: String, in root: URL) throws -> [String] {
    let manager = FileManager.default
    let base = root.appending(path: folder).path(percentEncoded: false)
    return try manager.subpathsOfDirectory(atPath: base).filter { path in
      var isFolder: ObjCBool = false
      return manager.fileExists(atPath: "\(base)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue && !path.hasSuffix("~")
        && (path == ".gitignore" || !(path.split(separator: "/").last?.hasPrefix(".") ?? true))
    }.sorted().map { "\(folder)/\($0)" }
  }
}
