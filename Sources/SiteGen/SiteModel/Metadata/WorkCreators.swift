public import CSL

extension CSLItem {
  /// Authors, or editors where there are none.
  public var creators: [CSLName] {
    names("author").isEmpty ? names("editor") : names("author")
  }
}

extension CSLName {
  /// The name in its parts; nil for institutions and others that have one name only.
  public var personName: PersonName? {
    literal.isEmpty ? PersonName(given: given, family: familyText) : nil
  }

  /// The whole family name, or the name of an institution: `van der Berg`.
  public var shortText: String { literal.isEmpty ? familyText : literal }

  /// Given names first: `Jan van der Berg Jr`.
  public var fullText: String {
    literal.isEmpty ? joined([given, droppingParticle, familyText, suffix]) : literal
  }

  /// Family name first: `van der Berg, Jan`.
  public var invertedText: String {
    let rest = joined([given, droppingParticle, suffix])
    return literal.isEmpty && !rest.isEmpty ? "\(familyText), \(rest)" : shortText
  }

  private var familyText: String {
    guard !nonDroppingParticle.isEmpty else { return family }
    // A particle with an apostrophe stands close to its name.
    let isElided = nonDroppingParticle.hasSuffix("'") || nonDroppingParticle.hasSuffix("’")
    return isElided ? nonDroppingParticle + family : joined([nonDroppingParticle, family])
  }

  private func joined(_ parts: [String]) -> String {
    var text = ""
    for part in parts where !part.isEmpty { text += text.isEmpty ? part : " \(part)" }
    return text
  }
}

extension EntityGraph {
  /// The person of the collection that linking found for a creator of a work; nil for none.
  public func person(named name: CSLName, creatorOf work: EntityID) -> (any Entity)? {
    guard let written = name.personName else { return nil }
    return firstTarget(of: .creator, from: work) { $0.personName?.canBe(written) ?? false }
  }
}
