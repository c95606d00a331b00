public import Diagnostics
public import SiteModel

/// The end of the corridor: files to write and what was found on the way.
public struct BuiltSite: Sendable {
  /// The model that pages were made from; nil when errors ended the corridor before.
  public let site: Site?
  /// Every file of the site; empty when errors kept it from being made.
  public let files: [OutputFile]
  /// In the order of stages, within a stage by place.
  public let diagnostics: [Diagnostic]
}
