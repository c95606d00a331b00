import Foundation
import Markup

/// Every figure of a collection, from its gold records and what is inspected.
func measureQuality(of collection: GoldCollection) throws -> [QualityFigure] {
  let found = try collection.inspect()
  func gold(_ name: String) throws -> [JSONValue] { try collection.readGold(name)[name].list }
  let (sessions, events) = (try gold("sessions"), try gold("events"))
  let works = try gold("references")
  let figures =
    try measurePersons(gold("persons"), sessions + events, found)
    + measureAxesAndSessions(gold("axes"), sessions, found)
    + measureEvents(events, sessions, found)
    + measureReferences(works, found)
    + measureOccurrences(collection.readGold("occurrences"), works, found)
  guard collection.namesOrganisations else { return figures }
  return try figures + measureOrganisations(gold("organisations"), found)
    + measureGlossary(gold("glossary"), found)
}

private func measurePersons(
  _ gold: [JSONValue],
  _ gatherings: [JSONValue],
  _ found: JSONValue
) -> [QualityFigure] {
  func name(_ person: JSONValue) -> String {
    ["name", "given", "family"].map { person[$0].words }.joined(separator: " | ")
  }
  func variants(_ persons: [JSONValue]) -> [String] {
    persons.flatMap { person in
      person["variants"].texts.filter { $0 != person["name"].words }.map {
        "\(person["id"].words): \($0)"
      }
    }
  }
  let own = found["persons"].list
  var functions = gold.flatMap { person in
    functionWords(of: person["id"].words, person["functions"].texts)
  }
  for presence in gatherings.flatMap({ $0["speakers"].list + $0["participants"].list }) {
    functions += functionWords(of: presence["person"].words, [presence["function"].words])
  }
  return [
    QualityFigure("persons", expected: gold.map(name), found: own.map(name)),
    QualityFigure("printed forms", expected: variants(gold), found: variants(own)),
    QualityFigure(
      "presences",
      expected: gold.flatMap { person in
        person["as"].texts.map { "\(person["id"].words): \($0)" }
      },
      found: own.flatMap { presences(of: $0, in: found) }
    ),
    QualityFigure(
      "function words",
      expected: distinct(functions),
      found: distinct(
        own.flatMap { person in
          functionWords(of: person["id"].words, person["functions"].list.map(\.["text"].words))
        }
      )
    ),
  ]
}

/// Where a person acts, in the words of the gold records.
private func presences(of person: JSONValue, in found: JSONValue) -> [String] {
  let id = person["id"].words
  let axes = found["axes"].list.flatMap { axis in
    let number = axis["number"].words
    return (axis["lead"].words == id ? ["axis \(number) lead"] : [])
      + axis["members"].list.filter { $0["person"].words == id }.map { _ in "axis \(number) member"
      }
  }
  let sessions = found["sessions"].list.flatMap { session in
    session["speakers"].list.filter { $0["person"].words == id }.map {
      "session \(session["number"].words) \($0["role"].words)"
    }
  }
  let others =
    person["issues"].list.map { _ in "issue" } + person["events"].list.map { _ in "event" }
  return (others + axes + sessions).map { "\(id): \($0)" }
}

/// A function may be cut into clauses in more than one way; its words may not.
private func functionWords(of person: String, _ functions: [String]) -> [String] {
  functions.flatMap { text in
    text.split { !$0.isLetter && !$0.isNumber }.map { "\(person): \($0.lowercased())" }
  }
}

private func measureAxesAndSessions(
  _ goldAxes: [JSONValue],
  _ gold: [JSONValue],
  _ found: JSONValue
) -> [QualityFigure] {
  func axis(_ axis: JSONValue, members: [String]) -> String {
    "\(axis["number"].words). \(axis["title"].words), \(axis["lead"].words): "
      + members.joined(separator: ", ")
  }
  func session(_ session: JSONValue) -> String {
    "\(session["number"].words). \(session["title"].words), \(session["date"].words)"
  }
  func talks(_ sessions: [JSONValue]) -> [String] {
    sessions.flatMap { session in
      session["talks"].list.map { talk in
        "\(session["number"].words), line \(talk["line"].words): "
          + talk["speakers"].texts.joined(separator: ", ")
      }
    }
  }
  func questions(_ sessions: [JSONValue], _ line: (JSONValue) -> String) -> [String] {
    sessions.flatMap { session in
      session["questions"].list.map { "\(session["number"].words), line \(line($0))" }
    }
  }
  let own = found["sessions"].list
  return [
    QualityFigure(
      "axes",
      expected: goldAxes.map { axis($0, members: $0["members"].texts) },
      found: found["axes"].list.map { record in
        axis(record, members: record["members"].list.map(\.["person"].words))
      }
    ),
    QualityFigure("sessions", expected: gold.map(session), found: own.map(session)),
    QualityFigure(
      "speakers",
      expected: gold.flatMap { presences($0, "speakers", ["role", "function"]) },
      found: own.flatMap { presences($0, "speakers", ["role", "function"]) }
    ),
    QualityFigure("talks", expected: talks(gold), found: talks(own)),
    QualityFigure(
      "questions",
      expected: questions(gold, \.words),
      found: questions(own, \.["line"].words)
    ),
  ]
}

/// The people of a session or event, with some of what is said of each; empty where all is absent.
private func presences(_ record: JSONValue, _ key: String, _ fields: [String]) -> [String] {
  record[key].list.compactMap { presence in
    let said = fields.map { presence[$0].words }
    guard said.contains(where: { !$0.isEmpty }) else { return nil }
    return "\(record["number"].words) \(presence["person"].words): "
      + said.joined(separator: " | ")
  }
}

private func measureEvents(
  _ gold: [JSONValue],
  _ goldSessions: [JSONValue],
  _ found: JSONValue
) -> [QualityFigure] {
  func facts(_ event: JSONValue, videos: [String]) -> [String] {
    ["title", "edition", "date", "venue"].map { "\($0): \(event[$0].words)" }
      + event["organisers"].texts.map { "organiser: \($0)" } + videos.map { "video: \($0)" }
  }
  let (own, sessions) = (found["events"].list, found["sessions"].list)
  return [
    QualityFigure(
      "facts of events",
      expected: gold.flatMap { facts($0, videos: $0["videos"].texts) },
      found: own.flatMap { facts($0, videos: $0["videos"].list.map(\.["url"].words)) }
    ),
    QualityFigure(
      "participants",
      expected: gold.flatMap { presences($0, "participants", ["section", "function"]) },
      found: own.flatMap { presences($0, "participants", ["section", "function"]) }
    ),
    QualityFigure(
      "honorifics",
      expected: gold.flatMap { presences($0, "participants", ["honorific"]) }
        + goldSessions.flatMap { presences($0, "speakers", ["honorific"]) },
      found: own.flatMap { presences($0, "participants", ["honorific"]) }
        + sessions.flatMap { presences($0, "speakers", ["honorific"]) }
    ),
    QualityFigure(
      "topics",
      expected: goldSessions.flatMap { presences($0, "speakers", ["topic"]) },
      found: sessions.flatMap { presences($0, "speakers", ["topic"]) }
    ),
  ]
}

/// Each statement once, in the order of the first.
func distinct(_ statements: [String]) -> [String] {
  var seen: Set<String> = []
  return statements.filter { seen.insert($0).inserted }
}
