/// A file as it would be sent whole.
struct Representation: Hashable, Sendable {
  let bytes: [UInt8]
  let mediaType: String
  let tag: EntityTag
  /// `Cache-Control`, `Content-Encoding` and the like, in the order of sending.
  let fields: [Request.Field]

  init(_ bytes: [UInt8], _ mediaType: String, fields: [(String, String)]) {
    self.bytes = bytes
    self.mediaType = mediaType
    tag = EntityTag(of: bytes)
    self.fields = fields.map { Request.Field(name: $0.0, value: $0.1) }
  }
}

extension Answer {
  /// Answers with a file: whole, in parts, or with the word that it is known already
  /// (RFC 9110 §13.2.2 gives the order of questions).
  init(to request: Request, with file: Representation) {
    var common = [Request.Field(name: "ETag", value: file.tag.text)] + file.fields
    if let list = request.value(of: "If-Match"), !file.tag.isListedStrongly(in: list) {
      self.init(refusing: request, 412, "Precondition Failed")
      return
    }
    if let list = request.value(of: "If-None-Match"), file.tag.isListed(in: list) {
      self.init(304)
      fields = common
      return
    }
    common.append(Request.Field(name: "Accept-Ranges", value: "bytes"))
    let isMeantForThis = request.value(of: "If-Range").map(file.tag.isListedStrongly) ?? true
    let range = request.method == "GET" && isMeantForThis ? request.value(of: "Range") : nil
    switch range.map({ RangeRequest($0, length: file.bytes.count) }) ?? .whole {
    case .whole: self.init(whole: file, status: 200, for: request, common)
    case .unsatisfiable:
      let length = [("Content-Range", "bytes */\(file.bytes.count)")]
      self.init(refusing: request, 416, "Range Not Satisfiable", length)
    case .parts(let ranges): self.init(ranges, of: file, common)
    }
  }

  /// The whole file, under a status of its own (the page of errors).
  init(_ status: Int, to request: Request, whole file: Representation) {
    self.init(whole: file, status: status, for: request, file.fields)
  }

  private init(
    whole file: Representation,
    status: Int,
    for request: Request,
    _ common: [Request.Field]
  ) {
    self.init(
      status,
      [("Content-Type", file.mediaType), ("Content-Length", "\(file.bytes.count)")],
      body: request.method == "HEAD" ? [] : file.bytes
    )
    fields += common
  }

  private init(_ ranges: [Range<Int>], of file: Representation, _ common: [Request.Field]) {
    let total = file.bytes.count
    if ranges.count == 1 {
      let range = ranges[0]
      self.init(
        206,
        [
          ("Content-Type", file.mediaType), ("Content-Length", "\(range.count)"),
          ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(total)"),
        ],
        body: Array(file.bytes[range])
      )
    } else {
      let boundary = "part-" + fingerprint(of: file.bytes)
      var body: [UInt8] = []
      for range in ranges {
        let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(total)"
        let head =
          "--\(boundary)\r\nContent-Type: \(file.mediaType)\r\nContent-Range: \(place)\r\n\r\n"
        body += head.utf8
        body += file.bytes[range]
        body += "\r\n".utf8
      }
      body += "--\(boundary)--\r\n".utf8
      let type = "multipart/byteranges; boundary=\(boundary)"
      self.init(206, [("Content-Type", type), ("Content-Length", "\(body.count)")], body: body)
    }
    fields += common
  }
}
