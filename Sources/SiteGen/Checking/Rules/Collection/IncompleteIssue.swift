public import Diagnostics
import SiteModel

/// An issue has an abstract, which search engines and catalogues show in its place.
public struct MissingAbstract: Rule {
  /// `MET002`.
  public static let code = DiagnosticCode(
    "MET002",
    "missing-abstract",
    rule: "An issue has an abstract.",
    remedy: "Add the field `abstract: |` with a paragraph below it, indented by two spaces.",
    explanation: """
      Search engines, catalogues and library software show the abstract where they cannot show the
      text; without it they show its first words or nothing.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every issue without one.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    incomplete(.issue, Self.code, of: built, lacking: "abstract") { issue in
      !issue.texts.contains { $0.name == "abstract" }
    }
  }
}

/// An issue has authors.
public struct MissingAuthor: Rule {
  /// `MET003`.
  public static let code = DiagnosticCode(
    "MET003",
    "missing-author",
    rule: "An issue has at least one author.",
    remedy: "Add the field `authors:` with the file names of persons of Content/people/.",
    explanation: """
      Without an author no catalogue takes the text, and no citation of it can be formatted. `sitegen
      new person "Ada Lovelace"` makes the record of a person.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every issue without one.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    incomplete(.issue, Self.code, of: built, lacking: "author") { issue in
      built.site.graph.relations(from: issue.id, .author).isEmpty
    }
  }
}

/// Issues and events are dated.
public struct MissingDate: Rule {
  /// `MET004`.
  public static let code = DiagnosticCode(
    "MET004",
    "missing-date",
    rule: "An issue or an event has a date.",
    remedy:
      "Add the field `date:` with a year, a month (2026-01) or a day (2026-01-31); `sitegen publish` gives an issue that of the day.",
    explanation: """
      Without a date the text is in no chronology and cannot be cited. `sitegen publish` writes the
      date of an issue when it comes out.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every issue and event without one.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    [EntityKind.issue, .event].flatMap { kind in
      incomplete(kind, Self.code, of: built, lacking: "date") { $0.date == nil }
    }
  }
}

/// What is said of every entity of a kind that lacks something, at its title.
private func incomplete(
  _ kind: EntityKind,
  _ code: DiagnosticCode,
  of built: CheckedSite,
  lacking noun: String,
  _ lacks: (any Entity) -> Bool
) -> [Diagnostic] {
  built.site.graph.entities(of: kind).filter(lacks).map { entity in
    let title = entity.namings.first { $0.form == .title }?.words.span
    return Diagnostic(
      code,
      .warning,
      at: title ?? entity.start,
      "\(kind.rawValue) \"\(entity.title)\" has no \(noun)"
    )
  }
}
