import Diagnostics

/// A kind of edit: which files it touches, and what it makes of the text of one.
struct Edit: Sendable {
  let name: String
  /// Path of the files it may touch.
  let prefix: String
  /// The text after the n-th edit of its kind.
  let change: @Sendable (_ text: String, _ n: Int) -> String

  static let all = [
    Edit(name: "body of an issue", prefix: "Content/issues/") { text, n in
      "\(text)\nUne phrase de plus, la \(n)e.\n"
    },
    Edit(name: "body of a session", prefix: "Content/sessions/") { text, n in
      "\(text)\nUne phrase de plus, la \(n)e.\n"
    },
    Edit(name: "title of an issue", prefix: "Content/issues/") { text, n in
      replaceField("title", in: text) { "\($0) \(n)" }
    },
    Edit(name: "name of a person", prefix: "Content/people/") { text, n in
      replaceField("name", in: text) { "Zénobie\(n) \($0.split(separator: " ").last ?? "")" }
    },
    Edit(name: "family name of a person", prefix: "Content/people/") { text, n in
      replaceField("family", in: replaceField("name", in: text) { "\($0)zz" }) { "\($0)zz" }
    },
    Edit(name: "veto of an issue", prefix: "Content/issues/") { text, n in
      replaceField("title", in: text) { "\($0)\nlinks: {never: [Inconnu \(n)]}" }
    },
    Edit(name: "entry of the bibliography", prefix: "Content/bibliography/") { text, n in
      // BibTeX or CSL-JSON, an entry a line or a field a line.
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let marks = ["title = {", "\"title\":\""]
      let titles = lines.indices.filter { line in marks.contains { lines[line].contains($0) } }
      guard !titles.isEmpty else { return text }
      let line = titles[(n * 97) % titles.count]
      for mark in marks {
        lines[line] = lines[line].replacing(mark, with: "\(mark)Titre \(n) ", maxReplacements: 1)
      }
      return lines.joined(separator: "\n")
    },
    Edit(name: "template of issues", prefix: "Templates/issue.mustache") { text, n in
      "\(text)<!-- \(n) -->\n"
    },
    Edit(name: "title of the site", prefix: "Content/site.yaml") { text, n in
      replaceField("title", in: text) { "\($0) \(n)" }
    },
  ]
}

private func replaceField(
  _ name: String,
  in text: String,
  _ change: (Substring) -> String
) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let prefix = "\(name): "
  guard let line = lines.firstIndex(where: { $0.hasPrefix(prefix) }) else { return text }
  lines[line] = prefix + change(lines[line].dropFirst(prefix.count))
  return lines.joined(separator: "\n")
}
