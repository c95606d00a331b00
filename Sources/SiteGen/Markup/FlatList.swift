/// A list of trivial values that grows at its end, for what millions of values are appended to.
///
/// An array asks at every change whether someone else holds it; this list cannot be copied, so it
/// need not ask. It alone writes to its memory, always behind `makeRoom`.
public struct FlatList<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<Element>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0
  /// Whether the memory is another's.
  @usableFromInline var isLent = false

  /// Makes an empty list with room for so many values.
  @inlinable
  public init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  @inlinable
  deinit { if !isLent { memory.deallocate() } }

  /// Makes an empty list in the memory of another, which must outlive it.
  @inlinable
  init(lent memory: UnsafeMutableBufferPointer<Element>) {
    guard let start = memory.baseAddress else { preconditionFailure("no memory is lent") }
    self.memory = start
    capacity = memory.count
    isLent = true
  }

  /// How many values it holds.
  @inlinable public var count: Int { length }

  /// A value that was appended before.
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < length, "a place outside of the list")
      return memory[index]
    }
    set {
      precondition(index >= 0 && index < length, "a place outside of the list")
      memory[index] = newValue
    }
  }

  /// Appends one value.
  @inlinable
  public mutating func append(_ element: Element) {
    makeRoom(for: 1)
    memory[length] = element
    length += 1
  }

  /// Appends the same value several times.
  @inlinable
  public mutating func append(repeating element: Element, count: Int) {
    makeRoom(for: count)
    (memory + length).initialize(repeating: element, count: count)
    length += count
  }

  /// Appends values that stand in a row elsewhere.
  @inlinable
  public mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress else { return }
    makeRoom(for: elements.count)
    (memory + length).initialize(from: source, count: elements.count)
    length += elements.count
  }

  /// Appends values of an array.
  @inlinable
  public mutating func append(contentsOf elements: ArraySlice<Element>) {
    elements.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Removes the last values.
  @inlinable
  public mutating func removeLast(_ count: Int = 1) {
    precondition(count >= 0 && count <= length, "more values than there are")
    length -= count
  }

  /// Lets someone look at all values for as long as the closure runs.
  @inlinable
  public borrowing func withUnsafeBufferPointer<Result>(
    _ look: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    look(UnsafeBufferPointer(start: memory, count: length))
  }

  @inlinable
  mutating func makeRoom(for count: Int) {
    if capacity - length < count { grow(by: count) }
  }

  @inlinable
  @inline(never)
  mutating func grow(by count: Int) {
    capacity = Swift.max(2 * capacity, length + count)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: memory, count: length)
    if !isLent { memory.deallocate() }
    (memory, isLent) = (larger, false)
  }
}

extension FlatList where Element == UInt8 {
  /// Appends the text in UTF-8.
  @inlinable
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Appends a text that is known when the program is written.
  @inlinable
  public mutating func append(literal text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number in decimal digits; most numbers need no text in between.
  @inlinable
  public mutating func append(decimal number: Int) {
    guard 0..<100_000_000 ~= number else { return append(String(number)) }
    var (rest, digits, count) = (UInt64(number), UInt64(0), 0)
    repeat {
      digits = digits << 8 | (UInt64(UInt8(ascii: "0")) + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    append(digits, count: count)
  }

  /// Appends the lowest bytes of a word, at most eight, the lowest first.
  @inlinable
  public mutating func append(_ word: UInt64, count: Int) {
    precondition(count <= 8, "more bytes than a word has")
    makeRoom(for: 8)
    UnsafeMutableRawPointer(memory + length)
      .storeBytes(of: word.littleEndian, as: UInt64.self)
    length += count
  }

  /// Appends bytes of a range, sixteen at a time, up to the first that is marked; gives its place, or
  /// the end.
  ///
  /// What stands behind the range is shown as well, and zeros behind the end of all.
  @inlinable
  @inline(__always)
  public mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    in range: Range<Int>,
    upTo marks: (SIMD16<UInt8>) -> ByteMarks
  ) -> Int {
    let start = range.lowerBound
    precondition(start >= 0 && range.upperBound <= bytes.count, "a place outside of the bytes")
    // Vectors are written whole, what of them is too much is written over later.
    makeRoom(for: range.count + 16)
    let target = UnsafeMutableRawPointer(memory + length)
    var place = start
    var end = range.upperBound
    while place < range.upperBound {
      let vector = bytes.vector(at: place)
      target.storeBytes(of: vector, toByteOffset: place - start, as: SIMD16<UInt8>.self)
      if let found = marks(vector).firstPlace {
        end = Swift.min(end, place + found)
        break
      }
      place += 16
    }
    length += end - start
    return end
  }
}

extension [UInt8] {
  /// The bytes that are appended to a list, which writes to the array's own memory as long as that has
  /// room.
  @inlinable
  public init(room: Int, appending append: (inout FlatList<UInt8>) -> Void) {
    var copy: [UInt8]?
    self.init(unsafeUninitializedCapacity: Swift.max(1, room)) { memory, count in
      var list = FlatList(lent: memory)
      append(&list)
      guard !list.isLent else { return count = list.count }
      copy = list.withUnsafeBufferPointer { Array($0) }
    }
    if let copy { self = copy }
  }

  /// Appends all bytes of a list.
  @inlinable
  public mutating func append(contentsOf bytes: borrowing FlatList<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
