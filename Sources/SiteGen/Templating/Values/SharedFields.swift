/// Fields that stand on many pages, kept once.
///
/// A class, so that each record that has them holds one reference.
public final class SharedFields: Sendable {
  let fields: [TemplateRecord.Field]

  /// Keeps the fields of a record.
  public init(_ record: TemplateRecord) { fields = record.allFields }
}

extension TemplateRecord {
  /// Fields that are shared, and some more, which take the place of those of their names.
  public init(_ shared: SharedFields, adding fields: TemplateRecord = [:]) {
    self.init(fields: fields.shared == nil ? fields.fields : fields.allFields, shared: shared)
  }
}
