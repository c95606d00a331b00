extension CSLJSON {
  /// Writes items as a JSON array, an item a line, `id` and `type` first, the other members by name.
  ///
  /// Reading the result gives equal items.
  public static func writeItems(_ items: [CSLItem]) -> [UInt8] {
    guard !items.isEmpty else { return Array("[]\n".utf8) }
    var bytes: [UInt8] = Array("[\n".utf8)
    for (index, item) in items.enumerated() {
      bytes += "  ".utf8
      appendJSON(tree(of: item), to: &bytes)
      bytes += (index + 1 < items.count ? ",\n" : "\n").utf8
    }
    return bytes + "]\n".utf8
  }

  /// The JSON object of an item; members without content of their own (an empty type) are left out.
  public static func tree(of item: CSLItem) -> JSONTree {
    var members = [JSONTree.Member("id", .string(item.id))]
    if !item.type.isEmpty { members.append(.init("type", .string(item.type))) }
    for (variable, value) in item.fields.sorted(by: { $0.key < $1.key }) {
      members.append(.init(variable, tree(of: value, in: variable)))
    }
    return .object(members)
  }

  private static func tree(of value: CSLValue, in variable: String) -> JSONTree {
    switch value {
    case .text(let text): return .string(text)
    case .number(let text): return .number(text)
    case .names(let names): return .array(names.map(tree(of:)))
    case .other(let tree): return tree
    case .date(let date):
      // What was read is given back as it was, unless the date has been changed since.
      if let source = date.source,
        item(.object([.init(variable, source)]))?.fields[variable] == value
      {
        return source
      }
      return tree(of: date)
    }
  }

  private static func tree(of name: CSLName) -> JSONTree {
    let texts = [
      ("family", name.family), ("given", name.given), ("dropping-particle", name.droppingParticle),
      ("non-dropping-particle", name.nonDroppingParticle), ("suffix", name.suffix),
    ]
    var members = texts.filter { !$0.1.isEmpty }.map { JSONTree.Member($0.0, .string($0.1)) }
    if name.hasCommaSuffix { members.append(.init("comma-suffix", .bool(true))) }
    if name.isStaticOrdering { members.append(.init("static-ordering", .bool(true))) }
    if !name.literal.isEmpty { members.append(.init("literal", .string(name.literal))) }
    return .object(members + name.extras)
  }

  private static func tree(of date: CSLDate) -> JSONTree {
    var members: [JSONTree.Member] = []
    if let start = date.start {
      var points = [tree(of: start)]
      if let end = date.end { points.append(tree(of: end)) }
      // The JSON of the processors closes an open range with a year 0.
      if date.end == nil, date.isOpen { points.append(.array([.number("0")])) }
      members.append(.init("date-parts", .array(points)))
      if let season = start.season, date.end?.season == nil {
        members.append(.init("season", .number(String(season))))
      }
    }
    if date.isCirca { members.append(.init("circa", .bool(true))) }
    if !date.literal.isEmpty { members.append(.init("literal", .string(date.literal))) }
    return .object(members)
  }

  private static func tree(of point: CSLDate.Point) -> JSONTree {
    var parts = [point.year]
    // Months 21 to 24 are the seasons, in the manner of EDTF.
    if let month = point.month ?? point.season.map({ $0 + 20 }) {
      parts.append(month)
      if let day = point.day { parts.append(day) }
    }
    return .array(parts.map { .number(String($0)) })
  }
}
