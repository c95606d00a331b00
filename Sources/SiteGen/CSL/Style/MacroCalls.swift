/// Which macros cannot be printed for what they call.
struct MacroCalls {
  /// Those from which a call leads back to themselves.
  private(set) var recursive: Set<Int> = []
  /// Those whose calls, written out, would be too long or too deep: a few lines that each call the
  /// next one twice would otherwise keep a computer busy for ever.
  private(set) var oversized: Set<Int> = []

  /// Every style of Debian's package stays below both (`make test-styles`).
  private static let longest = 100_000
  private static let deepest = 200

  init(_ trees: [XMLTree], _ indices: [String: Int]) {
    var own: [Int] = []
    var calls: [[Int]] = []
    for tree in trees {
      var found = (count: 0, calls: [Int]())
      MacroCalls.collect(tree, indices, into: &found)
      own.append(found.count)
      calls.append(found.calls)
    }
    follow(calls, own)
  }

  private static func collect(
    _ tree: XMLTree,
    _ indices: [String: Int],
    into found: inout (count: Int, calls: [Int])
  ) {
    for child in tree.children {
      found.count += 1
      if let index = child["macro"].flatMap({ indices[$0] }) { found.calls.append(index) }
      collect(child, indices, into: &found)
    }
  }

  /// Depth-first search that measures each macro once all it calls are measured.
  private mutating func follow(_ calls: [[Int]], _ own: [Int]) {
    var state = Array(repeating: 0, count: calls.count)
    var lengths = own
    var depths = Array(repeating: 1, count: calls.count)
    for start in calls.indices where state[start] == 0 {
      var path = [(node: start, next: 0)]
      state[start] = 1
      while let top = path.last {
        if top.next < calls[top.node].count {
          path[path.count - 1].next += 1
          let callee = calls[top.node][top.next]
          if state[callee] == 1 {
            recursive.insert(callee)
          } else if state[callee] == 0 {
            state[callee] = 1
            path.append((callee, 0))
          }
          continue
        }
        for callee in calls[top.node] where !recursive.contains(callee) {
          lengths[top.node] = min(Int(Int32.max), lengths[top.node] + lengths[callee])
          depths[top.node] = max(depths[top.node], depths[callee] + 1)
        }
        if lengths[top.node] > MacroCalls.longest || depths[top.node] > MacroCalls.deepest {
          // It prints nothing, so those that call it may be short again.
          oversized.insert(top.node)
          lengths[top.node] = 0
          depths[top.node] = 0
        }
        state[top.node] = 2
        path.removeLast()
      }
    }
  }
}
