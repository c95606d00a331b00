/// An answer as it came over the wire.
struct RawAnswer {
  let status: Int
  let fields: [(name: String, value: String)]
  let body: String

  /// Takes the first answer of what was received; status 0 where there is none.
  init(_ text: String) {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\r\n")
    status =
      lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
    fields = lines.dropFirst().map { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      return (halves[0].lowercased(), halves.count > 1 ? String(halves[1].drop { $0 == " " }) : "")
    }
    body = parts.count > 1 ? String(parts[1]) : ""
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

extension RawConnection {
  /// One request of its own connection.
  static func ask(
    _ port: Int,
    _ target: String,
    method: String = "GET",
    _ fields: [String] = []
  ) async throws -> RawAnswer {
    let connection = try RawConnection(port: port)
    let head = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    connection.send((head + fields + ["", ""]).joined(separator: "\r\n"))
    return RawAnswer(await connection.read())
  }
}
