import Synchronization
import Support
import Testing

@testable import Markdown

struct ParallelParsingTests {
  /// Without the lock around `cmark_parser_finish` some of these lose strikethrough or links; a
  /// busy machine hides most of it, hence thousands of parses in all dialects at once.
  @Test func parallelParsesGiveWhatOneThreadGives() async {
    let texts = documents()
    let dialects: [MarkdownDialect] = [.scholarly, .gitHub, .commonMark]
    let serial = texts.map { text in dialects.map { html(of: text, dialect: $0) } }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          var wrong = 0
          for round in 0..<60 {
            for index in texts.indices {
              let text = (index + worker * 7) % texts.count
              let dialect = (round + worker) % dialects.count
              let found = html(of: texts[text], dialect: dialects[dialect])
              if found != serial[text][dialect] { wrong += 1 }
            }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  private func documents() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 7)
    let special = (0..<12).map { number in
      let line = "~~struck \(number)~~ www.example.org/\(number) *a* `b` | c"
      return Array("# Title \(number)\n\n\((0..<30).map { "\($0) \(line)\n\n" }.joined())".utf8)
    }
    return special + (0..<20).map { _ in randomMarkdown(using: &generator) }
  }
}
