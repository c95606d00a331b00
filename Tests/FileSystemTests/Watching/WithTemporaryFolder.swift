import Foundation

@testable import FileSystem

/// Calls `body` with a new folder, and removes the folder.
func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = try TemporaryFolder()
  try withExtendedLifetime(folder) { try body(URL(filePath: folder.path.text)) }
}
