public import Templating

extension EntityKind {
  /// One flag a kind, this one set, so that a template finds the words for it.
  public var flags: TemplateValue { EntityKind.allFlags[Int(order)] }

  /// By the place of the kind, made once: pages ask for them at every line of a list.
  private static let allFlags: [TemplateValue] = allCases.map { kind in
    let flags = TemplateRecord(allCases.map { ($0.rawValue, .flag($0 == kind)) })
    return .record(TemplateRecord(SharedFields(flags)))
  }

  /// The shape of `flags`.
  public static let flagsShape = RecordShape(
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, .flag) })
  )
}
