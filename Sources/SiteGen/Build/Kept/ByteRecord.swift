/// Values put together into bytes so that no two lists of values give the same: numbers of eight
/// bytes, the smallest first, and before all that is longer or shorter its length.
struct ByteRecord {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ data: [UInt8]) {
    add(data.count)
    bytes.append(contentsOf: data)
  }

  /// A value that may be missing: whether it is there, then the value.
  mutating func add<Value>(_ value: Value?, _ add: (inout ByteRecord, Value) -> Void) {
    self.add(value != nil)
    if let value { add(&self, value) }
  }

  /// How many values there are, then the values.
  mutating func add<Value>(_ list: [Value], _ add: (inout ByteRecord, Value) -> Void) {
    self.add(list.count)
    for value in list { add(&self, value) }
  }
}

/// Bytes do not hold what should be read from them.
struct BrokenRecord: Error {}

/// Takes values from bytes that a `ByteRecord` put together, in the order they were put in.
///
/// It gives those values or throws, whatever the bytes are.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(BrokenRecord) -> Int {
    Int(Int64(bitPattern: try unsigned()))
  }

  mutating func unsigned() throws(BrokenRecord) -> UInt64 {
    var number: UInt64 = 0
    for byte in try take(8).reversed() { number = number << 8 | UInt64(byte) }
    return number
  }

  mutating func flag() throws(BrokenRecord) -> Bool {
    switch try unsigned() {
    case 0: false
    case 1: true
    default: throw BrokenRecord()
    }
  }

  mutating func text() throws(BrokenRecord) -> String {
    guard let text = String(validating: try take(number()), as: UTF8.self) else {
      throw BrokenRecord()
    }
    return text
  }

  mutating func data() throws(BrokenRecord) -> [UInt8] { Array(try take(number())) }

  mutating func optional<Value>(
    _ read: (inout ByteReader) throws(BrokenRecord) -> Value
  ) throws(BrokenRecord) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(
    _ read: (inout ByteReader) throws(BrokenRecord) -> Value
  ) throws(BrokenRecord) -> [Value] {
    let count = try number()
    // Every value takes a byte at least, so a wrong count asks for no memory.
    guard (0...rest.count).contains(count) else { throw BrokenRecord() }
    var list: [Value] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try read(&self)) }
    return list
  }

  private mutating func take(_ count: Int) throws(BrokenRecord) -> ArraySlice<UInt8> {
    guard (0...rest.count).contains(count) else { throw BrokenRecord() }
    let taken = rest.prefix(count)
    rest = rest.dropFirst(count)
    return taken
  }
}
