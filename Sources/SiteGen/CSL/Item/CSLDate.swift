/// A date, or a range of two, as precise as its source.
public struct CSLDate: Hashable, Sendable {
  /// Year, month and day; what is not known is nil.
  public struct Point: Hashable, Sendable {
    /// The year; negative before our era.
    public var year: Int
    /// 1 to 12.
    public var month: Int?
    /// 1 to 31.
    public var day: Int?
    /// 1 spring, 2 summer, 3 autumn, 4 winter.
    public var season: Int?
    /// A season that is none of the four, in the words of its source.
    public var seasonName: String?

    /// Makes a point in time.
    public init(
      year: Int,
      month: Int? = nil,
      day: Int? = nil,
      season: Int? = nil,
      seasonName: String? = nil
    ) {
      self.year = year
      self.month = month
      self.day = day
      self.season = season
      self.seasonName = seasonName
    }
  }

  /// The date, or the first of the range.
  public var start: Point?
  /// The last of the range.
  public var end: Point?
  /// Whether the range has begun and not ended.
  public var isOpen = false
  /// Whether the date is approximate.
  public var isCirca = false
  /// A date in words, printed as it is.
  public var literal = ""
  /// The JSON this was read from, when `CSLJSON` must give it back unchanged.
  var source: JSONTree?

  /// Makes a date.
  public init(start: Point? = nil, end: Point? = nil, literal: String = "") {
    self.start = start
    self.end = end
    self.literal = literal
  }

  /// Whether the date says nothing.
  public var isEmpty: Bool { start == nil && literal.isEmpty }
}
