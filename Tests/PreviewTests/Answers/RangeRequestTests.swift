import Testing

@testable import Preview

struct RangeRequestTests {
  @Test(arguments: [
    ("bytes=0-0", [0..<1]), ("bytes=0-99", [0..<10]), ("bytes=3-", [3..<10]),
    ("bytes=-4", [6..<10]), ("bytes=-99", [0..<10]), ("BYTES=2-3", [2..<4]),
    ("bytes= 0-1 , 8-9", [0..<2, 8..<10]), ("bytes=0-1,50-60", [0..<2]),
    ("bytes=5-99999999999999999999", [5..<10]),
  ])
  func partsAreCutToTheBody(field: String, ranges: [Range<Int>]) {
    #expect(RangeRequest(field, length: 10) == .parts(ranges))
  }

  @Test(arguments: ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"])
  func whatLiesBehindTheEndCannotBeHad(field: String) {
    #expect(RangeRequest(field, length: 10) == .unsatisfiable)
  }

  @Test(arguments: [
    "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=--1", "lines=0-1",
    "bytes=0-9,0-9", "bytes=+1-2", "bytes=0-1,x",
    "bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,0-0,1-1,2-2,3-3,4-4,5-5,6-6",
  ])
  func whatCannotBeReadOrCostsTooMuchGivesTheWhole(field: String) {
    #expect(RangeRequest(field, length: 10) == .whole)
  }
}
