public import Diagnostics
public import FrontMatter
public import SiteModel

/// One session of a seminar (schema.org `EducationEvent`).
public final class Session: Entity {
  /// What became of it.
  enum Status: String, CaseIterable, Hashable {
    case held
    case cancelled
    case postponed
    case announced
  }

  /// Identity; the slug is the series' slug, `/`, the number.
  public let id: EntityID
  /// Title.
  public let title: String
  /// The day it was or will be held.
  public let date: PartialDate?
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// Presentation before, report after.
  public let texts: [EntityText]
  /// Title, and the number within the series.
  public let namings: [EntityNaming]
  let series: Spanned<String>
  let number: Int?
  let status: Status?
  let speakers: [Presence]

  /// Reads `series`, `number`, `title`, `date`, `status`, `speakers` and `presentation`; the words
  /// of the text, `printed-date` and `printed-status`, are kept for editors.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    series = reader.requiredText("series")
    let printedTitle = reader.requiredText("title")
    title = printedTitle.value
    let printedNumber = reader.integer("number")
    number = printedNumber?.value
    namings = [EntityNaming](title: printedTitle, number: printedNumber)
    date = reader.date("date")
    _ = reader.text("printed-date")
    _ = reader.text("printed-status")
    status = Session.readStatus(&reader)
    speakers = readPresences(&reader, "speakers")
    texts = [
      reader.markdown("presentation").map { EntityText("presentation", $0) },
      document.body.map { EntityText(EntityText.bodyName, $0) },
    ].compactMap { $0 }
    Session.checkRoles(of: speakers, &reader)
  }

  /// By series and number.
  public var sortKey: String { "\(series.value) \(sortable(number))" }

  /// The year it was held, for the archive.
  public var indexGroup: String? { date.map { String($0.year) } }

  /// Series, speakers and moderators.
  public var relations: [RelationReference] {
    [RelationReference(.partOf, .series, series)]
      + speakers.map {
        RelationReference($0.isModerator ? .moderator : .speaker, .person, $0.person)
      }
  }

  private static func readStatus(_ reader: inout FieldReader) -> Status? {
    guard let word = reader.text("status") else { return nil }
    let status = Status(rawValue: word.value)
    if status == nil {
      let words = Status.allCases.map(\.rawValue).joined(separator: ", ")
      reader.report(wrong: "status", form: "one of \(words)", at: word.span)
    }
    return status
  }

  private static func checkRoles(of speakers: [Presence], _ reader: inout FieldReader) {
    for role in speakers.compactMap(\.role) where !Presence.sessionRoles.contains(role.value) {
      reader.report(
        wrong: "role",
        form: Presence.sessionRoles.joined(separator: " or "),
        at: role.span
      )
    }
  }
}

extension Presence {
  static let sessionRoles = ["speaker", "moderator"]

  var isModerator: Bool { role?.value == "moderator" }
}
