extension Site {
  /// Whether an identity is that of a text as it was before.
  public func isEarlierVersion(_ id: EntityID) -> Bool {
    graph.earlierVersions.contains { $0.id == id }
  }

  /// The address of the text that has taken the place of an earlier version; nil for other texts.
  public func presentVersion(of id: EntityID) -> Route? {
    guard isEarlierVersion(id), let edition = id.earlierEdition else { return nil }
    return route(of: edition.present)
  }
}

extension EntityID {
  /// The identity of a version of a text, from 1, once another has taken its place.
  public func earlierVersion(_ number: Int) -> EntityID? {
    Slug("\(slug.text)/v\(number)").map { EntityID(kind, $0) }
  }

  /// The text and the number of the version that an identity names; nil where it names none.
  public var earlierEdition: (present: EntityID, number: Int)? {
    let parts = slug.text.split(separator: "/")
    guard parts.count > 1, let last = parts.last, last.first == "v",
      let number = Int(last.dropFirst()),
      let present = Slug(parts.dropLast().joined(separator: "/"))
    else { return nil }
    return (EntityID(kind, present), number)
  }
}
