/// Finds many names in a text in one pass: a trie over UTF-8 bytes, in flat arrays, and the bytes with
/// which each name goes on where no other does.
///
/// A name is met where a word begins, never inside one, and the longest name that begins there
/// wins. Every kind of space, a line end and a run of them count as one space; both apostrophes and
/// both hyphens count as one. Letters are compared exactly: an accent or a capital that differs
/// is another name.
///
/// Cost: every byte is looked at once, most of them eight at a time, and once more for each word that
/// begins like a name; no word is followed further than the longest name.
struct NameAutomaton: Sendable {
  /// A name that stands in a text.
  struct Match: Hashable, Sendable {
    /// Offsets in the text.
    let range: Range<Int>
    /// Position of the name in the list the automaton was made from.
    let name: Int
  }

  private static let none: Int32 = -1
  /// From so many edges on, a state has a row of targets for all bytes.
  private static let rowLimit = 5

  /// A place in the trie, all that a step needs side by side.
  private struct State {
    /// Its edges among all, or its row among `targets`.
    var edges: Range<Int32>
    /// The byte with which its row begins, or `none` where it has no row.
    var row: Int32
    /// The name that ends here, or `none`.
    var name: Int32
  }

  private struct Edge {
    let byte: UInt8
    let target: Int32
  }

  private var states: [State]
  private var edges: [Edge]
  /// Rows of states, each from the lowest to the highest byte that leads on, for the states where most
  /// words end; the first is that of the first state, for all bytes.
  private var targets: [Int32]
  /// Where names go on alone; their places are states as well, from -2 downwards.
  private var tails = NameTails()
  /// How names begin; a word that begins otherwise is not followed.
  private var heads: HeadMarks

  /// Builds the automaton; linear in the bytes of all names, but for sorting them.
  ///
  /// - Parameter names: each at least one byte; of equal ones the first is found.
  init(_ names: [String]) {
    let folded = FoldedNames(names)
    states = [State(edges: 0..<0, row: NameAutomaton.none, name: NameAutomaton.none)]
    edges = []
    targets = []
    heads = HeadMarks(count: names.count)
    for name in names.indices { heads.insert(folded.head(of: name)) }
    // Names that begin alike stand side by side: what they share so far is a state.
    var waiting = [(state: 0, names: folded.order.indices, depth: 0)]
    var branches: [Edge] = []
    while let (state, names, depth) = waiting.popLast() {
      var rest = names
      branches.removeAll(keepingCapacity: true)
      while let place = rest.first {
        guard let byte = folded.byte(depth, of: place) else {
          if states[state].name == NameAutomaton.none, depth > 0 {
            states[state].name = folded.order[place]
          }
          rest.removeFirst()
          continue
        }
        let alike = rest.prefix { folded.byte(depth, of: $0) == byte }
        rest.removeFirst(alike.count)
        let tail = folded.tail(behind: depth + 1, of: place)
        if alike.count == 1, let state = tails.append(tail, of: folded.order[place]) {
          branches.append(Edge(byte: byte, target: state))
          continue
        }
        branches.append(Edge(byte: byte, target: Int32(states.count)))
        waiting.append((states.count, alike, depth + 1))
        states.append(State(edges: 0..<0, row: NameAutomaton.none, name: NameAutomaton.none))
      }
      branch(state, branches)
    }
  }

  private mutating func branch(_ state: Int, _ branches: [Edge]) {
    if state == 0 {
      addRow(to: state, for: 0...255, branches)
    } else if branches.count >= NameAutomaton.rowLimit {
      addRow(to: state, for: branches[0].byte...branches[branches.count - 1].byte, branches)
    } else {
      states[state].edges = Int32(edges.count)..<Int32(edges.count + branches.count)
      edges += branches
    }
  }

  private mutating func addRow(to state: Int, for bytes: ClosedRange<UInt8>, _ branches: [Edge]) {
    let start = targets.count
    targets += repeatElement(NameAutomaton.none, count: bytes.count)
    for branch in branches { targets[start + Int(branch.byte - bytes.lowerBound)] = branch.target }
    states[state].row = Int32(bytes.lowerBound)
    states[state].edges = Int32(start)..<Int32(targets.count)
  }

  /// The names in a text, from left to right, none inside another.
  ///
  /// - Returns: the matches, and how many bytes were looked at.
  func matches(in text: ArraySlice<UInt8>) -> (found: [Match], work: Int) {
    withWalk { walk in
      text.withUnsafeBufferPointer { bytes in
        var scan = Scan(bytes: bytes, walk: walk, offset: text.startIndex)
        Scan.eachWord(in: bytes) { scan.look(at: $0, $1) }
        return (scan.found, bytes.count + scan.work)
      }
    }
  }

