import Foundation
import Support

/// What a run of the program left.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String
}

/// The program that this build made, beside the tests.
let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  .appending(path: "sitegen")

/// Runs the program to its end.
func runProgram(
  _ arguments: [String],
  input: String = "",
  in folder: URL? = nil,
  program: URL = program,
  environment: [String: String] = [:]
) throws -> ProgramRun {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.currentDirectoryURL = folder ?? packageRoot
  let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  process.standardInput = standardInput
  try process.run()
  standardInput.fileHandleForWriting.write(Data(input.utf8))
  try standardInput.fileHandleForWriting.close()
  let text = output.fileHandleForReading.readDataToEndOfFile()
  let errorText = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return ProgramRun(
    status: process.terminationStatus,
    output: String(decoding: text, as: UTF8.self),
    errors: String(decoding: errorText, as: UTF8.self)
  )
}

/// Calls `body` with a new folder that holds a copy of the project's templates and the given
/// texts, and removes the folder.
func withSite(_ texts: [String: String], _ body: (URL) throws -> Void) throws {
  let root = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: root) }  // a leftover is harmless
  try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  try FileManager.default.copyItem(
    at: packageRoot.appending(path: "Templates"),
    to: root.appending(path: "Templates")
  )
  for (path, text) in texts { try write(text, to: root.appending(path: path)) }
  try body(root)
}

/// Writes a text, making the folders it needs.
func write(_ text: String, to file: URL) throws {
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(),
    withIntermediateDirectories: true
  )
  try Data(text.utf8).write(to: file)
}

/// Every file below a folder with its content.
func contents(of folder: URL) throws -> [String: Data] {
  var contents: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path()) {
    let file = folder.appending(path: path)
    if let data = try? Data(contentsOf: file) { contents[path] = data }  // folders have no data
  }
  return contents
}
