public import Diagnostics
import Markup

/// All templates of a site, compiled: Mustache 1.4 with inheritance and dynamic names, without
/// lambdas.
///
/// Trivial values in flat arrays: many workers may render with one set at a time. `{{name}}`
/// escapes `&`, `<`, `>` and `"`, so templates put attributes in double quotes.
public struct TemplateSet: Sendable {
  let program: Program
  /// What each template asks for (`Program.findAskedNames`): nothing else is laid out for it.
  private let asked: [[Bool]]
  private let memory = ArenaStore()

  private init(program: Program) {
    self.program = program
    asked = program.findAskedNames()
  }

  /// Compiles the `.mustache` files below a folder; other files are passed over.
  ///
  /// A template is named by its path below `root` without the ending: `partials/nav` is
  /// `Templates/partials/nav.mustache`. The set can be used in spite of diagnostics and then
  /// renders as the specification says: what is missing is empty. Linear in the size of the files.
  ///
  /// Diagnostics: TPL001 to TPL013, sorted for printing.
  public static func compile(_ files: [SourceFile], root: String) -> Diagnosed<TemplateSet> {
    let compiled = compileTemplates(files, root: root)
    return Diagnosed(TemplateSet(program: compiled.value), compiled.diagnostics)
  }

  /// Names of the templates, sorted by their bytes.
  public var names: [String] {
    program.bodies.indices.filter { !program.bodies[$0].isEmpty }
      .map { program.templates.name(Int32($0)) }
      .sorted { $0.precedesInBytes($1) }
  }

  /// Whether there is a template of this name.
  public func contains(_ name: String) -> Bool { entry(of: name) != nil }

  /// What would go wrong in pages of a shape: misspelt names, text written unescaped, HTML written
  /// escaped, values that cannot be written.
  ///
  /// Follows partials, parents and blocks with the names visible where they are used; what a
  /// dynamic name leads to cannot be known and is not followed. A field that is optional may be
  /// written, and is empty when absent. Linear in the templates for each way they are used.
  ///
  /// Diagnostics: TPL007, TPL011 and TPL020 to TPL026, sorted for printing.
  public func check(_ template: String, against shape: RecordShape) -> [Diagnostic] {
    guard let entry = entry(of: template) else {
      let hint = suggestion(for: template, among: names)
      return [
        Diagnostic(
          TemplatingDiagnostics.unknownTemplate,
          .error,
          at: nil,
          "unknown template \"\(template)\"\(hint)"
        )
      ]
    }
    return ShapeCheck.diagnostics(of: program, from: entry, against: shape)
  }

  /// Gives the bytes of a page; a context that nobody else holds is taken to pieces, not copied.
  ///
  /// What the context does not hold is empty: `check(_:against:)` finds misspelt names before.
  /// The template must exist. A template that goes on including itself is cut short at a depth of
  /// a thousand inclusions.
  public func render(_ template: String, _ context: consuming TemplateRecord) -> [UInt8] {
    render(template, value: .record(consume context))
  }

  /// Gives the bytes of a page made from any value, which `{{.}}` names.
  public func render(_ template: String, value: consuming TemplateValue) -> [UInt8] {
    renderCountingSteps(template, consume value).page
  }

  /// Renders and gives besides the number of instructions done.
  func renderCountingSteps(
    _ template: String,
    _ value: consuming TemplateValue
  ) -> (page: [UInt8], steps: Int) {
    guard let number = program.templates.number(of: template), let entry = entry(of: template)
    else { preconditionFailure("a page names a template that was never compiled: \(template)") }
    let memory = self.memory.take(Int(number)) {
      let names = AskableNames(program.names, asked: asked[Int(number)])
      return ArenaMemory(layouts: RecordLayouts(of: names), opening: nil)
    }
    let arena = ContextArena(consume value, memory)
    var steps = 0
    let page = [UInt8](room: roomForPage(showing: arena.byteCount)) { page in
      arena.withView { view in
        var interpreter = Interpreter(arena: view)
        interpreter.run(program, from: entry, into: &page)
        steps = interpreter.steps
      }
    }
    self.memory.giveBack(arena.memory, of: Int(number))
    return (page, steps)
  }

  /// How many bytes to begin a page with, that few need more.
  ///
  /// Pages print what they show, and their templates, which are most of long lists; memory that a long
  /// page does not touch costs nothing.
  private func roomForPage(showing count: Int) -> Int {
    count < 1 << 20 ? max(32 * 1024, count / 2 * 3) : 3 * count
  }

  /// The first instruction of a template, or nil when there is no such template.
  func entry(of template: String) -> Int? {
    guard let number = program.templates.number(of: template) else { return nil }
    let body = program.bodies[Int(number)]
    return body.isEmpty ? nil : body.lowerBound
  }
}

extension TemplateSet: Hashable {
  /// Whether both are the same templates.
  public static func == (left: TemplateSet, right: TemplateSet) -> Bool {
    left.program == right.program
  }

  /// Feeds only sizes to the hasher: a key is hashed for every page, and few sets ever differ.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(program.literals.count)
    hasher.combine(program.instructions.count)
  }
}
