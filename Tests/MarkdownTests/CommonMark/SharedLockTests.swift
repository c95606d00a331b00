import Synchronization
import Testing

@testable import Markdown

struct SharedLockTests {
  /// A lock that was not shared would wait for itself here for ever.
  @Test func thoseWhoShareDoNotWaitForEachOther() {
    let lock = SharedLock(parts: 2)
    var isInside = false
    lock.withSharedLock { lock.withSharedLock { isInside = true } }
    #expect(isInside)
  }

  @Test(arguments: [1, 2, 3, 16])
  func whoIsAloneIsAlone(parts: Int) async {
    let lock = SharedLock(parts: parts)
    let (inside, alone, wrong) = (Counter(), Counter(), Counter())
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for round in 0..<2_000 {
            if (worker + round) % 3 == 0 {
              lock.withExclusiveLock {
                if alone.add(1) != 0 || inside.count != 0 { _ = wrong.add(1) }
                _ = alone.add(-1)
              }
            } else {
              lock.withSharedLock {
                _ = inside.add(1)
                if alone.count != 0 { _ = wrong.add(1) }
                _ = inside.add(-1)
              }
            }
          }
        }
      }
    }
    #expect(wrong.count == 0)
  }
}

private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  var count: Int { value.load(ordering: .sequentiallyConsistent) }

  /// Adds a number; gives what was there before.
  func add(_ number: Int) -> Int {
    value.wrappingAdd(number, ordering: .sequentiallyConsistent).oldValue
  }
}
