import Diagnostics
import FrontMatter
public import Markup

extension Inspection {
  /// The inspection as one JSON object; `docs/inspect.md` describes it.
  public var json: JSONValue {
    .object([
      "seeds": .array(
        texts.map { text in
          .object([
            "file": .string(text.file), "kind": .optional(text.kind),
            "listed": .flag(text.isListed),
          ])
        }
      ),
      "persons": .array(persons.map(json)),
      "reference_authors": .array(referenceAuthors.map(json)),
      "organisations": .array(organisations.map(organisationJSON)),
      "glossary": .array(glossary.map(termJSON)),
      "axes": .array(axes.map(axisJSON)),
      "sessions": .array(sessions.map(sessionJSON)),
      "events": .array(events.map(eventJSON)),
      "references": .array(references.map(referenceJSON)),
      "citations": .array(citations.map { json($0, target: "reference") }),
      "mentions": .array(mentions.map { json($0, target: "person") }),
      "anomalies": .array(anomalies.map(json)),
    ])
  }

  private func json(_ person: InspectedPerson) -> JSONValue {
    record(person.record, name: "name", variants: person.variants).with([
      "given": .optional(person.record.fields.scalar("given")?.value),
      "family": .optional(person.record.fields.scalar("family")?.value),
      "functions": .array(
        person.record.fields.records("functions").map { function in
          .object([
            "text": .optional(function.scalar("text")?.value),
            "date": .optional(function.scalar("as-of")?.value),
          ])
          .with(place(function.span))
        }
      ),
      "axes": .texts(person.axes), "sessions": .texts(person.sessions),
      "events": .texts(person.events), "issues": .texts(person.issues),
    ])
  }

  private func json(_ author: InspectedAuthor) -> JSONValue {
    let name = author.given.isEmpty ? author.family : "\(author.given) \(author.family)"
    return .object([
      "id": .string(author.id), "name": .string(name), "given": .string(author.given),
      "family": .string(author.family), "variants": .texts(author.printed),
      "references": .texts(author.references), "person": .optional(author.person),
    ])
    .with(place(author.span))
  }

  private func organisationJSON(_ organisation: InspectedRecord) -> JSONValue {
    let variants = organisation.fields.texts("aliases").map(\.value)
    return record(organisation, name: "name", variants: variants).with([
      "acronym": .optional(organisation.fields.scalar("acronym")?.value)
    ])
  }

  private func termJSON(_ term: InspectedRecord) -> JSONValue {
    .object([
      "id": .string(term.id), "acronym": .optional(term.fields.scalar("acronym")?.value),
      "expansion": .optional(term.fields.scalar("expansion")?.value),
      "organisation": .optional(term.fields.scalar("organisation")?.value),
      "texts": .texts(term.fields.texts("texts").map(\.value)),
    ])
    .with(place(term.span))
  }

  private func axisJSON(_ axis: InspectedRecord) -> JSONValue {
    record(axis, name: "title").with([
      "number": number(axis), "lead": .optional(axis.fields.scalar("lead")?.value),
      "members": people(axis, "members"), "text": .string(axis.text),
    ])
  }

  private func sessionJSON(_ session: InspectedRecord) -> JSONValue {
    let sections = session.sections
    let talks = sections.filter { $0.level == 2 }
    return record(session, name: "title").with([
      "number": number(session),
      "series": .optional(session.fields.scalar("series")?.value),
      "date": .optional(session.fields.scalar("date")?.value),
      "printed_date": .optional(session.fields.scalar("printed-date")?.value),
      "status": .optional(session.fields.scalar("status")?.value),
      "printed_status": .optional(session.fields.scalar("printed-status")?.value),
      "speakers": people(session, "speakers"),
      "presentation": .optional(session.fields.scalar("presentation")?.value),
      "talks": .array(
        talks.map { talk in
          let names = speakers(of: talk, in: session).map { JSONValue.string($0) }
          return section(talk).with(["speakers": .array(names)])
        }
      ),
      "questions": .array(
        sections.indices.filter { sections[$0].level == 4 }.map { index in
          let before = sections[..<index].count { $0.level == 2 }
          return section(sections[index]).with([
            "answer": .string(sections[index].text), "talk": .integer(before),
          ])
        }
      ),
    ])
  }