  /// The names of two automata in a text, which is walked once, as if each were looked for alone.
  ///
  /// - Returns: the matches of both, and how many bytes were looked at for those of the first.
  func matches(
    in text: [UInt8],
    beside other: NameAutomaton
  ) -> (own: [Match], others: [Match], work: Int) {
    withWalk { walk in
      other.withWalk { otherWalk in
        text.withUnsafeBufferPointer { bytes in
          var own = Scan(bytes: bytes, walk: walk, offset: 0)
          var others = Scan(bytes: bytes, walk: otherWalk, offset: 0)
          Scan.eachWord(in: bytes) { start, head in
            own.look(at: start, head)
            others.look(at: start, head)
          }
          return (own.found, others.found, bytes.count + own.work)
        }
      }
    }
  }

  /// Where the edges lead, for one walk: no array is counted or checked on the way.
  private struct Walk {
    let states: UnsafeBufferPointer<State>
    let edges: UnsafeBufferPointer<Edge>
    let targets: UnsafeBufferPointer<Int32>
    let tails: NameTails.Lookup
    let heads: HeadMarks.Lookup

    /// Whether a name may begin with a byte and the letters from there on.
    @inline(__always)
    func mayBegin(with head: WordHead, _ byte: UInt8) -> Bool {
      heads.mayHold(head) && targets[Int(byte)] != NameAutomaton.none
    }

    @inline(__always)
    func next(_ state: Int32, _ byte: UInt8) -> Int32 {
      if state < NameAutomaton.none { return tails.next(state, byte) ?? NameAutomaton.none }
      let state = states[Int(state)]
      if state.row != NameAutomaton.none {
        let place = Int32(byte) - state.row
        guard place >= 0, place < state.edges.upperBound - state.edges.lowerBound else {
          return NameAutomaton.none
        }
        return targets[Int(state.edges.lowerBound + place)]
      }
      for edge in Int(state.edges.lowerBound)..<Int(state.edges.upperBound)
      where edges[edge].byte == byte {
        return edges[edge].target
      }
      return NameAutomaton.none
    }

    /// The name that ends at a state, or `none`.
    @inline(__always)
    func name(of state: Int32) -> Int32 {
      state < NameAutomaton.none
        ? tails.name(of: state) ?? NameAutomaton.none : states[Int(state)].name
    }
  }

  private func withWalk<Result>(_ use: (Walk) -> Result) -> Result {
    states.withUnsafeBufferPointer { states in
      edges.withUnsafeBufferPointer { edges in
        targets.withUnsafeBufferPointer { targets in
          tails.withLookup { tails in
            heads.withLookup {
              use(Walk(states: states, edges: edges, targets: targets, tails: tails, heads: $0))
            }
          }
        }
      }
    }
  }

  private func next(_ state: Int32, _ byte: UInt8) -> Int32 {
    withWalk { $0.next(state, byte) }
  }
}

extension NameAutomaton {
  /// Adds a name that it does not hold; linear in the bytes of the name.
  mutating func insert(_ name: String, as index: Int) {
    var state: Int32 = 0
    var folded: [UInt8] = []
    name.eachFoldedByte { byte in
      state = step(from: state, byte)
      folded.append(byte)
    }
    heads.insert(WordHead(of: folded[...]))
    if state != 0 { states[Int(state)].name = Int32(index) }
  }

  /// Takes away a name, whose branch stays and leads nowhere.
  mutating func remove(_ name: String) {
    var state: Int32 = 0
    name.eachFoldedByte { byte in
      if state != NameAutomaton.none { state = next(state, byte) }
    }
    if state > 0 { states[Int(state)].name = NameAutomaton.none }
    if state < NameAutomaton.none { tails.removeName(of: state) }
  }

  /// The state behind a byte, which is none of a tail; a new one where there is none yet.
  private mutating func step(from state: Int32, _ byte: UInt8) -> Int32 {
    let known = next(state, byte)
    guard known <= NameAutomaton.none else { return known }
    let target = Int32(states.count)
    let end = Int32(edges.count)
    states.append(State(edges: end..<end, row: NameAutomaton.none, name: NameAutomaton.none))
    if known < NameAutomaton.none {
      branch(off: known, at: target)
      replaceTarget(of: state, by: target, behind: byte)
      return target
    }
    let own = states[Int(state)]
    if own.row != NameAutomaton.none {
      widenRow(of: Int(state), for: byte)
      let row = states[Int(state)]
      targets[Int(row.edges.lowerBound + Int32(byte) - row.row)] = target
    } else {
      // Its edges move to the end, where there is room for one more.
      edges += Array(edges[Int(own.edges.lowerBound)..<Int(own.edges.upperBound)])
      edges.append(Edge(byte: byte, target: target))
      states[Int(state)].edges = end..<Int32(edges.count)
    }
    return target
  }

