import ArgumentParser
import Diagnostics
import FileSystem

/// How the program ends (sysexits.h).
enum Exit {
  /// The content has errors.
  static let contentErrors = ExitCode(1)
  /// The command line is wrong.
  static let usage = ExitCode(64)
  /// The fault is ours or the machine's.
  static let software = ExitCode(70)

  /// How to end when a file or folder could not be read or written.
  static func code(for error: FileSystemError) -> ExitCode {
    switch error.diagnostic.code {
    case FileSystemDiagnostics.missingSiteFolder, FileSystemDiagnostics.outputHoldsSources,
      FileSystemDiagnostics.outputNotAFolder, FileSystemDiagnostics.folderNotEmpty:
      usage
    case FileSystemDiagnostics.samePath, FileSystemDiagnostics.fileIsAlsoFolder,
      FileSystemDiagnostics.differsOnlyInCase, FileSystemDiagnostics.reservedPath,
      FileSystemDiagnostics.assetLeavesSite:
      contentErrors
    default: software
    }
  }
}

/// Keeps a value until the program ends.
///
/// The system takes all memory back at once; taking a whole site apart, object by object, costs a
/// hundredth of building it.
func keepUntilExit(_ value: some Sendable) { _ = Unmanaged.passRetained(Kept(value)) }

/// Holds a value by a reference that nobody gives back.
private final class Kept<Value: Sendable>: Sendable {
  private let value: Value

  init(_ value: Value) { self.value = value }
}

/// Does what may fail for the machine's sake; says why and ends the program when it does.
func orEnd<Value>(_ body: () throws(FileSystemError) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    printDiagnostics([error.diagnostic], sources: [])
    throw Exit.code(for: error)
  }
}