  private func eventJSON(_ event: InspectedRecord) -> JSONValue {
    record(event, name: "title").with([
      "edition": number(event, "edition"),
      "date": .optional(event.fields.scalar("date")?.value),
      "venue": .optional(event.fields.scalar("venue")?.value),
      "organisers": .texts(event.fields.texts("organisers").map(\.value)),
      "participants": people(event, "participants"),
      "sections": .array(
        event.sections.map { section($0).with(["level": .integer($0.level)]) }
      ),
      "videos": .array(
        event.fields.records("videos").map { video in
          .object([
            "title": .optional(video.scalar("title")?.value),
            "url": .optional(video.scalar("url")?.value),
          ])
        }
      ),
    ])
  }

  /// CSL-JSON (citeproc-js, `csl-data.json`), and the entry as it is printed.
  private func referenceJSON(_ reference: InspectedRecord) -> JSONValue {
    var item = record(reference, name: "title").with(["raw": .string(places.raw(reference.span))])
    for entry in reference.fields.entries where entry.key.value != "printed" {
      switch entry.value {
      case .scalar(let scalar)
      where ["issued", "accessed", "original-date"].contains(entry.key.value):
        let parts = scalar.value.split(separator: "-").map { part in
          Int(part).map { JSONValue.integer($0) } ?? .string(String(part))
        }
        item = item.with([entry.key.value: .object(["date-parts": .array([.array(parts)])])])
      case .scalar(let scalar): item = item.with([entry.key.value: .string(scalar.value)])
      case .sequence:
        let names = reference.fields.records(entry.key.value).map { name in
          JSONValue.object(
            Dictionary(
              name.entries.map { ($0.key.value, .optional(name.scalar($0.key.value)?.value)) },
              uniquingKeysWith: { first, _ in first }
            )
          )
        }
        item = item.with([entry.key.value: .array(names)])
      case .mapping: break
      }
    }
    return item
  }

  private func json(_ occurrence: InspectedOccurrence, target: String) -> JSONValue {
    .object(["printed": .string(occurrence.printed), target: .optional(occurrence.target)])
      .with(place(occurrence.span))
  }

  private func json(_ anomaly: Diagnostic) -> JSONValue {
    .object([
      "code": .string(anomaly.code.id), "message": .string(anomaly.summary),
      "severity": .string(anomaly.severity.rawValue),
      "file": .optional(anomaly.span?.path),
      "line": anomaly.span.map { .integer(places.line(of: $0)) } ?? .null,
    ])
  }
}

extension Inspection {
  /// What every record carries.
  private func record(
    _ record: InspectedRecord,
    name key: String,
    variants: [String]? = nil
  ) -> JSONValue {
    let name = record.fields.scalar(key)?.value ?? record.id
    return .object([
      "id": .string(record.id), key: .string(name), "variants": .texts(variants ?? [name]),
    ])
    .with(place(record.span))
  }

  private func place(_ span: SourceSpan) -> [String: JSONValue] {
    ["file": .string(span.path), "line": .integer(places.line(of: span))]
  }

  private func section(_ section: InspectedSection) -> JSONValue {
    .object(["title": .string(section.title)]).with(place(section.span))
  }

  private func number(_ record: InspectedRecord, _ key: String = "number") -> JSONValue {
    guard let text = record.fields.scalar(key)?.value else { return .null }
    return Int(text).map { .integer($0) } ?? .string(text)
  }

  /// The people of a list: `name`, `person`, and what the list says of each.
  private func people(_ record: InspectedRecord, _ key: String) -> JSONValue {
    .array(
      record.fields.records(key).map { presence in
        let slug = presence.scalar("person")
        var fields = [
          "person": JSONValue.optional(slug?.value),
          "name": .optional(slug.map { name(ofPerson: $0.value) }),
        ]
        for entry in presence.entries where entry.key.value != "person" {
          fields[entry.key.value] = .optional(presence.scalar(entry.key.value)?.value)
        }
        return .object(fields).with(place(presence.span))
      }
    )
  }

  /// The speakers of a session whom the heading of a talk names.
  func speakers(of talk: InspectedSection, in session: InspectedRecord) -> [String] {
    session.fields.people(in: "speakers").map { name(ofPerson: $0.value) }
      .filter { talk.title.lowercased().contains($0.lowercased()) }
  }

  func name(ofPerson slug: String) -> String { names[slug] ?? slug }
}

extension JSONValue {
  static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  /// An object with more fields.
  fileprivate func with(_ fields: [String: JSONValue]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(fields) { _, new in new })
  }
}
