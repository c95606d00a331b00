/// What a request gets: an answer at once, or news from now on.
enum Reply: Sendable {
  case answer(Answer)
  /// The page that wants news, with what it shows now.
  case news(PageState)
}

/// A page in a browser, by its address and what tells its state from others.
struct PageState: Hashable, Sendable {
  /// As in a request line.
  let address: String
  let version: String
}

/// Who knows a site and answers for it.
protocol SiteAnswering: Sendable {
  /// Answers `GET` and `HEAD` of an address whose form has been checked.
  func answer(_ request: Request, at target: RequestTarget) -> Answer
  /// Answers for the addresses of the server itself; nil when it is none of them.
  func answerForServer(_ request: Request) -> Reply?
  /// The answer where no page can be.
  func answerMissing(_ request: Request) -> Answer
}

/// Refuses what nobody should ask, and has the rest answered.
func reply(
  to request: Request,
  under hosts: AllowedHosts,
  from site: some SiteAnswering
) -> Reply {
  if let refusal = refuse(request, under: hosts) { return .answer(refusal) }
  if let reply = site.answerForServer(request) { return reply }
  do throws(RequestTarget.Refusal) {
    let target = try RequestTarget(request.target)
    if let authority = target.authority, !hosts.contains(authority) {
      return .answer(misdirected(request))
    }
    return .answer(site.answer(request, at: target))
  } catch {
    switch error {
    case .malformed: return .answer(Answer(refusing: request, 400, "Bad Request"))
    case .unknown: return .answer(site.answerMissing(request))
    }
  }
}

private func refuse(_ request: Request, under hosts: AllowedHosts) -> Answer? {
  let named = request.values(of: "Host")
  guard named.count == 1 else {
    return Answer(refusing: request, 400, "Bad Request: one field Host is needed")
  }
  guard hosts.contains(named[0]) else { return misdirected(request) }
  guard request.method == "GET" || request.method == "HEAD" else {
    return Answer(refusing: request, 405, "Method Not Allowed", [("Allow", "GET, HEAD")])
  }
  return request.announcesBody
    ? Answer(refusing: request, 400, "Bad Request: no body is read") : nil
}

private func misdirected(_ request: Request) -> Answer {
  Answer(
    refusing: request,
    421,
    "Misdirected Request: this preview is not served under that name; see --host"
  )
}
