/// The bytes with which names go on where no other name does, one after another.
///
/// Behind each stand a zero and the number of the name in four bytes. A place among these bytes is a
/// state of the automaton below -1: most of the bytes of all names are such places, which would take
/// twenty-four times the room as states with an edge.
struct NameTails: Sendable {
  private var bytes: [UInt8] = []

  private static func place(of state: Int32) -> Int { Int(-2 - state) }

  /// Adds a tail; gives the state in front of it, or nil where it holds a zero itself.
  mutating func append(_ tail: ArraySlice<UInt8>, of name: Int32) -> Int32? {
    guard !tail.contains(0) else { return nil }
    let state = Int32(-2 - bytes.count)
    bytes += tail
    bytes.append(0)
    withUnsafeBytes(of: name) { bytes += $0 }
    return state
  }

  /// The byte behind a state at which no name ends, and the state behind that.
  func step(from state: Int32) -> (byte: UInt8, rest: Int32) {
    (bytes[NameTails.place(of: state)], state - 1)
  }

  /// Takes the name away that ends at a state, if one does.
  mutating func removeName(of state: Int32) {
    let place = NameTails.place(of: state)
    guard bytes[place] == 0 else { return }
    for offset in 1...4 { bytes[place + offset] = 0xFF }
  }

  /// Where tails lead, for one walk.
  struct Lookup {
    fileprivate let bytes: UnsafeRawBufferPointer

    /// The state behind a byte, or nil.
    @inline(__always)
    func next(_ state: Int32, _ byte: UInt8) -> Int32? {
      bytes[NameTails.place(of: state)] == byte && byte != 0 ? state - 1 : nil
    }

    /// The name that ends at a state, or nil; -1 of one that was taken away.
    @inline(__always)
    func name(of state: Int32) -> Int32? {
      let place = NameTails.place(of: state)
      guard bytes[place] == 0 else { return nil }
      return bytes.loadUnaligned(fromByteOffset: place + 1, as: Int32.self)
    }
  }

  func withLookup<Result>(_ use: (Lookup) -> Result) -> Result {
    bytes.withUnsafeBytes { use(Lookup(bytes: $0)) }
  }
}
