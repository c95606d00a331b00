extension CSLJSON {
  /// The items as a JSON array, the members of each in the order of their names after `id` and
  /// `type`.
  public static func writeItems(_ items: [CSLItem]) -> [UInt8] {
    JSONTree.array(items.map { tree(of: $0) }).bytes()
  }

  /// The JSON object of an item.
  public static func tree(of item: CSLItem) -> JSONTree {
    var members: [JSONTree.Member] = []
    members.reserveCapacity(item.fields.count + 2)
    if item.fields["id"] == nil { members.append(.init("id", .string(item.id))) }
    if !item.type.isEmpty { members.append(.init("type", .string(item.type))) }
    for (name, value) in item.fields.sorted(by: { $0.key < $1.key }) {
      members.append(.init(name, tree(of: value)))
    }
    return .object(members)
  }

  private static func tree(of value: CSLValue) -> JSONTree {
    switch value {
    case .text(let text): .string(text)
    case .number(let text): .number(text)
    case .names(let names): .array(names.map { tree(of: $0) })
    case .date(let date): unchangedSource(of: date) ?? tree(of: date)
    case .other(let tree): tree
    }
  }

  /// The JSON a date was read from, unless the date has been changed since.
  private static func unchangedSource(of date: CSLDate) -> JSONTree? {
    guard let source = date.source, CSLJSON.date(source) == date else { return nil }
    return source
  }

  private static func tree(of name: CSLName) -> JSONTree {
    var members: [JSONTree.Member] = []
    func add(_ field: String, _ text: String) {
      if !text.isEmpty { members.append(.init(field, .string(text))) }
    }
    add("family", name.family)
    add("given", name.given)
    add("dropping-particle", name.droppingParticle)
    add("non-dropping-particle", name.nonDroppingParticle)
    add("suffix", name.suffix)
    add("literal", name.literal)
    if name.hasCommaSuffix { members.append(.init("comma-suffix", .bool(true))) }
    if name.isStaticOrdering { members.append(.init("static-ordering", .bool(true))) }
    return .object(members + name.extras)
  }

  private static func tree(of date: CSLDate) -> JSONTree {
    var members: [JSONTree.Member] = []
    var points = [date.start, date.end].compactMap { $0 }.map { parts(of: $0) }
    if date.isOpen { points.append(.array([.number("0")])) }
    if !points.isEmpty { members.append(.init("date-parts", .array(points))) }
    if let season = date.start?.season {
      members.append(.init("season", .number(String(season))))
    } else if let season = date.start?.seasonName {
      members.append(.init("season", .string(season)))
    }
    if date.isCirca { members.append(.init("circa", .bool(true))) }
    if !date.literal.isEmpty { members.append(.init("literal", .string(date.literal))) }
    return .object(members)
  }

  private static func parts(of point: CSLDate.Point) -> JSONTree {
    var numbers = [point.year]
    if let month = point.month { numbers.append(month) }
    if let day = point.day, numbers.count == 2 { numbers.append(day) }
    return .array(numbers.map { .number(String($0)) })
  }
}
