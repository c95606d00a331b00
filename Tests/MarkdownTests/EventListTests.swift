import Diagnostics
import Testing

@testable import Markdown

struct EventListTests {
  @Test(arguments: [
    [],
    [MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(0..<5))],
    // A text that begins where none ended, one that begins before, one that is empty.
    [
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(7..<9)),
      MarkdownEvent(kind: .placeholder, phase: .leaf, text: ByteRange(1..<400)),
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(400..<400 + 0xFFFE)),
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(0x1018E..<0x2018D)),
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(0x2018D..<0x2018D)),
      MarkdownEvent(kind: .code, phase: .leaf, text: ByteRange(0x2018D..<0x2018E)),
    ],
    // What follows a title begins behind it.
    [
      MarkdownEvent(kind: .link, phase: .enter, value: 3, index: 2, text: ByteRange(0..<4)),
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(7..<9)),
      MarkdownEvent(kind: .link, phase: .leave, value: 3, index: 2, text: ByteRange(0..<4)),
      MarkdownEvent(kind: .codeBlock, phase: .leaf, value: 3, text: ByteRange(9..<9)),
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(12..<13)),
    ],
    [
      MarkdownEvent(kind: .orderedList, phase: .enter, value: .max),
      MarkdownEvent(kind: .heading, phase: .enter, value: -1, index: .min),
      MarkdownEvent(kind: .text, phase: .leaf, text: ByteRange(0..<Int(UInt32.max))),
    ],
  ])
  func eventsAreReadAsTheyWereWritten(events: [MarkdownEvent]) {
    let list = EventList(events)
    #expect(Array(list) == events)
    #expect(list.count == events.count)
  }

  /// Events are what a site has most of.
  @Test func eventsOfPlainProseTakeFourBytesEach() {
    let document = parse(String(repeating: "Words *and* **words**.\n\n", count: 100).utf8).value
    #expect(document.events.rests.isEmpty)
    #expect(MemoryLayout<EventList.Step>.stride == 4)
  }
}
