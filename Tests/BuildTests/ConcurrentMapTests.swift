import Testing

@testable import Build

struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 99, 100, 101, 1000], [1, 2, 8])
  func resultsKeepTheOrderOfInput(count: Int, jobs: Int) async {
    let elements = Array(0..<count)
    #expect(await concurrentMap(elements, jobs: jobs) { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test(arguments: [1, 2])
  func bothResultsComeBackInTheirPlaces(jobs: Int) async {
    let both = await sideBySide({ "left" }, { "right" }, jobs: jobs)
    #expect(both == ("left", "right"))
  }
}
