import Diagnostics
import FrontMatter
import SiteModel

/// A content file that an editor may have changed, and what a text now says.
struct ContentFileMerge {
  /// The editor's file.
  let file: SourceFile
  /// What it says, exactly as it is written there.
  let ours: Document
  /// What the import before wrote; nil when nothing was imported into this file yet.
  let base: Document?
  /// What the texts say now.
  let theirs: Document

  private(set) var differences: [ImportDifference] = []
  private var edits: [(range: Range<Int>, text: String)] = []
  private var added: [FieldMapping.Entry] = []
  private var expected: [String: FieldContent] = [:]
  private let parts: FrontMatterSplit

  init(file: SourceFile, ours: Document, base: Document?, theirs: Document) {
    self.file = file
    self.ours = ours
    self.base = base
    self.theirs = theirs
    let whole = FrontMatterSplit(
      yaml: 0..<file.bytes.count,
      body: file.bytes.count..<file.bytes.count
    )
    parts = file.path.hasSuffix(".md") ? splitFrontMatter(file).value : whole
  }

  /// The file with what only the texts changed; what the editor changed stays to the byte.
  ///
  /// Without a base every field and text of the editor stays, and what is missing is added. Nil
  /// where the file has a form that cannot be edited in place.
  mutating func merge() -> SourceFile? {
    for entry in ours.fields.entries { expected[entry.key.value] = FieldContent(entry.value) }
    for name in fieldNames { mergeField(name) }
    let body = mergeBody()
    guard let body else { return nil }
    let merged = SourceFile(path: file.path, bytes: fieldBytes() + body)
    return says(merged, expected) ? merged : nil
  }

  private var fieldNames: [String] {
    let proposed = theirs.fields.entries.map(\.key.value)
    let known = Set(proposed)
    return proposed + (base?.fields.entries.map(\.key.value).filter { !known.contains($0) } ?? [])
  }

  private mutating func mergeField(_ name: String) {
    let own = ours.fields[name]
    let proposed = theirs.fields[name]
    let earlier = base == nil ? (own == nil ? nil : proposed) : base?.fields[name]
    let (old, mine, new) = (
      earlier.map { FieldContent($0) }, own.map { FieldContent($0) },
      proposed.map { FieldContent($0) }
    )
    guard mine != new, old != new else { return }
    if old == mine {
      if base != nil { note(name, .taken, old, mine, new, proposed) }
      return replace(name, by: proposed)
    }
    guard case .sequence(let first, _)? = earlier, case .sequence(let second, let span)? = own,
      case .sequence(let third, _)? = proposed
    else { return note(name, .conflict, old, mine, new, proposed) }
    let merged = mergeThreeWays(
      base: first.map { FieldContent($0) },
      ours: second.map { FieldContent($0) },
      theirs: third.map { FieldContent($0) }
    )
    // Words that a comment holds inside the list would be lost with it.
    guard merged.conflicts.isEmpty, !holdsComment(name) else {
      return note(name, .conflict, old, mine, new, proposed)
    }
    note(name, .taken, old, mine, new, proposed)
    let values = merged.parts.map { $0.isTheirs ? third[$0.index] : second[$0.index] }
    replace(name, by: .sequence(values, span))
  }

  private mutating func note(
    _ name: String,
    _ outcome: ImportDifference.Outcome,
    _ old: FieldContent?,
    _ mine: FieldContent?,
    _ new: FieldContent?,
    _ proposed: FieldValue?
  ) {
    let key = ours.fields.entries.first { $0.key.value == name }?.key.span
    differences.append(
      ImportDifference(
        part: name,
        outcome: outcome,
        earlier: old?.summary,
        yours: mine?.summary,
        proposed: new?.summary,
        place: key ?? SourceSpan(path: file.path, range: 0..<0),
        origin: proposed?.span
      )
    )
  }

  private mutating func replace(_ name: String, by value: FieldValue?) {
    expected[name] = value.map { FieldContent($0) }
    let entry = value.map { FieldMapping.Entry(Spanned(name, at: $0.span), $0) }
    guard let lines = lines(of: name) else {
      added += [entry].compactMap { $0 }
      return
    }
    edits.append((lines, entry.map { text(of: [$0]) } ?? ""))
  }

  private func text(of entries: [FieldMapping.Entry]) -> String {
    let mapping = FieldMapping(entries, at: theirs.fields.span)
    let known = comments(for: theirs.fields)
    let wanted = [SourceNotes.field, EditorialNote.field]
    return writeYAML(mapping, comments: known.filter { wanted.contains($0.key) })
  }

