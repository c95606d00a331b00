/// A JSON value that keeps the order of members and the spelling of numbers.
public indirect enum JSONTree: Hashable, Sendable {
  /// The word `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as it was written.
  case number(String)
  /// A string with its escapes resolved.
  case string(String)
  /// An array.
  case array([JSONTree])
  /// An object, members in the order of the source.
  case object([Member])

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// The member's value.
    public let value: JSONTree

    /// Makes a member.
    public init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// The value of the first member of that name, if this is an object that has it.
  public subscript(_ name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements, if this is an array.
  public var elements: [JSONTree]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The text of a string or the spelling of a number.
  public var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// Whether the value is true as JavaScript sees it, which is how the suite's files mean it.
  var isTruthy: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .number(let text): text != "0"
    case .string(let text): !text.isEmpty
    case .array, .object: true
    }
  }
}
