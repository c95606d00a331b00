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

/// Does what may fail for the machine's sake; says why and ends the program when it does.
func orEnd<Value>(_ body: () throws(FileSystemError) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    printDiagnostics([error.diagnostic], sources: [], format: .text)
    throw Exit.code(for: error)
  }
}
