public import Templating

extension EntityKind {
  /// One flag a kind, this one set, so that a template finds the words for it.
  public var flags: TemplateValue {
    .record(TemplateRecord(EntityKind.allCases.map { ($0.rawValue, .flag($0 == self)) }))
  }

  /// The shape of `flags`.
  public static let flagsShape = RecordShape(
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, .flag) })
  )
}