  // MARK: Places in the file

  /// The lines of a field, without the comments that lead to the next one.
  private func lines(of name: String) -> Range<Int>? {
    guard let yaml = parts.yaml else { return nil }
    let starts = ours.fields.entries.map { ($0.key.value, lineStart($0.key.span.range.lowerBound)) }
    guard let start = starts.first(where: { $0.0 == name })?.1 else { return nil }
    var end = starts.map(\.1).filter { $0 > start }.min() ?? yaml.upperBound
    while end > start {
      let last = lineStart(end - 1)
      let line = file.bytes[last..<end].drop { $0 == 0x20 || $0 == 0x09 }
      let isVoid = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      guard last > start, isVoid || line.first == UInt8(ascii: "#") else { break }
      end = last
    }
    return start..<end
  }

  private func lineStart(_ offset: Int) -> Int {
    (file.bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
  }

  private func holdsComment(_ name: String) -> Bool {
    lines(of: name).map { file.bytes[$0].contains(UInt8(ascii: "#")) } ?? false
  }

  /// Everything before the text, edited.
  private func fieldBytes() -> [UInt8] {
    let addition = added.isEmpty ? "" : text(of: added)
    guard let yaml = parts.yaml else {
      let head = Array(file.bytes[..<parts.body.lowerBound])
      return addition.isEmpty ? head : head + Array("---\n\(addition)---\n\n".utf8)
    }
    var bytes = Array(file.bytes[..<yaml.lowerBound])
    var position = yaml.lowerBound
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      bytes += file.bytes[position..<edit.range.lowerBound] + Array(edit.text.utf8)
      position = edit.range.upperBound
    }
    bytes += file.bytes[position..<yaml.upperBound]
    if !addition.isEmpty, let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    return bytes + Array(addition.utf8) + file.bytes[yaml.upperBound..<parts.body.lowerBound]
  }

  private func says(_ merged: SourceFile, _ expected: [String: FieldContent]) -> Bool {
    let isMarkdown = file.path.hasSuffix(".md")
    let yaml = isMarkdown ? splitFrontMatter(merged).value.yaml : 0..<merged.bytes.count
    let read = yaml.map { readYAML(merged, range: $0) }
    let entries = read?.value.entries ?? []
    return read?.diagnostics.containsError != true
      && Dictionary(entries.map { ($0.key.value, FieldContent($0.value)) }) { first, _ in first }
        == expected
  }

  // MARK: The text

  /// The text after the fields, edited; nil where the file has no place for one.
  private mutating func mergeBody() -> [UInt8]? {
    let own = Array(file.bytes[parts.body])
    let proposed = theirs.body?.bytes ?? []
    guard let base else {
      guard ours.body == nil, !proposed.isEmpty else { return own }
      let end: [UInt8] = proposed.last == 0x0A ? [] : [0x0A]
      return file.path.hasSuffix(".md") ? [0x0A] + proposed + end : nil
    }
    let lists = (
      Paragraphs(base.body?.bytes ?? []), Paragraphs(own), Paragraphs(proposed)
    )
    let merged = mergeThreeWays(
      base: lists.0.words,
      ours: lists.1.words,
      theirs: lists.2.words
    )
    for passage in merged.taken { note(passage, .taken, lists.0, lists.1, lists.2) }
    for passage in merged.conflicts { note(passage, .conflict, lists.0, lists.1, lists.2) }
    differences.sort { $0.place < $1.place }
    guard !merged.taken.isEmpty else { return own }
    return file.path.hasSuffix(".md") ? lists.1.joined(merged, with: lists.2) : nil
  }

  private mutating func note(
    _ passage: MergedPassage,
    _ outcome: ImportDifference.Outcome,
    _ old: Paragraphs,
    _ mine: Paragraphs,
    _ new: Paragraphs
  ) {
    let start = parts.body.lowerBound
    let place = mine.place(of: passage.ours)
    let origin =
      passage.theirs.isEmpty ? nil : theirs.body?.map.span(of: new.place(of: passage.theirs))
    differences.append(
      ImportDifference(
        part: "paragraph \(passage.ours.lowerBound + 1)",
        outcome: outcome,
        earlier: old.text(of: passage.base),
        yours: mine.text(of: passage.ours),
        proposed: new.text(of: passage.theirs),
        place: SourceSpan(
          path: file.path,
          range: start + place.lowerBound..<start + place.upperBound
        ),
        origin: origin
      )
    )
  }
}
