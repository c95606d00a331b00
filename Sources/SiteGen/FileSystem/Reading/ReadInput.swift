/// The bytes of one file that a command was given; links are followed.
///
/// - Parameter path: absolute or relative to the working directory.
/// - Returns: all of it, in whatever encoding.
/// - Throws: `SRC013` when there is no such file or it cannot be read.
public func readStandaloneFile(_ path: String) throws(FileSystemError) -> [UInt8] {
  try reporting(FileSystemDiagnostics.unreadableInput) { () throws(SystemFailure) in
    try OpenFile(readingThroughLinks: NativePath(path)).readAll()
  }
}

/// Everything that comes on the standard input, to its end.
///
/// - Throws: `SRC013` when it cannot be read.
public func readStandardInput() throws(FileSystemError) -> [UInt8] {
  try reporting(FileSystemDiagnostics.unreadableInput) { () throws(SystemFailure) in
    try OpenFile(standardInput: ()).readAll()
  }
}
