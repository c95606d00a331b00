public import Diagnostics
import Markup
public import SiteModel

/// The first place where a text says something else than it once did.
public struct TextChange: Hashable, Sendable {
  /// Words around the change that a message shows, at most.
  private static let shown = 12

  /// The field, or `body`.
  public let part: String
  /// The words that stood there; empty where something was added.
  public let old: String
  /// The words that stand there now; empty where something was taken away.
  public let new: String
  /// Where they stand now.
  public let span: SourceSpan

  /// Finds the first change between two records; nil where readers would call them the same.
  public init?(from old: Document, to new: Document) {
    let (before, after) = (CanonicalText(of: old), CanonicalText(of: new))
    let names = after.parts.map(\.name) + before.parts.map(\.name)
    let changed = names.first { name in
      before.part(name)?.lines != after.part(name)?.lines
    }
    guard let changed else { return nil }
    part = changed
    let place = after.part(changed)?.span ?? new.start
    let (was, now) = (TextWord.words(of: changed, in: old), TextWord.words(of: changed, in: new))
    let hunk = hunks(from: was.map(\.text), to: now.map(\.text)).first
    self.old = hunk.map { TextChange.joined(was[$0.old]) } ?? ""
    self.new = hunk.map { TextChange.joined(now[$0.new]) } ?? ""
    guard let hunk, let range = TextChange.range(of: hunk.new, in: now), let body = new.body,
      changed == EntityText.bodyName
    else {
      span = place
      return
    }
    span = body.map.span(of: range)
  }

  /// `"mesure" became "compte"`, `"en" was added`, `"ne" was removed`, or what else changed.
  public var summary: String {
    switch (old.isEmpty, new.isEmpty) {
    case (false, false): "\"\(old)\" became \"\(new)\""
    case (true, false): "\"\(new)\" was added"
    case (false, true): "\"\(old)\" was removed"
    case (true, true): "paragraphs or marks around the same words changed"
    }
  }

  private static func joined(_ words: ArraySlice<TextWord>) -> String {
    let text = words.prefix(shown).map(\.text).joined(separator: " ")
    return words.count > shown ? "\(text) …" : text
  }

  /// The bytes of some words; of none, the place before which they would stand.
  private static func range(of indices: Range<Int>, in words: [TextWord]) -> Range<Int>? {
    guard let first = words[indices].first, let last = words[indices].last else {
      let place = indices.lowerBound < words.count ? words[indices.lowerBound].range : nil
      return place ?? words.last?.range
    }
    return first.range.lowerBound..<last.range.upperBound
  }
}

/// A word of a part of a record, and where it stands in the body.
struct TextWord: Hashable {
  let text: String
  /// Offsets in the body; empty for fields.
  let range: Range<Int>

  /// The words of a field or of the body, in order.
  static func words(of part: String, in document: Document) -> [TextWord] {
    guard part == EntityText.bodyName else {
      let lines = CanonicalText(of: document).part(part)?.lines ?? []
      return lines.flatMap { $0.split(separator: " ") }.map {
        TextWord(text: String($0), range: 0..<0)
      }
    }
    guard let bytes = document.body?.bytes else { return [] }
    var words: [TextWord] = []
    var word = String.UnicodeScalarView()
    var offset = 0
    func close() {
      guard !word.isEmpty else { return }
      let text = String(word)
      words.append(
        TextWord(
          text: LetterComposition.composed(text),
          range: offset - text.utf8.count..<offset
        )
      )
      word.removeAll()
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if isBlank(scalar) || scalar == "\n" || scalar == "\r" {
        close()
      } else {
        word.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    close()
    return words
  }
}

extension CanonicalText {
  func part(_ name: String) -> Part? { parts.first { $0.name == name } }
}

extension Document {
  /// The beginning of the first text it was made from.
  var start: SourceSpan {
    sources.first.map {
      SourceSpan(path: $0.path, range: $0.range.lowerBound..<$0.range.lowerBound)
    } ?? SourceSpan(path: Publication.registryPath, range: 0..<0)
  }
}
