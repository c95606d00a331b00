public import Diagnostics
public import SiteModel
public import Templating

/// Checks every template that pages need against the names its pages offer.
///
/// Emits `TPL100` and what checking one template emits.
public func checkTemplates(_ templates: TemplateSet, for types: [ContentType]) -> [Diagnostic] {
  PageShapes.all(types).flatMap { template, shape -> [Diagnostic] in
    guard templates.contains(template) else {
      return [
        Diagnostic(
          RenderingDiagnostics.missingTemplate,
          .error,
          at: nil,
          "Templates/\(template).mustache is missing"
            + suggestion(for: template, among: templates.names)
        )
      ]
    }
    return templates.check(template, against: shape)
  }
}
