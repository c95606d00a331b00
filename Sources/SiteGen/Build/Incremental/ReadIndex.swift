import SiteModel

/// Everything that was read of a site, each once, by number.
struct ReadIndex {
  private(set) var reads: [SiteRead] = []
  private var numbers: [SiteRead: Int32] = [:]

  /// The numbers of what was read, ascending.
  mutating func numbers(of reads: Set<SiteRead>) -> [Int32] {
    reads.map { number(of: $0) }.sorted()
  }

  /// What was read for one thing, numbered as far as its numbers are known.
  struct Numbered: Sendable {
    fileprivate var known: [Int32] = []
    fileprivate var new: [SiteRead] = []
  }

  /// Numbers what was read as far as somebody else has read it before; from any thread.
  func numbered(_ reads: Set<SiteRead>) -> Numbered {
    var result = Numbered()
    result.known.reserveCapacity(reads.count)
    for read in reads {
      if let number = numbers[read] { result.known.append(number) } else { result.new.append(read) }
    }
    result.known.sort()
    return result
  }

  /// The numbers of what was read, ascending.
  mutating func numbers(of reads: Numbered) -> [Int32] {
    reads.new.isEmpty ? reads.known : (reads.known + reads.new.map { number(of: $0) }).sorted()
  }

  /// The number of a read, or nil when nobody read it.
  func known(_ read: SiteRead) -> Int32? { numbers[read] }

  private mutating func number(of read: SiteRead) -> Int32 {
    if let number = numbers[read] { return number }
    let number = Int32(reads.count)
    numbers[read] = number
    reads.append(read)
    return number
  }
}

/// Those reads whose answers are other than before.
struct OtherAnswers {
  /// By number.
  private var isOther: [Bool]
  /// Their numbers, each once.
  private(set) var numbers: [Int32] = []

  /// Whether there is any.
  var isAny: Bool { !numbers.isEmpty }

  init(_ index: ReadIndex) { isOther = Array(repeating: false, count: index.reads.count) }

  mutating func insert(_ number: Int32) {
    let missing = Int(number) + 1 - isOther.count
    if missing > 0 { isOther += Array(repeating: false, count: missing) }
    guard !isOther[Int(number)] else { return }
    isOther[Int(number)] = true
    numbers.append(number)
  }

  /// Adds those that are other elsewhere.
  mutating func formUnion(_ others: OtherAnswers) {
    for number in others.numbers { insert(number) }
  }

  /// Whether one of some reads is among them.
  func reach(_ reads: [Int32]) -> Bool {
    isAny && reads.contains { Int($0) < isOther.count && isOther[Int($0)] }
  }
}

extension ReadIndex {
  /// Compares the answers of two sites to everything that was read.
  func compareAll(_ old: Site, _ new: Site, _ saysTheSame: (EntityID) -> Bool) -> OtherAnswers {
    var others = OtherAnswers(self)
    for (number, read) in reads.enumerated()
    where !old.answersAlike(read, in: new, saysTheSame: saysTheSame) {
      others.insert(Int32(number))
    }
    return others
  }

  /// Compares the answers of two sites to what was read of some entities, and of their kinds; all
  /// others are known to say the same, to have the same names and to stand in the same relations.
  func compare(
    about entities: Set<EntityID>,
    _ old: Site,
    _ new: Site,
    _ saysTheSame: (EntityID) -> Bool,
    into others: inout OtherAnswers
  ) {
    func compare(_ read: SiteRead) {
      guard let number = known(read), !old.answersAlike(read, in: new, saysTheSame: saysTheSame)
      else { return }
      others.insert(number)
    }
    for id in entities {
      compare(.entity(id))
      compare(.texts(id))
      compare(.notes(id))
      compare(.neighbours(id))
      compare(.citations(id))
      compare(.places(id))
      compare(.reference(id))
      for name in RelationName.allCases {
        compare(.outgoing(id, name))
        compare(.incoming(id, name))
      }
    }
    for kind in Set(entities.filter { !saysTheSame($0) }.map(\.kind)) {
      compare(.kind(kind))
      compare(.members(kind))
      compare(.identities(kind))
    }
  }
}
