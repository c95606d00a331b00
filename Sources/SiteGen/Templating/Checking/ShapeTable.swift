/// Shapes and stacks of shapes by number, so that the check compares numbers and never trees.
///
/// Names are numbers too, those of the program; only a field that was not asked for before is looked
/// up by its name. A shape is told by the way to it from the shape of the page: two equal shapes
/// reached by different ways have different numbers.
struct ShapeTable {
  private struct Step: Hashable {
    let from: Int
    /// Number of a field's name, or -1 for the element of a list.
    let name: Int32
  }

  private struct Link: Hashable {
    let outer: Int
    let shape: Int
  }

  /// Number of the shape that anything fits.
  static let anything = 0
  /// Number of the shape of the page.
  static let page = 1

  private let names: NameTable
  private var shapes: [TemplateShape]
  /// Where the steps lead that were taken, and nil for those that lead nowhere.
  private var numbers: [Step: Int?] = [:]
  private var links: [Link] = []
  private var stacks: [Link: Int] = [:]

  init(page: RecordShape, names: NameTable) {
    self.names = names
    shapes = [.anything, .record(page)]
  }

  /// The shape of a number, optional or not.
  func shape(_ number: Int) -> TemplateShape { shapes[number] }

  /// The number of a field's shape; nil when it is no record or has no such field.
  mutating func field(_ name: Int32, of number: Int) -> Int? {
    let step = Step(from: number, name: name)
    if let known = numbers[step] { return known }
    var found: Int?
    switch shapes[number].unwrapped {
    case .anything: found = ShapeTable.anything
    case .record(let record): found = record[names.name(name)].map { self.number(of: $0) }
    case .text, .html, .number, .flag, .list, .optional: break
    }
    numbers[step] = .some(found)
    return found
  }

  /// The number of what a section over a shape is rendered with: the element of a list.
  mutating func element(of number: Int) -> Int {
    guard case .list(let element) = shapes[number].unwrapped else { return number }
    let step = Step(from: number, name: -1)
    if let known = numbers[step] ?? nil { return known }
    let found = self.number(of: element)
    numbers[step] = .some(found)
    return found
  }

  /// The number of a stack with one shape more; -1 is the empty stack.
  ///
  /// A shape on top of itself changes nothing, so the stacks of a recursion come to an end.
  mutating func push(_ shape: Int, on outer: Int) -> Int {
    if outer >= 0, links[outer].shape == shape { return outer }
    let link = Link(outer: outer, shape: shape)
    if let known = stacks[link] { return known }
    links.append(link)
    stacks[link] = links.count - 1
    return links.count - 1
  }

  /// The innermost shape of a stack.
  func top(of stack: Int) -> Int { links[stack].shape }

  /// The shape a name leads to, looked up from the innermost shape outwards.
  mutating func find(_ name: Int32, in stack: Int) -> Int? {
    var stack = stack
    while stack >= 0 {
      if let found = field(name, of: links[stack].shape) { return found }
      stack = links[stack].outer
    }
    return nil
  }

  /// Names visible in a stack, a list for each shape, innermost first.
  func names(in stack: Int) -> [[String]] {
    var found: [[String]] = []
    var stack = stack
    while stack >= 0 {
      found.append(names(of: links[stack].shape))
      stack = links[stack].outer
    }
    return found
  }

  /// Names of the fields of a shape; empty when it is no record.
  func names(of number: Int) -> [String] {
    guard case .record(let record) = shapes[number].unwrapped else { return [] }
    return record.names
  }

  private mutating func number(of shape: TemplateShape) -> Int {
    if case .anything = shape.unwrapped { return ShapeTable.anything }
    shapes.append(shape)
    return shapes.count - 1
  }
}
