/// Reads and writes CSL-JSON items; what is read and written back is the same JSON value, but for
/// the order of members.
public enum CSLJSON {
  /// Reads a JSON array of items, or one item alone.
  ///
  /// - Throws: `CSLReadError` when the bytes are no JSON.
  public static func readItems(_ bytes: [UInt8]) throws(CSLReadError) -> [CSLItem] {
    let tree = try readJSON(bytes)
    if let elements = tree.elements { return elements.compactMap(item) }
    return item(tree).map { [$0] } ?? []
  }

  /// The item a JSON object describes; nil for any other JSON value.
  public static func item(_ tree: JSONTree) -> CSLItem? {
    guard case .object(let members) = tree else { return nil }
    var item = CSLItem(id: "", type: "")
    for member in members {
      switch member.name {
      case "id":
        item.id = member.value.text ?? ""
        if case .string = member.value { continue }
        item.fields["id"] = value(member.value, of: "id")
      case "type":
        item.type = member.value.text ?? ""
        if case .string(let text) = member.value, !text.isEmpty { continue }
        item.fields["type"] = value(member.value, of: "type")
      default: item.fields[member.name] = value(member.value, of: member.name)
      }
    }
    return item
  }

  private static func value(_ tree: JSONTree, of name: String) -> CSLValue {
    switch tree {
    case .string(let text): return .text(text)
    case .number(let text): return .number(text)
    case .array(let elements) where nameVariables.contains(name):
      let names = elements.compactMap(CSLJSON.name)
      return names.count == elements.count ? .names(names) : .other(tree)
    case .object where dateVariables.contains(name):
      return .date(date(tree))
    case .null, .bool, .array, .object: return .other(tree)
    }
  }

  /// The variables that hold names.
  static let nameVariables: Set<String> = [
    "author", "chair", "collection-editor", "compiler", "composer", "container-author",
    "contributor", "curator", "director", "editor", "editor-translator", "editorial-director",
    "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer",
    "series-creator", "translator", "authority", "dummy",
  ]

  /// The variables that hold dates.
  static let dateVariables: Set<String> = [
    "accessed", "available-date", "container", "event-date", "issued", "original-date", "submitted",
    "locator-date", "publication-date",
  ]

  private static func name(_ tree: JSONTree) -> CSLName? {
    guard case .object(let members) = tree else { return nil }
    var name = CSLName()
    for member in members {
      guard case .string(let text) = member.value, !text.isEmpty else {
        switch (member.name, member.value) {
        case ("comma-suffix", .bool(true)): name.hasCommaSuffix = true
        case ("static-ordering", .bool(true)): name.isStaticOrdering = true
        default: name.extras.append(member)
        }
        continue
      }
      switch member.name {
      case "family": name.family = text
      case "given": name.given = text
      case "dropping-particle": name.droppingParticle = text
      case "non-dropping-particle": name.nonDroppingParticle = text
      case "suffix": name.suffix = text
      case "literal": name.literal = text
      default: name.extras.append(member)
      }
    }
    return name
  }

  static func date(_ tree: JSONTree) -> CSLDate {
    var date = CSLDate()
    if let raw = tree["raw"]?.text {
      date = parseDate(raw)
    } else if let points = tree["date-parts"]?.elements {
      date.start = points.first.flatMap(point)
      if points.count > 1 {
        date.end = point(points[1])
        date.isOpen = date.end == nil
      }
    }
    if let season = tree["season"]?.text, date.start != nil {
      let number = Int(season).map { $0 > 20 ? $0 - 20 : $0 } ?? seasonInWords(season)
      date.start?.season = number
      date.start?.seasonName = number == nil ? season : nil
    }
    date.isCirca = date.isCirca || (tree["circa"]?.isTruthy ?? false)
    if let literal = tree["literal"]?.text { date.literal = literal }
    date.source = tree
    return date
  }

  private static func seasonInWords(_ text: String) -> Int? {
    parseDate("\(text) 2000").start?.season
  }

  private static func point(_ tree: JSONTree) -> CSLDate.Point? {
    let numbers = (tree.elements ?? []).map { $0.text.flatMap { Int($0.trimmingSpaces()) } }
    guard let first = numbers.first, let year = first, year.magnitude < 100_000_000 else {
      return nil
    }
    var point = CSLDate.Point(year: year)
    // A year 0 marks an open range in the processors' JSON, never a date.
    if year == 0 { return nil }
    if numbers.count > 1 { point.month = numbers[1].flatMap { $0 == 0 ? nil : $0 } }
    if numbers.count > 2 { point.day = numbers[2].flatMap { $0 == 0 ? nil : $0 } }
    return point.normalized() ?? CSLDate.Point(year: year)
  }
}
