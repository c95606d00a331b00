public import Templating

/// A list that stands under a heading of its own: templates show heading and list, or neither.
///
/// Mustache repeats what stands in a section for every element of a list; a record around the list
/// lets a template write the heading once: `{{#works}}<h2>…</h2>{{#items}}…{{/items}}{{/works}}`.
extension TemplateValue {
  /// `items` and `count`; absent when there is nothing to list.
  public static func listing(_ items: [TemplateValue]) -> TemplateValue {
    // Looked at in place: most lists have no gaps, and copying what stands in them counts references.
    let hasGaps = items.indices.contains { items[$0].isAbsent }
    let present = hasGaps ? items.filter { !$0.isAbsent } : items
    guard !present.isEmpty else { return .absent }
    return .record(["items": .list(present), "count": .number(present.count)])
  }

  private var isAbsent: Bool { if case .absent = self { true } else { false } }
}

extension TemplateShape {
  /// The shape of a listing of values of one shape.
  public static func listing(of element: TemplateShape) -> TemplateShape {
    .optional(.record(["items": .list(element), "count": .number]))
  }
}
