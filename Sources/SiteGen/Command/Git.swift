import Foundation

/// Why git could not give what was asked of it.
struct GitError: Error {
  let text: String
}

/// Puts the sources of a site as a revision of git holds them into a folder.
///
/// - Parameters:
///   - revision: what names a commit.
///   - site: folder of the site, within a repository.
///   - folder: a folder that is made.
/// - Throws: `GitError` when there is no git, no repository or no such revision; what the file
///   system throws.
func extractRevision(_ revision: String, of site: String, to folder: URL) throws {
  guard try run(["git", "--version"]).status == 0 else {
    throw GitError(text: "git is not installed, and revisions are read with it")
  }
  guard try run(["git", "-C", site, "rev-parse", "--git-dir"]).status == 0 else {
    throw GitError(text: "\(site) is in no repository of git")
  }
  let name = ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"]
  let commit = try run(["git", "-C", site] + name)
  guard commit.status == 0 else { throw GitError(text: "no revision is called \"\(revision)\"") }
  let id = commit.output.trimmingCharacters(in: .whitespacesAndNewlines)
  let listed = try run(["git", "-C", site, "ls-tree", "--name-only", id])
  let names = Set(listed.output.split(separator: "\n").map(String.init))
  let folders = ["Content", "Templates", "seeds"].filter(names.contains)
  guard !folders.isEmpty else {
    throw GitError(text: "\(revision) holds no site: neither Content, Templates nor seeds")
  }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let archive = folder.appending(path: "revision.tar").path()
  let packed = ["archive", "--format=tar", "--output=\(archive)", id, "--"] + folders
  guard try run(["git", "-C", site] + packed).status == 0,
    try run(["tar", "-xf", archive, "-C", folder.path()]).status == 0
  else { throw GitError(text: "the files of \(revision) cannot be read") }
}

/// Runs a program to its end; the status is 127 where there is none of the name.
private func run(_ command: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = command
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let text = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: text, as: UTF8.self))
}
