/// The language tags to look for, most general first, when a text is in `language`.
///
/// Dialects fall back on the primary one of their language, every language on American English
/// (CSL 1.0.2 § Locale fallback).
public func localeChain(for language: String) -> [String] {
  let wanted = completeTag(language)
  let primary = wanted.split(separator: "-").first.map { primaryDialect(of: String($0)) } ?? "en-US"
  var chain: [String] = []
  for tag in ["en-US", primary, wanted] where !chain.contains(tag) { chain.append(tag) }
  return chain
}

/// The tag with its region: `fr` gives `fr-FR`; private extensions are cut.
private func completeTag(_ language: String) -> String {
  let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
  guard let first = parts.first, first.count <= 3, first.allSatisfy({ $0.isLetter }) else {
    return "en-US"
  }
  guard parts.count > 1, parts[1].count == 2 else { return primaryDialect(of: first.lowercased()) }
  return first.lowercased() + "-" + parts[1].uppercased()
}

private func primaryDialect(of language: String) -> String {
  let regions = [
    "af": "ZA", "bg": "BG", "ca": "AD", "cs": "CZ", "cy": "GB", "da": "DK", "de": "DE", "el": "GR",
    "en": "US", "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN",
    "hr": "HR", "hu": "HU", "id": "ID", "is": "IS", "it": "IT", "ja": "JP", "km": "KH", "ko": "KR",
    "lt": "LT", "lv": "LV", "mn": "MN", "nb": "NO", "nl": "NL", "nn": "NO", "pl": "PL", "pt": "PT",
    "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE", "th": "TH", "tr": "TR",
    "uk": "UA", "vi": "VN", "zh": "CN",
  ]
  guard let region = regions[language] else { return language }
  return "\(language)-\(region)"
}

/// The locale a style writes in: the given files in fallback order, then what the style overrides.
func composeLocale(
  language: String,
  files: [CSLLocale],
  overrides: [CSLLocale]
) -> CSLLocale {
  let chain = localeChain(for: language)
  var result = CSLLocale(language: chain.last ?? "en-US")
  for tag in chain {
    // A file may bear the bare language ("ar", "eu") where the request names a region.
    let bare = String(tag.prefix { $0 != "-" })
    if let file = files.first(where: { $0.language == tag })
      ?? files.first(where: { $0.language == bare })
    {
      result = result.overlaid(with: file)
    }
  }
  let wanted = chain.last ?? "en-US"
  let bare = String(wanted.prefix { $0 != "-" })
  for fragment in overrides where fragment.language.isEmpty {
    result = result.overlaid(with: fragment)
  }
  for fragment in overrides where fragment.language == bare {
    result = result.overlaid(with: fragment)
  }
  for fragment in overrides where fragment.language == wanted && wanted != bare {
    result = result.overlaid(with: fragment)
  }
  return result
}
