public import Diagnostics
import Rendering
import SiteModel

extension PageExplanation {
  /// The explanation for people, a section for each kind of cause; places as `path:line` or
  /// `path:line–line`.
  public func text(sources: [SourceFile]) -> String {
    let places = PlaceNames(self, in: sources)
    var text = "\(route.text)\(heading)\n  file of the output: \(path)\n"
    text += section("sources", self.sources.map { places.name(of: $0) })
    text += section(
      "fields",
      columns(fields.map { [$0.name, $0.origin.rawValue, places.name(of: $0.place), $0.summary] })
    )
    text += section("templates", templates)
    text += section("relations out", columns(outgoing.map { row($0, "→", places) }))
    text += section("relations in", columns(incoming.map { row($0, "←", places) }))
    text += section(
      "redirects",
      redirects.map { "\($0.from.text) → \($0.target)  \(places.name(of: $0.span))" }
    )
    text += section("works", works.map(\.description))
    text += section("exports", exports)
    return text
  }

  private var heading: String {
    guard let entity else { return "" }
    return "  \(entity)" + (title.map { "  “\($0)”" } ?? "")
  }

  private func row(_ edge: Edge, _ arrow: String, _ places: PlaceNames) -> [String] {
    let stated = edge.places.map { places.name(of: $0) }.joined(separator: ", ")
    return [
      edge.name.rawValue, "\(arrow) \(edge.other)", stated.isEmpty ? "by name" : stated,
    ]
  }

  private func section(_ name: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(name)\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// Rows with their columns one below the other; a column wider than 40 does not widen others.
  private func columns(_ rows: [[String]]) -> [String] {
    guard let width = rows.map(\.count).max() else { return [] }
    let widths = (0..<width).map { column in
      min(40, rows.compactMap { $0.dropFirst(column).first?.count }.max() ?? 0)
    }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) where !cell.isEmpty {
        line += cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
