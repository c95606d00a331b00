import Foundation

/// Has the desktop open an address; says so when it cannot, since the address stands there to read.
func openBrowser(at address: String) {
  #if os(macOS)
    let names = ["open"]
  #else
    let names = ["xdg-open"]
  #endif
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  let program = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  guard let program else {
    write("note: no \(names[0]) here; open the address by hand\n", to: .standardError)
    return
  }
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = [address]
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  do {
    try process.run()
  } catch {
    write("note: \(program) does not start; open the address by hand\n", to: .standardError)
  }
}
