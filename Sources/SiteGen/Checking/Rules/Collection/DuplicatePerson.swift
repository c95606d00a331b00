public import Diagnostics
import Markup
import SiteModel

/// One person has one record.
public struct DuplicatePerson: Rule {
  /// `DUP001`.
  public static let code = DiagnosticCode(
    "DUP001",
    "duplicate-person",
    rule: "One person has one record.",
    remedy: "Write `same-as: [slug]` into one of the two records; two of one name need nothing.",
    explanation: """
      « A. Lovelace », « Lovelace Ada » and « Ada Lovelace » are probably one person, whose texts are
      scattered over two pages. Where they are two, give this rule the weight `off` in site.yaml, or
      write their names in full.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every person whose name is that of an earlier one, written otherwise.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    var persons: [String: any Entity] = [:]
    var found: [Diagnostic] = []
    let all = built.site.graph.entities(of: .person).compactMap { entity in
      entity.personName.map { (entity: entity, keys: keys(of: $0)) }
    }
    // Names in full first: initials are held against them.
    for isInitials in [false, true] {
      for person in all where person.keys.isInitials == isInitials {
        let lookup = isInitials ? [person.keys.initials] : person.keys.whole
        if let earlier = lookup.compactMap({ persons[$0] }).first, earlier.id != person.entity.id {
          found.append(report(person.entity, like: earlier))
        }
        for key in person.keys.whole + [person.keys.initials] where persons[key] == nil {
          persons[key] = person.entity
        }
      }
    }
    return found
  }

  private struct Keys {
    /// The words of the name in any order, and in that of the record.
    let whole: [String]
    let initials: String
    let isInitials: Bool
  }

  private func keys(of name: PersonName) -> Keys {
    let given = slugify(name.given).split(separator: "-")
    let family = slugify(name.family).split(separator: "-")
    let initials = given.compactMap { $0.first.map(String.init) }.joined(separator: " ")
    return Keys(
      whole: [(given + family).sorted().joined(separator: " ")],
      initials: "\(family.joined(separator: "-")), \(initials)",
      isInitials: !given.isEmpty && given.allSatisfy { $0.utf8.count == 1 }
    )
  }

  private func report(_ person: any Entity, like earlier: any Entity) -> Diagnostic {
    return Diagnostic(
      Self.code,
      .warning,
      at: person.start,
      "\"\(person.title)\" may be \"\(earlier.title)\"",
      notes: [.init("\(earlier.id) stands here", at: earlier.start)]
    )
  }
}
