import Diagnostics
import SiteModel

/// Promised addresses at which nothing stands and that lead nowhere (`REL012`), each with what
/// stands for it most likely: the entity of its kind whose new address is nearest.
///
/// Linear, but for comparing gone addresses with new ones, which is done for the first fifty.
func findGoneAddresses(
  _ recorded: [RecordedAddress],
  of site: Site,
  _ addresses: AddressBook
) -> [Diagnostic] {
  guard !recorded.isEmpty else { return [] }
  let redirected = Set(site.redirects.map(\.from))
  let gone = recorded.filter { record in
    addresses.owner(of: record.route) == nil && !redirected.contains(record.route)
  }
  guard !gone.isEmpty else { return [] }
  let promised = Set(recorded.map(\.route))
  var newcomers: [EntityKind: [any Entity]] = [:]
  for kind in Set(gone.map(\.entity.kind)) {
    newcomers[kind] = site.graph.entities(of: kind).filter { entity in
      site.route(of: entity.id).map { !promised.contains($0) } ?? false
    }
  }
  return gone.enumerated().map { index, record in
    let successor = index < 50 ? successor(of: record, newcomers[record.entity.kind] ?? []) : nil
    return Diagnostic(
      LinkingDiagnostics.addressGone,
      .warning,
      at: record.span,
      "the address \(record.route.text) of \(record.entity) is gone"
        + (successor.map { "; is \($0.id) its successor?" } ?? ""),
      help: help(for: record, successor)
    )
  }
}

/// The newcomer that a gone address may stand for: the one of the nearest slug, else the only one
/// that shares most words of four letters or more with it.
private func successor(of record: RecordedAddress, _ newcomers: [any Entity]) -> (any Entity)? {
  let slugs = newcomers.map(\.id.slug.text)
  if let near = closestMatch(to: record.entity.slug.text, among: slugs) {
    return newcomers.first { $0.id.slug.text == near }
  }
  let words = longWords(of: record.entity.slug.text)
  let alike = newcomers.filter { newcomer in
    let others = longWords(of: newcomer.id.slug.text)
    return words.intersection(others).count * 2 > max(words.count, others.count)
  }
  return alike.count == 1 ? alike.first : nil
}

private func longWords(of slug: String) -> Set<Substring> {
  Set(slug.split { $0 == "-" || $0 == "/" }.filter { $0.utf8.count >= 4 })
}

private func help(for record: RecordedAddress, _ successor: (any Entity)?) -> String {
  let retire = "give it up: `sitegen addresses --retire \(record.route.text)`."
  guard let successor else {
    return
      "Add `former-addresses: [\(record.route.text)]` to the record that stands for it, or \(retire)"
  }
  let file = successor.sources.first { $0.path.hasPrefix("Content/") }?.path
  let place = file ?? "the record of \(successor.id) in Content/"
  return "Add `former-addresses: [\(record.route.text)]` to \(place), or \(retire)"
}
