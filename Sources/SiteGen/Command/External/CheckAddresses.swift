import Checking
import Diagnostics
import Foundation

/// Which of the addresses that texts link to do not answer, each reported where it first stands.
///
/// Emits `LNK005`.
func checkAddresses(_ links: [Spanned<String>], site: String, seconds: Int) -> [Diagnostic] {
  let today = Int(Date().timeIntervalSince1970 / 86_400)
  var places: [String: SourceSpan] = [:]
  let addresses = links.compactMap { link -> String? in
    let address = String(link.value.prefix { $0 != "#" })
    guard places[address] == nil else { return nil }
    places[address] = link.span
    return address
  }
  var cache = AddressCache(site: site)
  let asked = cache.stale(addresses, today: today)
  guard let answers = probeAddresses(asked, seconds: seconds, today: today) else {
    write("warning: no address was asked: install curl\n", to: .standardError)
    return []
  }
  cache.keep(answers, of: addresses)
  return addresses.compactMap { address in
    guard let answer = cache.answers[address], !answer.isAlive else { return nil }
    return Diagnostic(
      ExternalLinks.deadAddress,
      .warning,
      at: places[address],
      "\(address) is not there: \(answer.fault)"
    )
  }
}
