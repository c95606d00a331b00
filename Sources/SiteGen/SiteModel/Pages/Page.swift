public import Templating

/// A page ready to be filled: address, template and all the template may show.
public struct Page: Hashable, Sendable {
  /// Address.
  public let route: Route
  /// Name of the template.
  public let template: String
  /// Context of the template.
  public let context: TemplateRecord

  /// Makes a page.
  public init(route: Route, template: String, context: TemplateRecord) {
    self.route = route
    self.template = template
    self.context = context
  }
}
