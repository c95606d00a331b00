public import Diagnostics
public import FrontMatter

/// The terms under which a text is given.
public struct License: Hashable, Sendable {
  /// What readers see: `CC BY-NC 4.0`, or the address.
  public let name: String
  /// Where the terms stand.
  public let address: String

  /// Reads an identifier of SPDX (`CC-BY-4.0`) or an https address; nil for anything else.
  ///
  /// Licences of Creative Commons get the address and the name of Creative Commons, others those
  /// of SPDX (spdx.org/licenses).
  public init?(_ text: String) {
    if text.hasPrefix("https://"), text.utf8.count > 8, !text.contains(" ") {
      name = text
      address = text
      return
    }
    guard text.wholeMatch(of: /[A-Za-z0-9]+([.\-+][A-Za-z0-9]+)*\+?/) != nil else { return nil }
    if let parts = text.wholeMatch(of: /CC-(BY(?:-NC)?(?:-SA|-ND)?)-([0-9]\.[0-9])/) {
      name = "CC \(parts.1) \(parts.2)"
      address = "https://creativecommons.org/licenses/\(parts.1.lowercased())/\(parts.2)/"
    } else {
      name = text
      address = "https://spdx.org/licenses/\(text).html"
    }
  }
}

extension FieldReader {
  /// The field `license`; another form is reported (`FLD003`).
  public mutating func license() -> License? {
    guard let text = text("license") else { return nil }
    let license = License(text.value)
    if license == nil {
      report(wrong: "license", form: "an SPDX name such as CC-BY-4.0, or an address", at: text.span)
    }
    return license
  }

  /// The field `language`, a BCP 47 tag; another form is reported (`FLD003`) and read all the same.
  public mutating func language() -> Spanned<String>? {
    guard let language = text("language") else { return nil }
    if language.value.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) == nil {
      report(
        wrong: "language",
        form: "a language tag such as fr or fr-CA",
        at: language.span
      )
    }
    return language
  }
}
