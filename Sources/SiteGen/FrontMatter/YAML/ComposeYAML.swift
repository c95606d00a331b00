import Diagnostics

/// Puts together the values of one text of YAML from its events, each looked at once.
///
/// Every plain text stays a text, as every field here is one until somebody asks for a number; only
/// null is nothing. Tags say nothing.
struct YAMLComposer: ~Copyable {
  /// Values that a text may hold, those of an alias counted wherever it is used.
  private static let limit = 200_000
  /// Lists and mappings within each other; nobody writes that many, and each takes room on the stack.
  private static let depthLimit = 100

  private var events: YAMLEvents
  private var places: YAMLPlaces
  private var anchored: [String: Anchored] = [:]
  private var count = 0
  /// That there are more values than there may be, once that is so.
  private(set) var overflow: Diagnostic?

  /// What an alias stands for.
  private struct Anchored {
    let value: FieldValue?
    let count: Int
    /// What it says as a name.
    let name: Spanned<String>?
  }

  /// - Parameters:
  ///   - text: UTF-8, not empty, which stays where it is while it is composed.
  ///   - places: of the same text in its file.
  init(_ text: UnsafeBufferPointer<UInt8>, _ places: YAMLPlaces) {
    events = YAMLEvents(of: text)
    self.places = places
  }

  /// The value of the text, which holds one document; nil for none and for null.
  mutating func compose() throws(YAMLFault) -> FieldValue? {
    // The text begins, and in it a document, unless there is none.
    _ = try next()
    guard case .start = try next().content else { return nil }
    let root = try value(of: try next(), depth: 0)
    // The document ends, and the text should.
    _ = try next()
    let end = try next()
    guard case .end = end.content else {
      throw YAMLFault("a second text of fields begins here", at: places.span(at: end.mark))
    }
    return root
  }

  private mutating func next() throws(YAMLFault) -> YAMLEvent {
    do { return try events.next() } catch { throw YAMLFault(error, &places) }
  }

  /// The value that begins with an event; nil for null and for what lies past the limit.
  private mutating func value(
    of event: YAMLEvent,
    depth: Int
  ) throws(YAMLFault) -> FieldValue? {
    let before = count
    let value: FieldValue
    switch event.content {
    case .scalar(let text, let isPlain):
      take(1, at: event.mark)
      let scalar = scalar(text, isPlain: isPlain, of: event)
      return overflow == nil ? scalar.value : nil
    case .sequence:
      take(1, at: event.mark)
      let span = places.span(ofLineFrom: event.mark)
      value = .sequence(try elements(of: event, depth: depth + 1), span)
    case .mapping:
      take(1, at: event.mark)
      let span = places.span(ofLineFrom: event.mark)
      value = .mapping(FieldMapping(try entries(of: event, depth: depth + 1), at: span))
    case .alias, .start, .end:
      let source = try source(of: event)
      take(source.count, at: event.mark)
      return overflow == nil ? source.value : nil
    }
    if let anchor = event.anchor {
      anchored[anchor] = Anchored(value: value, count: count - before, name: nil)
    }
    return overflow == nil ? value : nil
  }

  /// What a scalar says, as a name and as a value, which null is not; kept for aliases.
  private mutating func scalar(
    _ text: String,
    isPlain: Bool,
    of event: YAMLEvent
  ) -> (name: Spanned<String>, value: FieldValue?) {
    let name = Spanned(text, at: places.span(of: text, isPlain: isPlain, at: event.mark))
    let value: FieldValue? = isPlain && isNull(text) ? nil : .scalar(name)
    if let anchor = event.anchor { anchored[anchor] = Anchored(value: value, count: 1, name: name) }
    return (name, value)
  }

  private mutating func elements(
    of list: YAMLEvent,
    depth: Int
  ) throws(YAMLFault) -> [FieldValue] {
    try checkDepth(depth, at: list.mark)
    var elements: [FieldValue] = []
    while true {
      let event = try next()
      if case .end = event.content { return elements }
      if let value = try value(of: event, depth: depth) { elements.append(value) }
    }
  }

  private mutating func entries(
    of mapping: YAMLEvent,
    depth: Int
  ) throws(YAMLFault) -> [FieldMapping.Entry] {
    try checkDepth(depth, at: mapping.mark)
    var entries: [FieldMapping.Entry] = []
    entries.reserveCapacity(4)
    var names = Set<String>(minimumCapacity: 4)
    var repeated: Spanned<String>?
    while true {
      let event = try next()
      if case .end = event.content { break }
      let (name, isText) = try name(of: event, depth: depth)
      if isText, !names.insert(name.value).inserted, repeated == nil { repeated = name }
      guard let value = try value(of: try next(), depth: depth) else { continue }
      entries.append(FieldMapping.Entry(name, value))
    }
    if let repeated { throw YAMLFault(repeated: repeated) }
    return entries
  }

  /// What an event says as a name: nothing where it begins a list or a mapping, which is read past.
  private mutating func name(
    of event: YAMLEvent,
    depth: Int
  ) throws(YAMLFault) -> (Spanned<String>, isText: Bool) {
    switch event.content {
    case .scalar(let text, let isPlain):
      return (scalar(text, isPlain: isPlain, of: event).name, true)
    case .alias:
      if let name = try source(of: event).name { return (name, true) }
      return (Spanned("", at: places.span(at: event.mark)), false)
    case .sequence, .mapping, .start, .end:
      let nothing = Spanned("", at: places.span(ofLineFrom: event.mark))
      _ = try value(of: event, depth: depth)
      return (nothing, false)
    }
  }

  private mutating func source(of alias: YAMLEvent) throws(YAMLFault) -> Anchored {
    guard let name = alias.anchor, let source = anchored[name] else {
      throw YAMLFault(
        "*\(alias.anchor ?? "") stands for what &\(alias.anchor ?? "") names before it; nothing is",
        at: places.span(at: alias.mark),
        help: "Put the text between quotes, if it only begins with a star."
      )
    }
    return source
  }

  /// Counts values, of which there may be so many.
  private mutating func take(_ number: Int, at mark: YAMLMark) {
    count = min(count + number, Self.limit + 1)
    guard count > Self.limit, overflow == nil else { return }
    overflow = Diagnostic(
      FrontMatterDiagnostics.tooLarge,
      .error,
      at: places.span(at: mark),
      "more than \(Self.limit) values"
    )
  }

  private mutating func checkDepth(_ depth: Int, at mark: YAMLMark) throws(YAMLFault) {
    guard depth <= Self.depthLimit else {
      throw YAMLFault(
        "more than \(Self.depthLimit) lists and records within each other",
        at: places.span(at: mark)
      )
    }
  }
}

/// Whether a plain text says that there is no value (YAML 1.2.2, §10.3.2).
private func isNull(_ text: String) -> Bool {
  switch text {
  case "", "~", "null", "Null", "NULL": true
  default: false
  }
}
