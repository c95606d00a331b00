import CSL
public import Diagnostics
public import SiteModel

/// Which citation style a site is to be written in, and who said so.
public struct ChosenStyle: Hashable, Sendable {
  /// The style of the house, for sites that choose none.
  public static let houseName = "donnees-numerique-sante"

  /// Name of the style; or the path of its file, when there is a file at it.
  public let name: String
  /// Where it was chosen; nil on the command line and for the house's.
  public let span: SourceSpan?
  /// Whether somebody chose it.
  public let isExplicit: Bool

  /// Takes the command line's word, else the site's, else the house's.
  public init(commandLine: String?, configuration: SiteConfiguration) {
    name = commandLine ?? configuration.citationStyle?.value ?? ChosenStyle.houseName
    span = commandLine == nil ? configuration.citationStyle?.span : nil
    isExplicit = commandLine != nil || configuration.citationStyle != nil
  }

  /// Chooses by name or path.
  public init(named name: String) {
    self.name = name
    span = nil
    isExplicit = true
  }
}

/// The files of the system that a site lacks to be written in its style, as far as can be told.
///
/// Once they are added (`addInstalledFiles`), a dependent style may ask for its parent and a style
/// for its locales: ask again, at most three times in all. Empty when nothing is missing.
public func findMissingStyleFiles(
  _ tree: SourceTree,
  _ chosen: ChosenStyle,
  language: String
) -> [InstalledFile] {
  guard let file = findStyle(chosen.name, in: tree) else {
    return chosen.isExplicit ? [.style(chosen.name)] : []
  }
  guard let style = try? CSLStyle(xml: file.bytes) else { return [] }  // loading will say why
  if let parent = style.parentName, findStyle(parent, in: tree) == nil { return [.style(parent)] }
  return localeChain(for: style.defaultLocale ?? language)
    .filter { findLocale($0, in: tree) == nil }.map { .locale($0) }
}

/// The style of a name: the site's, then the system's, then a file at that very path.
public func findStyle(_ name: String, in tree: SourceTree) -> SourceFile? {
  let paths = ["Templates/csl/\(name).csl"] + InstalledFile.style(name).paths + [name]
  return paths.lazy.compactMap { tree.file(at: $0) }.first
}

/// The locale of a language: the site's, then the system's.
func findLocale(_ language: String, in tree: SourceTree) -> SourceFile? {
  let paths = ["Templates/csl/locales-\(language).xml"] + InstalledFile.locale(language).paths
  return paths.lazy.compactMap { tree.file(at: $0) }.first
}

extension CSLStyle {
  /// The name of the style that this one depends on, from the address of its parent.
  var parentName: String? {
    independentParent.flatMap { $0.split(separator: "/").last }.map(String.init)
  }
}
