import Markup
import Synchronization

/// What there is to tell a page.
struct PageNews: Hashable, Sendable {
  /// Whether the page shows another state than the site has.
  let isStale: Bool
  /// The address of the problems of the last build; nil when all is well.
  let problems: String?

  /// As server-sent events (HTML Standard §9.2); the reload comes last, since it ends the page.
  func events(assets: [String]) -> String {
    var text = problems.map { event("problems", $0) } ?? event("mended", "-")
    if !assets.isEmpty, !isStale {
      text += event("assets", JSONValue.array(assets.map(JSONValue.string)).text)
    }
    return isStale ? text + event("reload", "-") : text
  }
}

/// One event; the data holds no line end.
func event(_ name: String, _ data: String) -> String { "event: \(name)\ndata: \(data)\n\n" }

/// The pages that listen.
///
/// A class because it is shared by the connections and the builds; a lock guards all of it.
final class LiveClients: Sendable {
  /// Writes to a page that listens.
  typealias Sender = @Sendable (_ text: String) -> Void

  private struct State {
    var next = 0
    var clients: [Int: (page: PageState, send: Sender)] = [:]
  }

  /// Tells this run of the server from the one before.
  let server = String(UInt64.random(in: .min ... .max), radix: 16)
  private let state = Mutex(State())

  /// How many listen.
  var count: Int { state.withLock { $0.clients.count } }

  /// The pages that listen, by when they began.
  var pages: [PageState] {
    state.withLock { state in
      state.clients.sorted { $0.key < $1.key }.map(\.value.page)
    }
  }

  /// Lets a page listen, until it is removed by the number given.
  func add(_ page: PageState, _ send: @escaping Sender) -> Int {
    state.withLock { state in
      state.next += 1
      state.clients[state.next] = (page, send)
      return state.next
    }
  }

  func remove(_ number: Int) { state.withLock { $0.clients[number] = nil } }

  /// Tells every page its news.
  func announce(assets: [String], _ news: (PageState) -> PageNews) {
    let clients = state.withLock { $0.clients }
    for number in clients.keys.sorted() {
      if let client = clients[number] { client.send(news(client.page).events(assets: assets)) }
    }
  }
}
