import Synchronization
import Testing

@testable import Build

struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 99, 100, 101, 1000], [1, 2, 8])
  func resultsKeepTheOrderOfInput(count: Int, jobs: Int) async {
    let elements = Array(0..<count)
    #expect(await concurrentMap(elements, jobs: jobs) { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test(arguments: [0, 1, 2, 99, 100, 101, 1000], [1, 2, 8])
  func handedOutElementsKeepTheirOrderToo(count: Int, jobs: Int) async {
    let elements = Handout(Array(0..<count))
    let doubled = await concurrentMap(elements, jobs: jobs) { $0 * 2 }
    #expect(doubled == (0..<count).map { $0 * 2 })
    #expect(elements.count == 0)
  }

  /// Of 160 elements, one worker holds ten at a time.
  @Test func handedOutElementsAreLetGo() async {
    let held = HeldCounter()
    let elements = Handout((0..<160).map { _ in Held(by: held) })
    let left = await concurrentMap(elements, jobs: 1) { _ in held.count }
    #expect(left.max() == 160)
    #expect(left.min().map { $0 <= 20 } == true)
  }

  @Test(arguments: [1, 2])
  func bothResultsComeBackInTheirPlaces(jobs: Int) async {
    let both = await sideBySide({ "left" }, { "right" }, jobs: jobs)
    #expect(both == ("left", "right"))
  }
}

/// Counts the elements that are held.
private final class HeldCounter: Sendable {
  private let held = Atomic<Int>(0)

  var count: Int { held.load(ordering: .relaxed) }

  func add(_ number: Int) { held.wrappingAdd(number, ordering: .relaxed) }
}

private final class Held: Sendable {
  private let counter: HeldCounter

  init(by counter: HeldCounter) {
    self.counter = counter
    counter.add(1)
  }

  deinit { counter.add(-1) }
}
