import Diagnostics
import FileSystem
import SiteModel
import Synchronization
import Testing

@testable import Build
@testable import Preview

/// Pages that a build gives away before it has come to its end.
struct EarlyPageTests {
  private func built(_ text: String) -> BuiltSite {
    BuiltSite(
      site: nil,
      files: [
        OutputFile(path: OutputPath(fixed: "a/index.html"), contents: .bytes(Array(text.utf8)))
      ],
      diagnostics: []
    )
  }

  private func body(_ preview: LivePreview) throws -> String {
    let request = Request(method: "GET", target: "/a/", fields: [])
    let answer = preview.answer(request, at: try RequestTarget("/a/"))
    return String(decoding: answer.body.prefix { $0 != UInt8(ascii: "<") }, as: UTF8.self)
  }

  private let problem = ProblemReport(
    [Diagnostic(ServerDiagnostics.portInUse, .error, at: nil, "wrong")],
    sources: []
  )

  @Test func anEarlyPageIsShownToThoseWhoLookAtIt() throws {
    let preview = LivePreview(SiteDirectory(path: "."))
    _ = preview.show(built("one"), after: .anything)
    let news = Mutex("")
    let page = PageState(address: "/a/?x", version: "200-\(fingerprint(of: Array("one".utf8)))")
    _ = preview.clients.add(page) { text in news.withLock { $0 += text } }
    #expect(preview.pagesInView == [OutputPath(fixed: "a/index.html")])
    preview.showEarly(built("two").files[0])
    #expect(try body(preview) == "two")
    #expect(news.withLock { $0 }.hasSuffix("event: reload\ndata: -\n\n"))
  }

  @Test func anEarlyPageOfABuildThatFailsIsTakenBack() throws {
    let preview = LivePreview(SiteDirectory(path: "."))
    _ = preview.show(built("one"), after: .anything)
    preview.showEarly(built("two").files[0])
    preview.show(problem)
    #expect(try body(preview) == "one")
  }

  @Test func aPageThatIsTheSameIsNoNews() {
    let preview = LivePreview(SiteDirectory(path: "."))
    _ = preview.show(built("one"), after: .anything)
    let count = Mutex(0)
    let page = PageState(address: "/a/", version: "")
    _ = preview.clients.add(page) { _ in count.withLock { $0 += 1 } }
    preview.showEarly(built("one").files[0])
    #expect(count.withLock { $0 } == 0)
  }
}
