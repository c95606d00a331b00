public import SiteModel

/// A format the site is given in besides its pages.
///
/// A format is one conforming type and one folder of `Exporters/`.
public protocol Exporter: Sendable {
  /// The files of this format.
  func files(for site: Site) -> ExportedFiles
}
