public import Templating

/// A page ready to be filled: address, template and all the template may show.
public struct Page: Hashable, Sendable {
  /// Address.
  public let route: Route
  /// Name of the template.
  public let template: String
  /// Context of the template.
  public private(set) var context: TemplateRecord

  /// Makes a page.
  public init(route: Route, template: String, context: TemplateRecord) {
    self.route = route
    self.template = template
    self.context = context
  }

  /// Gives away the context, of which nothing stays: who alone holds it need not copy it.
  public mutating func takeContext() -> TemplateRecord {
    let taken = context
    context = [:]
    return taken
  }
}
