import Diagnostics
import SiteModel

/// The addresses that lead to pages of other addresses: those under `former-addresses` of records,
/// then those of identities that editors joined to others (`same-as`).
///
/// Every redirect leads straight to a page that stands, so there are no chains and no cycles: an
/// old address at which a page stands, the own one among them, is no old address (`REL013`), and
/// one that two claim is reported with both places (`REL014`). Emits `REL015` too. Linear but for
/// sorting.
func resolveRedirects(
  _ content: LoadedContent,
  in site: Site,
  _ addresses: AddressBook
) -> Diagnosed<[Redirect]> {
  var collection = RedirectCollection(addresses: addresses)
  for item in content.items {
    for written in item.formerAddresses { collection.add(written, of: item.entity.id) }
  }
  for (id, target, span) in content.corrections.moved {
    // An identity that has a page in spite of all was reported as claimed twice; terms have none.
    guard site.contentType(of: id.kind)?.hasEntityPages ?? false, site.graph.entity(id) == nil,
      site.graph.entity(target) != nil, let route = site.route(of: id)
    else { continue }
    collection.add(Redirect(from: route, to: target, at: span))
  }
  return Diagnosed(
    collection.redirects.values.sorted { $0.from < $1.from },
    collection.diagnostics
  )
}

private struct RedirectCollection {
  let addresses: AddressBook
  var redirects: [Route: Redirect] = [:]
  var diagnostics: [Diagnostic] = []

  init(addresses: AddressBook) { self.addresses = addresses }

  mutating func add(_ written: Spanned<String>, of id: EntityID) {
    guard let route = Route(former: written.value) else {
      report(
        LinkingDiagnostics.invalidFormerAddress,
        at: written.span,
        "\"\(written.value)\" is no address of this site"
      )
      return
    }
    if let owner = addresses.owner(of: route) {
      let place = owner == .entity(id) ? "its own page" : "\(owner)"
      report(
        LinkingDiagnostics.formerAddressAlive,
        at: written.span,
        "\"\(written.value)\" is said to lead to \(id), but is the address of \(place)"
      )
      return
    }
    add(Redirect(from: route, to: id, at: written.span))
  }

  mutating func add(_ redirect: Redirect) {
    guard let first = redirects[redirect.from] else {
      redirects[redirect.from] = redirect
      return
    }
    guard first.target != redirect.target else { return }
    report(
      LinkingDiagnostics.formerAddressClaimedTwice,
      at: redirect.span,
      "\(redirect.from.text) is said to lead to \(redirect.target) and to \(first.target)",
      notes: [.init("\(first.target) claims it here", at: first.span)]
    )
  }

  private mutating func report(
    _ code: DiagnosticCode,
    at span: SourceSpan,
    _ summary: String,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(code, .error, at: span, summary, notes: notes))
  }
}
