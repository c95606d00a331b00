public import Diagnostics

/// The rules of rendering.
public enum RenderingDiagnostics {
  /// A page whose template is not there.
  public static let missingTemplate = DiagnosticCode(
    "TPL100",
    "missing-page-template",
    rule: "Every kind of page has its template in `Templates/`.",
    remedy: "Create the template, or restore it from the project."
  )
  /// An asset that no page could reach.
  public static let strayAsset = DiagnosticCode(
    "OUT100",
    "stray-asset",
    rule:
      "Files that are published stand in Templates/assets/, Content/assets/ or beside a content file.",
    remedy: "Move the file there, or out of the site."
  )

  /// All of them, in order.
  public static let all = [missingTemplate, strayAsset]
}
