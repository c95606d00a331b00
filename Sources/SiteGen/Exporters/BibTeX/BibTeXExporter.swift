import CSL
public import SiteModel

/// `.bib` files of all works, of each, and of those of issues and persons, as BibLaTeX, which holds
/// more than BibTeX and which Zotero and JabRef read as well.
public struct BibTeXExporter: Exporter {
  /// Makes the exporter.
  public init() {}

  /// A file a set of works.
  public func files(for site: Site) -> ExportedFiles {
    workFiles(
      for: site,
      in: .bib,
      write: { BibTeX.writeEntries($0, dialect: .bibLaTeX) },
      join: joinByEmptyLines
    )
  }
}