  /// Makes a state of the first of a tail, from which the rest of the tail goes on.
  private mutating func branch(off tail: Int32, at state: Int32) {
    if let name = tails.withLookup({ $0.name(of: tail) }) {
      states[Int(state)].name = name
    } else {
      let (byte, rest) = tails.step(from: tail)
      states[Int(state)].edges = Int32(edges.count)..<Int32(edges.count + 1)
      edges.append(Edge(byte: byte, target: rest))
    }
  }

  private mutating func replaceTarget(of state: Int32, by target: Int32, behind byte: UInt8) {
    let own = states[Int(state)]
    if own.row != NameAutomaton.none {
      targets[Int(own.edges.lowerBound + Int32(byte) - own.row)] = target
    } else if let edge = own.edges.first(where: { edges[Int($0)].byte == byte }) {
      edges[Int(edge)] = Edge(byte: byte, target: target)
    }
  }

  /// Gives a state a row that holds a byte as well, behind all others, unless its row does.
  private mutating func widenRow(of state: Int, for byte: UInt8) {
    let own = states[state]
    let end = own.row + Int32(own.edges.count)
    guard Int32(byte) < own.row || Int32(byte) >= end else { return }
    let known = own.edges.enumerated().map { offset, place in
      Edge(byte: UInt8(Int(own.row) + offset), target: targets[Int(place)])
    }
    let bytes = UInt8(min(own.row, Int32(byte)))...UInt8(max(end - 1, Int32(byte)))
    addRow(to: state, for: bytes, known)
  }

  /// What is found in one walk over a text.
  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    let walk: Walk
    /// Of the text in what it is a part of.
    let offset: Int
    var found: [Match] = []
    /// Bytes that were followed through the names.
    var work = 0
    /// Where the last match ends; the mark behind it belongs to no other.
    private var end = -1

    init(bytes: UnsafeBufferPointer<UInt8>, walk: Walk, offset: Int) {
      self.bytes = bytes
      self.walk = walk
      self.offset = offset
    }

    /// Gives every place where a word may begin, and how it begins.
    @inline(__always)
    static func eachWord(
      in bytes: UnsafeBufferPointer<UInt8>,
      _ take: (Int, WordHead) -> Void
    ) {
      var position = 0
      while position < bytes.count {
        let head = WordHead(at: position, in: bytes)
        take(position, head)
        position += head.length
        if head.length == 8 { position = WordBytes.endOfLetters(from: position, in: bytes) }
        // Most words end in a space.
        if position < bytes.count, bytes[position] == UInt8(ascii: " ") {
          position += 1
        } else {
          position = WordBytes.endOfWord(from: position, in: bytes)
        }
      }
    }

    /// Keeps the longest name that begins with a word.
    @inline(__always)
    mutating func look(at start: Int, _ head: WordHead) {
      guard walk.mayBegin(with: head, bytes[start]), start > end,
        let match = longestMatch(at: start)
      else { return }
      end = match.range.upperBound
      let range = match.range.lowerBound + offset..<match.range.upperBound + offset
      found.append(Match(range: range, name: match.name))
    }

    private mutating func longestMatch(at start: Int) -> Match? {
      var (state, position): (Int32, Int) = (0, start)
      var (end, name) = (start, NameAutomaton.none)
      while position < bytes.count {
        let byte = bytes[position]
        // Most of every text are ASCII's letters, of which nothing more need be known.
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 {
          state = walk.next(state, byte)
          position += 1
        } else {
          (state, position) = step(from: state, at: position)
        }
        guard state != NameAutomaton.none else { break }
        // The name that ends here, where a word ends as well.
        let ending = walk.name(of: state)
        if ending != NameAutomaton.none, WordBytes.endsWord(at: position, in: bytes) {
          (end, name) = (position, ending)
        }
      }
      work += position - start
      return name == NameAutomaton.none ? nil : Match(range: start..<end, name: Int(name))
    }

    /// The state behind what is no letter of ASCII, and the place behind it.
    private func step(from start: Int32, at position: Int) -> (state: Int32, position: Int) {
      let unit = WordBytes.unit(at: position, in: bytes)
      var (state, end) = (start, position + unit.length)
      // A letter of several bytes is followed byte by byte; marks that count as one are not.
      if unit.folded != 0 {
        state = walk.next(state, unit.folded)
      } else {
        for offset in position..<end where state != NameAutomaton.none {
          state = walk.next(state, bytes[offset])
        }
      }
      if unit.folded == UInt8(ascii: " "), state != NameAutomaton.none {
        end = WordBytes.endOfSpaces(from: end, in: bytes)
      }
      return (state, end)
    }
  }
}
