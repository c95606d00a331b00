public import SiteModel

/// A format the site is given in besides its pages.
///
/// A format is one conforming type and one folder of `Exporters/`.
public protocol Exporter: Sendable {
  /// The files of this format, in a fixed order; each may be made when it is asked for, so that
  /// whoever walks through them once holds one.
  func files(for site: Site) -> any Sequence<OutputFile>
}
