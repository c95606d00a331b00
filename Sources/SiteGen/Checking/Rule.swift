public import Diagnostics
public import SiteModel

/// Something that must be true of the whole site once it is built.
///
/// A rule is one conforming type and one file of `Checking/Rules/`.
public protocol Rule: Sendable {
  /// The code it reports under.
  static var code: DiagnosticCode { get }

  /// What breaks the rule.
  func check(_ built: CheckedSite) -> [Diagnostic]
}

/// A built site as rules see it: its model, and its pages scanned once.
public struct CheckedSite: Sendable {
  /// The model.
  public let site: Site
  let pages: [ScannedPage]
  let paths: Set<String>

  /// Scans the pages among the output files; linear in their bytes.
  public init(site: Site, files: [OutputFile]) {
    self.init(
      site: site,
      paths: files.map(\.path),
      pages: files.compactMap { ScannedPage($0, addressing: site.addressing) }
    )
  }

  /// Takes pages that are scanned already, in the order of the files.
  public init(site: Site, paths: [OutputPath], pages: [ScannedPage]) {
    self.site = site
    self.pages = pages
    self.paths = Set(paths.map(\.text))
  }
}
