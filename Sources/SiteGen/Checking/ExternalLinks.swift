public import Diagnostics
import Markdown
public import SiteModel

/// Addresses of other sites, as the texts of a site write them.
public enum ExternalLinks {
  /// An address that does not answer; asked for by `sitegen check --external` alone.
  public static let deadAddress = DiagnosticCode(
    "LNK005",
    "dead-external-address",
    rule: "An address of another site answers.",
    remedy: "Correct the address, or link to a copy such as that of the Internet Archive.",
    explanation: """
      `sitegen check --external` asks every address once; one that answered is not asked again for a
      week. It is always a warning, in strict checks too: another site may be down today.
      """
  )

  /// Every http and https address that a text links to, with its places, in the order of entities.
  ///
  /// Empty where the editors gave the rule the weight `off`. Linear.
  public static func all(of site: Site) -> [Spanned<String>] {
    guard !site.configuration.silencedCodes.contains(deadAddress.id) else { return [] }
    return site.contentTypes.flatMap { type in
      site.graph.entities(of: type.kind).flatMap { entity in
        entity.texts.flatMap { text in
          (site.text(text.name, of: entity.id)?.links ?? []).filter { link in
            link.value.hasPrefix("https://") || link.value.hasPrefix("http://")
          }
        }
      }
    }
  }
}
