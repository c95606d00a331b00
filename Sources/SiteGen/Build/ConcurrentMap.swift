import Synchronization

/// Applies a pure function to every element on several threads; results keep the order of input.
///
/// Nobody but this and `sideBySide` starts tasks. Workers take chunks of elements by an atomic counter, so that
/// no element waits for a slow neighbour; what is returned does not depend on `jobs`.
///
/// - Parameters:
///   - elements: what to work on.
///   - jobs: how many workers, at least 1.
///   - transform: called once for each element, from any worker.
/// - Returns: the results, in the order of `elements`.
func concurrentMap<Element: Sendable, Output: Sendable>(
  _ elements: [Element],
  jobs: Int,
  _ transform: @escaping @Sendable (Element) -> Output
) async -> [Output] {
  // Of few elements, chunks are short: the last worker must not be left alone for long.
  let chunkLength = max(1, min(100, elements.count / (jobs * 16)))
  guard jobs > 1, elements.count > 1 else { return elements.map(transform) }
  let next = NextChunk()
  let chunks = await withTaskGroup(of: [(Int, [Output])].self) { group in
    for _ in 0..<jobs {
      group.addTask {
        var done: [(Int, [Output])] = []
        while true {
          let start = next.take(chunkLength)
          guard start < elements.count else { return done }
          let end = min(start + chunkLength, elements.count)
          done.append((start, elements[start..<end].map(transform)))
        }
      }
    }
    var all: [(Int, [Output])] = []
    for await part in group { all += part }
    return all
  }
  return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
}

/// Does two things that know nothing of each other, at once where there are workers for both.
func sideBySide<First: Sendable, Second: Sendable>(
  _ first: () async -> First,
  _ second: @escaping @Sendable () async -> Second,
  jobs: Int
) async -> (First, Second) {
  guard jobs > 1 else { return (await first(), await second()) }
  async let other = second()
  let own = await first()
  return (own, await other)
}

/// The counter that workers share; a class because it is identity, not value, that they share.
private final class NextChunk: Sendable {
  private let offset = Atomic<Int>(0)

  func take(_ length: Int) -> Int {
    offset.wrappingAdd(length, ordering: .relaxed).oldValue
  }
}
