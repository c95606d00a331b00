public import Markup

extension SiteDifference {
  /// Words of a passage that are shown to people, at most.
  private static let shown = 30

  /// For people: a line for each page, and what changed below it.
  public var text: String {
    var lines = added.map { "+ \($0)" } + removed.map { "- \($0)" }
    for page in changed {
      lines.append("~ \(page.address)")
      if page.changes.isEmpty { lines.append("    only what stands around its text") }
      lines += page.changes.flatMap(lines(of:))
    }
    lines += files.map { "~ \($0)" }
    return lines.map { "\($0)\n" }.joined()
  }

  /// `2 pages added, 1 changed, 3 files`, for the last line.
  public var summary: String {
    let counts = [
      (added.count, "added"), (removed.count, "removed"), (changed.count, "changed"),
    ]
    let pages = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let parts =
      (pages.isEmpty ? [] : ["pages: \(pages.joined(separator: ", "))"])
      + (files.isEmpty ? [] : ["other files: \(files.count)"])
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: "; ")
  }

  private func lines(of change: Change) -> [String] {
    let label = "    \(change.subject)"
    return [
      change.old.map { "\(label) - \(shortened($0))" },
      change.new.map { "\(label) + \(shortened($0))" },
    ]
    .compactMap { $0 }
  }

  private func shortened(_ words: String) -> String {
    let all = words.split(separator: " ")
    guard all.count > SiteDifference.shown else { return words }
    return all.prefix(SiteDifference.shown).joined(separator: " ") + " …"
  }

  /// For machines: nothing is shortened.
  public var json: JSONValue {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    let pages = changed.map { page in
      JSONValue.object([
        "address": .string(page.address), "changes": .array(page.changes.map(json(of:))),
      ])
    }
    return .object([
      "added": list(added), "removed": list(removed), "changed": .array(pages),
      "files": list(files),
    ])
  }

  private func json(of change: Change) -> JSONValue {
    var fields: [String: JSONValue] = ["subject": .string(change.subject)]
    fields["old"] = change.old.map { .string($0) }
    fields["new"] = change.new.map { .string($0) }
    return .object(fields)
  }
}
