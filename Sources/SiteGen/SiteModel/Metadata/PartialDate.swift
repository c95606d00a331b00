/// A date known to the year, the month or the day (ISO 8601 calendar dates, EDTF level 0).
public struct PartialDate: Hashable, Sendable, Comparable {
  /// Year, 1 to 9999.
  public let year: Int
  /// Month, 1 to 12, or nil when unknown.
  public let month: Int?
  /// Day of the month, or nil when unknown; never without a month.
  public let day: Int?

  /// Accepts a date that exists, nil for any other.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...PartialDate.length(ofMonth: month, year: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2021`, `2021-11` or `2021-11-09`.
  public init?(_ text: String) {
    var rest = text.utf8[...]
    guard let year = PartialDate.number(of: 4, from: &rest) else { return nil }
    var others: [Int] = []
    while let hyphen = rest.popFirst() {
      guard hyphen == UInt8(ascii: "-"), others.count < 2,
        let number = PartialDate.number(of: 2, from: &rest)
      else { return nil }
      others.append(number)
    }
    self.init(year: year, month: others.first, day: others.count > 1 ? others[1] : nil)
  }

  /// Reads `9/11/2021` and `09.11.2021`, as many write it; to say how it is written here.
  public init?(dayFirst text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    guard parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2,
      let year = Int(parts[2]), let month = Int(parts[1]), let day = Int(parts[0])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The form `init(_:)` reads.
  public var isoText: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    PartialDate.append(year, digits: 4, to: &bytes)
    for part in [month, day].lazy.compactMap(\.self) {
      bytes.append(UInt8(ascii: "-"))
      PartialDate.append(part, digits: 2, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Orders by year, then month, then day; the unknown comes before the known.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  /// Whether it is not later than another, as far as both are known: `2021` and `2021-11` are not
  /// later than each other.
  public func isNotAfter(_ other: PartialDate) -> Bool {
    if year != other.year { return year < other.year }
    guard let month, let otherMonth = other.month, month == otherMonth else {
      return (month ?? 0) <= (other.month ?? 12)
    }
    return (day ?? 0) <= (other.day ?? 31)
  }

  /// The first day that it may mean.
  public var firstDay: PartialDate {
    PartialDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// Takes a number of so many digits from the front; nil where there is none.
  private static func number(of digits: Int, from text: inout Substring.UTF8View) -> Int? {
    var number = 0
    for _ in 0..<digits {
      guard let byte = text.popFirst(), (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var unit = digits == 4 ? 1000 : 10
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
