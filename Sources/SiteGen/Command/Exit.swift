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
}

/// Does what may fail for the machine's sake; says why and ends the program when it does.
func orEnd<Value>(_ body: () throws(FileSystemError) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    printDiagnostics([error.diagnostic], sources: [], format: .text)
    throw Exit.software
  }
}
