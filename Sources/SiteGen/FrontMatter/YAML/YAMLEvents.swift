import CLibYAML

/// What a text of YAML says, one thing after the other; the only place that knows libyaml.
///
/// libyaml builds nothing itself: it reads a text once, and each event is taken as it comes.
struct YAMLEvents: ~Copyable {
  /// libyaml keeps addresses into its own state, which therefore stays where it is.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter text: UTF-8, not empty, which stays where it is for as long as its events are asked for.
  init(of text: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; an end where the text has ended.
  ///
  /// - Throws: what breaks the rules of YAML; there are no events behind it.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLProblem(of: parser.pointee) }
    defer { yaml_event_delete(&event) }
    let data = event.data
    switch event.type {
    case YAML_SCALAR_EVENT:
      let text = UnsafeBufferPointer(start: data.scalar.value, count: data.scalar.length)
      return YAMLEvent(
        .scalar(
          String(decoding: text, as: UTF8.self),
          isPlain: data.scalar.style == YAML_PLAIN_SCALAR_STYLE
        ),
        at: event.start_mark,
        anchor: data.scalar.anchor
      )
    case YAML_SEQUENCE_START_EVENT:
      return YAMLEvent(.sequence, at: event.start_mark, anchor: data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT:
      return YAMLEvent(.mapping, at: event.start_mark, anchor: data.mapping_start.anchor)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(.alias, at: event.start_mark, anchor: data.alias.anchor)
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT:
      return YAMLEvent(.start, at: event.start_mark)
    default:
      return YAMLEvent(.end, at: event.start_mark)
    }
  }
}

/// One thing that a text of YAML says.
struct YAMLEvent {
  /// What is said.
  enum Content {
    /// A text; a plain one stands between no quotes and is no block.
    case scalar(String, isPlain: Bool)
    /// What follows, up to an end, are elements of a list.
    case sequence
    /// What follows, up to an end, are names and values in turn.
    case mapping
    /// What stands at the anchor is said again.
    case alias
    /// The text, or a document in it, begins.
    case start
    /// What began last ends: a list, a mapping, a document or the text.
    case end
  }

  let content: Content
  let mark: YAMLMark
  /// The name that what begins here has for aliases, or that an alias asks for.
  let anchor: String?

  fileprivate init(
    _ content: Content,
    at mark: yaml_mark_t,
    anchor: UnsafeMutablePointer<yaml_char_t>? = nil
  ) {
    self.content = content
    self.mark = YAMLMark(mark)
    self.anchor = anchor.map { String(cString: $0) }
  }
}

/// A place in a text of YAML, both numbers from 0.
struct YAMLMark {
  let line: Int
  /// Counted in Unicode scalars.
  let column: Int

  fileprivate init(_ mark: yaml_mark_t) {
    (line, column) = (mark.line, mark.column)
  }
}

/// What in a text breaks the rules of YAML, in the words of libyaml.
struct YAMLProblem: Error {
  /// Where it was met.
  enum Place {
    case mark(YAMLMark)
    /// Bytes before it, where a byte may not stand in any text.
    case offset(Int)
  }

  let words: String
  let place: Place
  /// What was being read, and where it began.
  let begun: (words: String, mark: YAMLMark)?

  fileprivate init(of parser: yaml_parser_t) {
    words = parser.problem.map { String(cString: $0) } ?? "not enough memory"
    place =
      parser.error == YAML_READER_ERROR
      ? .offset(parser.problem_offset) : .mark(YAMLMark(parser.problem_mark))
    begun = parser.context.map { (String(cString: $0), YAMLMark(parser.context_mark)) }
  }
}
