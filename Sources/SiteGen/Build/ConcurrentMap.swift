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
  let length = chunkLength(of: elements.count, jobs: jobs)
  guard jobs > 1, elements.count > 1 else { return elements.map(transform) }
  let next = NextChunk()
  return await mapChunks(jobs: jobs, transform) {
    let start = next.take(length)
    guard start < elements.count else { return nil }
    return (start, elements[start..<min(start + length, elements.count)])
  }
}

/// The same for elements that nobody needs any more: each chunk of them is let go of once it is done.
func concurrentMap<Element: Sendable, Output: Sendable>(
  _ elements: Handout<Element>,
  jobs: Int,
  _ transform: @escaping @Sendable (Element) -> Output
) async -> [Output] {
  let length = chunkLength(of: elements.count, jobs: jobs)
  return await mapChunks(jobs: jobs, transform) { elements.take(atMost: length) }
}

/// Of few elements, chunks are short: the last worker must not be left alone for long.
private func chunkLength(of count: Int, jobs: Int) -> Int {
  max(1, min(100, count / (jobs * 16)))
}

/// Works on chunks until there are no more; results stand in the order of the places of their elements.
private func mapChunks<Element: Sendable, Output: Sendable>(
  jobs: Int,
  _ transform: @escaping @Sendable (Element) -> Output,
  taking next: @escaping @Sendable () -> (start: Int, ArraySlice<Element>)?
) async -> [Output] {
  let chunks = await withTaskGroup(of: [(Int, [Output])].self) { group in
    for _ in 0..<jobs {
      group.addTask {
        var done: [(Int, [Output])] = []
        while let (start, chunk) = next() { done.append((start, chunk.map(transform))) }
        return done
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
  await sideBySide(handing: (), to: { _ in await first() }, second, jobs: jobs)
}

/// The same, where the first is given something that it may let go of: what a closure has captured
/// lives until both are done.
func sideBySide<Given, First: Sendable, Second: Sendable>(
  handing given: consuming Given,
  to first: (consuming Given) async -> First,
  _ second: @escaping @Sendable () async -> Second,
  jobs: Int
) async -> (First, Second) {
  guard jobs > 1 else { return (await first(consume given), await second()) }
  async let other = second()
  let own = await first(consume given)
  return (own, await other)
}

/// The counter that workers share; a class because it is identity, not value, that they share.
private final class NextChunk: Sendable {
  private let offset = Atomic<Int>(0)

  func take(_ length: Int) -> Int {
    offset.wrappingAdd(length, ordering: .relaxed).oldValue
  }
}

/// Elements that are handed out, each once, to workers who alone hold them then; a class because
/// workers share it.
final class Handout<Element: Sendable>: Sendable {
  private let rest: Mutex<[Element]>

  init(_ elements: consuming [Element]) { rest = Mutex(elements) }

  /// How many are left.
  var count: Int { rest.withLock { $0.count } }

  /// Those that are left of the end, and the place of their first; nil when none is.
  func take(atMost length: Int) -> (start: Int, ArraySlice<Element>)? {
    rest.withLock { rest in
      guard !rest.isEmpty else { return nil }
      // A copy, for a slice would hold all of them.
      let taken = Array(rest.suffix(length))
      rest.removeLast(taken.count)
      return (rest.count, taken[...])
    }
  }
}
