import Testing

@testable import Preview

struct AnswerTests {
  private let file = Representation(
    Array("0123456789".utf8),
    "text/plain; charset=utf-8",
    fields: [("Cache-Control", "no-store")]
  )

  private func answer(_ fields: [String: String], method: String = "GET") -> Answer {
    let request = Request(
      method: method,
      target: "/a",
      fields: fields.map { Request.Field(name: $0.key, value: $0.value) }
    )
    return Answer(to: request, with: file)
  }

  @Test func theWholeIsSentWithItsTypeAndLength() {
    let answer = answer([:])
    #expect(answer.status == 200)
    #expect(answer.value(of: "content-type") == "text/plain; charset=utf-8")
    #expect(answer.value(of: "Content-Length") == "10")
    #expect(answer.value(of: "Accept-Ranges") == "bytes")
    #expect(answer.value(of: "ETag") == file.tag.text)
    #expect(answer.body == Array("0123456789".utf8))
  }

  @Test func headSendsTheSameWithoutTheBytes() {
    let (head, get) = (answer([:], method: "HEAD"), answer([:]))
    #expect(head.status == get.status)
    #expect(head.fields == get.fields)
    #expect(head.body == [])
  }

  @Test func whatIsKnownIsNotSentAgain() {
    let tag = file.tag.text
    for list in [tag, "W/\(tag)", "*", "\"other\", \(tag)"] {
      let answer = answer(["If-None-Match": list])
      #expect(answer.status == 304, "\(list)")
      #expect(answer.value(of: "ETag") == tag)
      #expect(answer.body == [])
    }
    #expect(answer(["If-None-Match": "\"other\""]).status == 200)
  }

  @Test func aConditionThatDoesNotHoldIsSaid() {
    #expect(answer(["If-Match": "\"other\""]).status == 412)
    #expect(answer(["If-Match": "W/\(file.tag.text)"]).status == 412)
    #expect(answer(["If-Match": file.tag.text]).status == 200)
  }

  @Test func aRangeIsSentWithItsPlace() {
    let answer = answer(["Range": "bytes=2-4"])
    #expect(answer.status == 206)
    #expect(answer.value(of: "Content-Range") == "bytes 2-4/10")
    #expect(answer.value(of: "Content-Length") == "3")
    #expect(answer.body == Array("234".utf8))
  }

  @Test func severalRangesAreSentInParts() throws {
    let answer = answer(["Range": "bytes=0-1,8-9"])
    #expect(answer.status == 206)
    let type = try #require(answer.value(of: "Content-Type"))
    let boundary = try #require(type.split(separator: "boundary=").last)
    let part = { (place: String, text: String) in
      "--\(boundary)\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Range: bytes \(place)/10\r\n\r\n\(text)\r\n"
    }
    let expected = part("0-1", "01") + part("8-9", "89") + "--\(boundary)--\r\n"
    #expect(String(decoding: answer.body, as: UTF8.self) == expected)
    #expect(answer.value(of: "Content-Length") == "\(expected.utf8.count)")
  }

  @Test func aRangeBehindTheEndIsSaidWithTheLength() {
    let answer = answer(["Range": "bytes=10-"])
    #expect(answer.status == 416)
    #expect(answer.value(of: "Content-Range") == "bytes */10")
  }

  @Test func aRangeOfAnotherStateGivesTheWhole() {
    #expect(answer(["Range": "bytes=2-4", "If-Range": "\"other\""]).status == 200)
    #expect(answer(["Range": "bytes=2-4", "If-Range": file.tag.text]).status == 206)
    #expect(answer(["Range": "bytes=2-4"], method: "HEAD").status == 200)
  }

  @Test func everyStateHasItsOwnTag() {
    let bodies: [[UInt8]] = [[], [0], [0, 0], [1], Array("a".utf8), Array("b".utf8)]
    #expect(Set(bodies.map(EntityTag.init)).count == bodies.count)
    #expect(EntityTag(of: Array("a".utf8)).text == "\"af63dc4c8601ec8c-1\"")
  }

  @Test(arguments: [
    ("a/index.html", "text/html; charset=utf-8"), ("site.CSS", "text/css; charset=utf-8"),
    ("a.bib", "application/x-bibtex; charset=utf-8"), ("a.pdf", "application/pdf"),
    ("icon.svg", "image/svg+xml; charset=utf-8"), ("a.ics", "text/calendar; charset=utf-8"),
    ("folder.d/none", "application/octet-stream"), ("a.unheard", "application/octet-stream"),
  ])
  func typesFollowTheEndOfTheName(path: String, type: String) {
    #expect(mediaType(of: path) == type)
  }

  @Test(arguments: [
    (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 GMT"),
    (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
  ])
  func datesAreWrittenAsFieldsWant(seconds: Int, text: String) {
    #expect(httpDate(seconds) == text)
  }
}
