/// What goes back: a status, fields, and bytes.
struct Answer: Hashable, Sendable {
  let status: Int
  /// In the order of sending; `Content-Length` is among them where there is a body to speak of.
  var fields: [Request.Field]
  /// Empty for `HEAD` and wherever there is nothing to send.
  let body: [UInt8]

  init(_ status: Int, _ fields: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields.map { Request.Field(name: $0.0, value: $0.1) }
    self.body = body
  }

  /// A line of text for whoever sent what cannot be answered.
  init(refusing request: Request, _ status: Int, _ words: String, _ more: [(String, String)] = []) {
    let body = Array("\(status) \(words)\n".utf8)
    let fields = [
      ("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "\(body.count)"),
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
    ]
    self.init(status, fields + more, body: request.method == "HEAD" ? [] : body)
  }

  /// The value of the first field of a name.
  func value(of name: String) -> String? { fields.first { isSameToken($0.name, name) }?.value }
}
