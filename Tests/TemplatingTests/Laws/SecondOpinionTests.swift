import Diagnostics
import Mustache
import Templating
import Support
import Testing

/// Random templates and values through this engine and through another one.
struct SecondOpinionTests {
  @Test(arguments: 0..<500 as Range<UInt64>)
  func bothEnginesAgree(seed: UInt64) throws {
    var random = RandomTemplate(seed: seed)
    let partials = (0..<3).map { random.partial($0) }
    let main = random.text(depth: 3, partials: 0..<3)
    let value = random.record(depth: 3)

    var library = MustacheLibrary()
    for (index, partial) in partials.enumerated() {
      try library.register(partial, named: "p\(index)")
    }
    try library.register(main, named: "main")
    let theirs = library.render(plain(value), withTemplate: "main")

    let texts = [("main", main)] + partials.enumerated().map { ("p\($0)", $1) }
    let files = texts.map { SourceFile(path: "T/\($0).mustache", text: $1) }
    let compiled = TemplateSet.compile(files, root: "T")
    let output = compiled.value.render("main", value: value)
    let ours = String(decoding: output, as: UTF8.self)
    #expect(ours == theirs, "seed \(seed)\n\(texts)\n\(value)")
    #expect(compiled.diagnostics.isEmpty, "seed \(seed)")
    let again = compiled.value.render("main", value: sharing(value))
    #expect(again == output, "seed \(seed), shared")
  }

  /// The value with every record sharing all its fields but the first, which hides another.
  private func sharing(_ value: TemplateValue) -> TemplateValue {
    switch value {
    case .absent, .text, .html, .number, .decimal, .flag: return value
    case .list(let values): return .list(values.map(sharing))
    case .record(let record):
      let fields = record.names.map { ($0, sharing(record[$0] ?? .absent)) }
      let hidden = fields.prefix(1).map { ($0.0, TemplateValue.text("hidden")) }
      let shared = SharedFields(TemplateRecord(hidden + fields.dropFirst()))
      return .record(TemplateRecord(shared, adding: TemplateRecord(Array(fields.prefix(1)))))
    }
  }

  /// The value in the form the other engine reads.
  private func plain(_ value: TemplateValue) -> any Sendable {
    switch value {
    case .absent: Absence()
    case .text(let text): text
    case .html(let bytes): String(decoding: bytes, as: UTF8.self)
    case .number(let number): number
    case .decimal(let number): number
    case .flag(let flag): flag
    case .list(let values): values.map(plain)
    case .record(let record):
      Dictionary(uniqueKeysWithValues: record.names.map { ($0, plain(record[$0] ?? .absent)) })
    }
  }

  /// The other engine's way to say that a value is there and null.
  private struct Absence: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}

/// Random templates, kept to where the other engine follows the specification.
///
/// - No empty texts: they are true there, false here (documented at `TemplateValue`).
/// - No apostrophes in values: it escapes them, the specification does not ask for it.
/// - Lists, records and whole decimals are never written: it prints Swift's descriptions.
/// - Sections over `true` do not push it there, so flags are never inside a list, and `{{.}}` is
///   written only directly in a section over a list of texts or numbers.
/// - Comments and delimiter tags stand alone, without blanks before them, or in the middle of a
///   line: it loses or keeps blanks before them otherwise.
/// - Partials are never indented: it indents the parts of a nested section wrongly.
/// - Both tags of a section stand alone or neither does: behind a section that opens within a line
///   and closes on its own it forgets that a line begins.
private struct RandomTemplate {
  private var random: SeededGenerator
  private static let names = ["a", "b", "c", "d", "e"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A partial calls only those after it, so that none is endless.
  mutating func partial(_ index: Int) -> String { text(depth: 2, partials: index + 1..<3) }

  mutating func text(depth: Int, partials: Range<Int>) -> String {
    (0..<Int.random(in: 1...6, using: &random))
      .map { _ in piece(depth: depth, partials: partials) }
      .joined()
  }

  private mutating func piece(depth: Int, partials: Range<Int>) -> String {
    switch Int.random(in: 0..<14, using: &random) {
    case 0...3: return random.pick(["x", " y ", "\n", "<p>", "é\n", "{;", " } ", "\r\n", "z\n\n"])
    case 4, 5: return tag(leaf(), open: "{{", close: "}}")
    case 6: return random.pick(["{{{\(leaf())}}}", "{{& \(leaf()) }}"])
    case 7: return random.pick(["x{{! note }}y", "\n{{! two\nlines }}\n"])
    case 8: return "x{{=<% %>=}}<%\(leaf())%><%={{ }}=%>y"
    case 9, 10:
      guard let index = partials.randomElement(using: &random) else { return "-" }
      return random.pick(["[{{>p\(index)}}]", "\n{{> p\(index) }}\n"])
    case 11: return "{{#\(items())}}({{.}}){{/\(lastItems)}}"
    default: return depth > 0 ? section(depth: depth, partials: partials) : "."
    }
  }

  private mutating func section(depth: Int, partials: Range<Int>) -> String {
    let name = random.pick(Self.names) + (random.chance(25) ? "." + random.pick(Self.names) : "")
    let body = text(depth: depth - 1, partials: partials)
    let sign = random.pick(["#", "^"])
    if random.chance(50) { return "{{\(sign)\(name)}},\(body),{{/\(name)}}" }
    let indent = random.pick(["", "  ", "\t"])
    return "\n\(indent){{\(sign)\(name)}}\n\(body)\n\(indent){{/ \(name) }}\n"
  }

  private mutating func tag(_ name: String, open: String, close: String) -> String {
    let padding = random.pick(["", " "])
    return open + padding + name + padding + close
  }

  /// A name that leads to something written alike by both, or nowhere.
  private mutating func leaf() -> String {
    let leaf = random.pick(["s", "t", "n", "q"])
    return random.chance(30) ? random.pick(Self.names) + "." + leaf : leaf
  }

  private var lastItems = "items"

  private mutating func items() -> String {
    lastItems = random.pick(["items", "a.items", "none"])
    return lastItems
  }

  mutating func record(depth: Int) -> TemplateValue {
    var fields: [(String, TemplateValue)] = []
    let texts: [TemplateValue] = ["v", "<&\">", "é", "two words"]
    for name in ["s", "t"] where random.chance(70) { fields.append((name, random.pick(texts))) }
    if random.chance(60) { fields.append(("n", random.pick([0, 7, -3, .decimal(1.21)]))) }
    if random.chance(50) {
      fields.append(("items", random.pick([["i", "<j>"], [1, 2, 3], .list([])])))
    }
    for name in Self.names where random.chance(75) {
      fields.append((name, value(depth: depth - 1)))
    }
    return .record(TemplateRecord(fields))
  }

  private mutating func value(depth: Int) -> TemplateValue {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return random.pick([true, false])
    case 1: return .absent
    case 2: return random.pick(["text", 0, .decimal(2.5)])
    case 3 where depth > 0, 4 where depth > 0, 5 where depth > 0: return record(depth: depth)
    case 6 where depth > 0, 7 where depth > 0:
      return .list((0..<Int.random(in: 0...3, using: &random)).map { _ in record(depth: depth) })
    default: return .list([])
    }
  }
}
