import CSL
public import SiteModel

/// `.json` files of all works, of each, and of those of issues and persons: CSL-JSON without loss.
public struct CSLJSONExporter: Exporter {
  /// Makes the exporter.
  public init() {}

  /// A file a set of works: an array, each item on a line of its own.
  public func files(for site: Site) -> ExportedFiles {
    workFiles(
      for: site,
      in: .json,
      write: { $0.map { CSLJSON.tree(of: $0).bytes() } },
      join: { items in
        var list = Array("[\n".utf8)
        appendJoined(items, by: Array(",\n".utf8), to: &list)
        list.append(contentsOf: "\n]\n".utf8)
        return list
      }
    )
  }
}
