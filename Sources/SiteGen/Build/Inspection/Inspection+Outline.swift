import Diagnostics
import FrontMatter

extension Inspection {
  /// An outline to read against the texts: what each holds, every line with its line number.
  public var outline: String {
    var text = ""
    for seed in texts {
      let manner = seed.isListed ? "as seeds.yaml says" : "recognised by its shape"
      text += "\(seed.file): " + (seed.kind.map { "\($0), \(manner)" } ?? "of no known kind") + "\n"
      let own = { (span: SourceSpan) in span.path == seed.file }
      text += section("Persons", persons.filter { own($0.record.span) }.map(lines))
      text += section(
        "Organisations",
        organisations.filter { own($0.span) }.map(organisationLines)
      )
      text += section("Glossary", glossary.filter { own($0.span) }.map(termLines))
      text += section("Axes", axes.filter { own($0.span) }.map(axisLines))
      text += section("Sessions", sessions.filter { own($0.span) }.map(sessionLines))
      text += section("Events", events.filter { own($0.span) }.map(eventLines))
      text += section("References", references.filter { own($0.span) }.map(referenceLines))
      text += section("Citations", citations.filter { own($0.span) }.map(lines))
      text += section("Mentions", mentions.filter { own($0.span) }.map(lines))
      let found = anomalies.filter { $0.span.map(own) ?? false }
      text += section("Anomalies", found.map(lines)) + "\n"
    }
    let files = Set(texts.map(\.file))
    let elsewhere = anomalies.filter { !($0.span.map { files.contains($0.path) } ?? false) }
    return text + section("Anomalies of the list of seeds", elsewhere.map(lines))
  }

  private func section(_ title: String, _ entries: [[String]]) -> String {
    guard !entries.isEmpty else { return "" }
    let lines = entries.flatMap { entry in
      entry.enumerated().map { (($0 == 0 ? "    " : "      ") + $1) }
    }
    return "  \(title) (\(entries.count))\n" + lines.map { "\($0)\n" }.joined()
  }

  private func lines(_ person: InspectedPerson) -> [String] {
    let fields = person.record.fields
    let family = fields.scalar("family").map { ", family name \($0.value)" } ?? ""
    let others = person.variants.dropFirst().map { "\"\($0)\"" }.joined(separator: ", ")
    let places =
      person.issues.map { "issue \($0)" } + person.axes.map { "axis \($0)" }
      + person.sessions.map { "session \($0)" } + person.events.map { "event \($0)" }
    return [line(person.record.span, name(ofPerson: person.record.id) + family)]
      + (others.isEmpty ? [] : ["also printed \(others)"])
      + (places.isEmpty ? [] : [places.joined(separator: ", ")])
      + fields.records("functions").map { function in
        let date = function.scalar("as-of").map { " (\($0.value))" } ?? ""
        return line(function.span, (function.scalar("text")?.value ?? "") + date)
      }
  }

  private func organisationLines(_ organisation: InspectedRecord) -> [String] {
    let name = organisation.fields.scalar("name")?.value ?? organisation.id
    let acronym = organisation.fields.scalar("acronym").map(\.value).flatMap { acronym in
      acronym == name ? nil : " (\(acronym))"
    }
    let others = organisation.fields.texts("aliases").map { "\"\($0.value)\"" }
    return [line(organisation.span, name + (acronym ?? ""))]
      + (others.isEmpty ? [] : ["also printed \(others.joined(separator: ", "))"])
  }

  private func termLines(_ term: InspectedRecord) -> [String] {
    let expansion = term.fields.scalar("expansion").map { " = \($0.value)" } ?? ""
    return [line(term.span, (term.fields.scalar("acronym")?.value ?? term.id) + expansion)]
  }

  private func axisLines(_ axis: InspectedRecord) -> [String] {
    let lead = axis.fields.scalar("lead").map { name(ofPerson: $0.value) }
    return [line(axis.span, titled(axis))] + ["lead: \(lead ?? "nobody")"]
      + axis.fields.records("members").map { presence($0, "member") }
  }

  private func sessionLines(_ session: InspectedRecord) -> [String] {
    let date = session.fields.scalar("date").map { ", \($0.value)" } ?? ", no date"
    return [line(session.span, titled(session) + date)]
      + session.fields.records("speakers").map { presence($0, $0.scalar("role")?.value ?? "") }
      + session.sections.filter { $0.level == 2 }.map { line($0.span, "talk: \($0.title)") }
      + session.sections.filter { $0.level == 4 }.map { line($0.span, "question: \($0.title)") }
  }

  private func eventLines(_ event: InspectedRecord) -> [String] {
    let date = event.fields.scalar("date").map { ", \($0.value)" } ?? ", no date"
    let venue = event.fields.scalar("venue").map { ["venue: \($0.value)"] } ?? []
    let videos = event.fields.records("videos").map { video in
      line(video.span, "video: \(video.scalar("title")?.value ?? "")")
    }
    return [line(event.span, titled(event) + date)] + venue
      + event.fields.texts("organisers").map { line($0.span, "organiser: \($0.value)") }
      + event.fields.records("participants").map { presence($0, "spoke") }
      + event.sections.map { line($0.span, "section: \($0.title)") } + videos
  }

  private func referenceLines(_ reference: InspectedRecord) -> [String] {
    let fields = reference.fields.entries.compactMap { entry -> String? in
      guard entry.key.value != "printed" else { return nil }
      switch entry.value {
      case .scalar(let scalar): return "\(entry.key.value): \(scalar.value)"
      case .sequence:
        let names = reference.fields.records(entry.key.value).map { name in
          "\(name.scalar("family")?.value ?? "") \(name.scalar("given")?.value ?? "")"
        }
        return "\(entry.key.value): \(names.joined(separator: ", "))"
      case .mapping: return nil
      }
    }
    return [line(reference.span, reference.id)] + fields
  }

  private func lines(_ occurrence: InspectedOccurrence) -> [String] {
    [line(occurrence.span, "\"\(occurrence.printed)\" → \(occurrence.target ?? "nothing")")]
  }

  private func lines(_ anomaly: Diagnostic) -> [String] {
    let words = "\(anomaly.severity.rawValue) \(anomaly.code.id): \(anomaly.summary)"
    return [anomaly.span.map { "\($0.path):\(places.line(of: $0)): \(words)" } ?? words]
  }

  private func presence(_ presence: FieldMapping, _ role: String) -> String {
    let name = presence.scalar("person").map { self.name(ofPerson: $0.value) } ?? ""
    let function = presence.scalar("function").map { ", \($0.value)" } ?? ""
    return line(presence.span, "\(role): \(name)\(function)")
  }

  private func titled(_ record: InspectedRecord) -> String {
    let number = record.fields.scalar("number").map { "\($0.value). " } ?? ""
    return number + (record.fields.scalar("title")?.value ?? record.id)
  }

  private func line(_ span: SourceSpan, _ text: String) -> String {
    "\(places.line(of: span)): \(text)"
  }
}
