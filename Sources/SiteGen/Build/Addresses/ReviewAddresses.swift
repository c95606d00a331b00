public import Diagnostics
public import FileSystem
import Linking
import SiteModel

/// What the addresses of a site came to.
public struct AddressReport: Sendable {
  /// The sources, for printing places.
  public let sources: SourceTree
  /// Everything found as far as the graph, in the order of stages.
  public let diagnostics: [Diagnostic]
  /// The addresses.
  public let plan: AddressPlan
  /// Addresses to be given up that nobody promised, or at which a page stands, as written.
  public let unretirable: [String]
  /// Whether `Content/addresses.yaml` was written.
  public let isWritten: Bool
}

/// Holds the addresses of a site against those that it has promised, and records them.
///
/// Nothing is written with an error among what is found, since a page that could not be read would
/// seem gone, nor when an address cannot be given up.
///
/// - Parameters:
///   - directory: folder of the site.
///   - settings: how it is built.
///   - retired: addresses to be given up, as editors write them.
///   - isUpdate: whether `Content/addresses.yaml` is to be written.
/// - Returns: the addresses, and whether they were written.
/// - Throws: `FileSystemError` when a file cannot be read or written.
public func reviewAddresses(
  of directory: SiteDirectory,
  _ settings: BuildSettings,
  retiring retired: [String],
  isUpdate: Bool
) async throws(FileSystemError) -> AddressReport {
  let read = try readSources(directory)
  let sources = try addInstalledStyle(to: read.value, settings)
  let linked = await linkSources(sources, settings)
  let recorded = linked.content.recordedAddresses
  let routes = retired.map { Route(former: $0) }
  let plan = AddressPlan(linked.site, recorded: recorded, retired: Set(routes.compactMap { $0 }))
  let retirable = Set(plan.lines.filter { $0.state == .retired }.map(\.route))
  let unretirable = zip(retired, routes).filter { _, route in
    !(route.map { retirable.contains($0) } ?? false)
  }.map(\.0)
  let diagnostics =
    read.diagnostics.sortedForPrinting()
    + linked.diagnostics.filter { !isGone($0, at: retirable, recorded) }
  let old = sources.file(at: RecordedAddress.path)?.bytes
  let new = Array(plan.record.utf8)
  let writes = isUpdate && unretirable.isEmpty && !diagnostics.containsError && old != new
  if writes {
    try writeSources([SourceEdit(path: RecordedAddress.path, old: old, new: new)], to: directory)
  }
  return AddressReport(
    sources: sources,
    diagnostics: diagnostics,
    plan: plan,
    unretirable: unretirable,
    isWritten: writes
  )
}

/// Whether a diagnostic speaks of an address that is given up now.
private func isGone(
  _ diagnostic: Diagnostic,
  at retired: Set<Route>,
  _ recorded: [RecordedAddress]
) -> Bool {
  diagnostic.code == LinkingDiagnostics.addressGone
    && recorded.contains { retired.contains($0.route) && $0.span == diagnostic.span }
}
