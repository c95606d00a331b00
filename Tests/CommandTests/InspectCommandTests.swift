import Foundation
import Support
import Testing

private let report = """
  Séance 1 : Les cartes

  Intervenants :

  • Ada Lovelace, mathématicienne

  1. Ada Lovelace, mathématicienne

  Les cartes tissent des motifs comme le métier tisse des fleurs, et chaque carte porte une
  opération que l’on peut répéter autant de fois qu’il le faut.

  Questions :

  Combien de cartes faut-il ?

  Il en faut autant que de fils.

  """

private let programme = """
  Séance 1 : les cartes (1er juin 1843)

  Intervenants :

  • Ada Lovelace, comtesse

  Séance 2 : les nombres (3 juillet 1843)

  """

/// The part of the JSON that these tests look at.
private struct InspectedJSON: Decodable {
  struct Seed: Decodable { let listed: Bool }
  struct Person: Decodable {
    let sessions: [String]
    let functions: [Place]
  }
  struct Session: Decodable {
    struct Talk: Decodable { let speakers: [String] }

    let id: String
    let number: Int
    let date: String?
    let line: Int
    let talks: [Talk]
    let questions: [Place]
  }
  struct Place: Decodable { let line: Int }
  struct Anomaly: Decodable { let code: String }

  let seeds: [Seed]
  let persons: [Person]
  let sessions: [Session]
  let mentions: [Place]
  let anomalies: [Anomaly]
}

struct InspectCommandTests {
  private func inspect(_ arguments: [String], in folder: URL) throws -> InspectedJSON {
    let run = try runProgram(["inspect", "--json"] + arguments, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(InspectedJSON.self, from: Data(run.output.utf8))
  }

  @Test func aTextAnywhereIsReadWithoutASite() throws {
    try withSite(["textes/compte rendu.txt": report]) { root in
      let found = try inspect(["textes/compte rendu.txt"], in: root)
      let session = try #require(found.sessions.first)
      #expect(session.number == 1)
      #expect(session.line == 1)
      #expect(session.questions.map(\.line) == [14])
      #expect(session.talks.map(\.speakers) == [["Ada Lovelace"]])
      #expect(found.mentions.map(\.line) == [7])
      #expect(found.anomalies.map(\.code) == ["SED020"])
    }
  }

  @Test func aReportJoinsTheProgrammeThatAnnouncesIt() throws {
    try withSite(["a.txt": report, "b.txt": programme]) { root in
      let found = try inspect(["a.txt", "b.txt"], in: root)
      #expect(found.sessions.map(\.id) == ["b/1", "b/2"])
      #expect(found.sessions.first?.date == "1843-06-01")
      #expect(found.persons.map(\.sessions) == [["b/1"]])
      #expect(found.persons.map(\.functions.count) == [2])
    }
  }

  @Test func theManifestSaysHowItsTextsAreRead() throws {
    let texts = smallestSite.merging([
      "seeds/seeds.yaml": "texts: [{file: a.txt, kind: session-report, series: cartes}]\n",
      "seeds/a.txt": report, "seeds/b.txt": programme,
    ]) { $1 }
    try withSite(texts) { root in
      #expect(try inspect([], in: root).seeds.map(\.listed) == [true, false])
      let one = try inspect([root.appending(path: "seeds/a.txt").path()], in: root)
      #expect(one.sessions.map(\.id) == ["cartes/1"])
    }
  }

  @Test func theOutlineGivesLines() throws {
    try withSite(["a.txt": report]) { root in
      let run = try runProgram(["inspect", "a.txt"], in: root)
      #expect(run.output.contains("a.txt: session-report, recognised by its shape\n"))
      #expect(run.output.contains("    1: 1. Les cartes, no date\n"))
      #expect(run.output.contains("      5: speaker: Ada Lovelace, mathématicienne\n"))
      #expect(run.output.contains("    a.txt:1: note SED020: "))
    }
  }

  @Test(arguments: ["inspect a.txt --kind roman", "inspect --kind issue"])
  func wrongUseEndsWith64(line: String) throws {
    let run = try runProgram(line.split(separator: " ").map(String.init))
    #expect(run.status == 64)
  }

  @Test func aFileThatIsNotThereEndsWith70() throws {
    let run = try runProgram(["inspect", "rien.txt"])
    #expect(run.status == 70)
    #expect(run.errors.contains("SRC013"))
  }
}
