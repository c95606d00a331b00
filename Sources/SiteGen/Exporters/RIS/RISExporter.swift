import CSL
public import SiteModel

/// `.ris` files of all works, of each, and of those of issues and persons.
public struct RISExporter: Exporter {
  /// Makes the exporter.
  public init() {}

  /// A file a set of works.
  public func files(for site: Site) -> ExportedFiles {
    workFiles(for: site, in: .ris, write: RIS.writeRecords, join: joinByEmptyLines)
  }
}
