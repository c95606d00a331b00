/// Fields that stand on many pages, kept once and, for one set of templates, laid out once.
///
/// A class, so that each record that has them holds one reference.
public final class SharedFields: Sendable {
  let fields: [TemplateRecord.Field]
  let laidOut: LaidOutFields?

  /// Keeps the fields of a record.
  ///
  /// - Parameters:
  ///   - record: the fields.
  ///   - templates: those that will be asked for pages; any others find the fields as well, only
  ///     more slowly.
  public init(_ record: TemplateRecord, for templates: TemplateSet? = nil) {
    fields = record.allFields
    laidOut = templates.map { LaidOutFields(record, for: $0) }
  }
}

extension TemplateRecord {
  /// Fields that are shared, and some more, which take the place of those of their names.
  public init(_ shared: SharedFields, adding fields: TemplateRecord = [:]) {
    self.init(fields: fields.allFields, shared: shared)
  }
}
