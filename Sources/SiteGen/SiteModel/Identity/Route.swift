import Diagnostics
import Markup

/// The address of a page or file within the site: `/personnes/ada-lovelace/`, `/404.html`.
///
/// Begins with `/`; ends with `/` exactly when it names a page that stands in its own folder. An
/// anchor on a page stands after `#`.
public struct Route: Hashable, Sendable, Comparable {
  /// The address as written after the host and base path.
  public let text: String

  /// The home page.
  public static let home = Route(text: "/")

  /// The page of a slug below a folder; an empty folder puts it at the top.
  public init(folder: String, slug: Slug) {
    var text = ""
    text.reserveCapacity(folder.utf8.count + slug.text.utf8.count + 3)
    text += "/"
    if !folder.isEmpty {
      text += folder
      text += "/"
    }
    text += slug.text
    text += "/"
    self.text = text
  }

  /// The index page of a folder.
  public init(folder: Slug) { text = "/\(folder.text)/" }

  /// A place on a page.
  public init(_ page: Route, anchor: Slug) { text = "\(page.text)#\(anchor.text)" }

  /// A file that is addressed by its name, such as `404.html`.
  public init(file: OutputPath) { text = "/\(file.text)" }

  /// An address that is known when the program is written; begins with `/`.
  init(fixed text: StaticString) { self.text = "\(text)" }

  /// An address as authors write it in texts, from the root of the site (`/axes/valeur/`); nil when
  /// it is none or climbs out of the site.
  public init?(address: String) {
    let slash = UInt8(ascii: "/")
    let parts = address.utf8.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
    guard address.utf8.first == slash,
      !parts.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }),
      parts.dropLast().allSatisfy({ !$0.isEmpty })
    else { return nil }
    text = address
  }

  /// An address that the site once had, as editors write it; nil when it is none.
  ///
  /// `%C3%A9` is read as the letter, `/a` and `/a/index.html` as the page `/a/`; an address with a
  /// query or a place on a page is none, since servers never see the one or the other alone.
  public init?(former address: String) {
    guard !address.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
    else { return nil }
    var text = percentDecoded(address)
    if text.hasSuffix("/index.html") { text.removeLast("index.html".count) }
    let name = text.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    if !name.isEmpty, !name.contains(UInt8(ascii: ".")) { text += "/" }
    guard text != "/", let route = Route(address: text), OutputPath(route.outputText) != nil else {
      return nil
    }
    self = route
  }

  /// The address as links and files of servers must write it.
  public var percentEncoded: Route { Route(text: percentEncodedPath(text)) }

  /// Whether a page can stand here, rather than a file of another kind.
  public var isPage: Bool {
    text.hasSuffix("/") || text.hasSuffix(".html") || text.hasSuffix(".htm")
  }

  /// Orders by bytes.
  public static func < (left: Route, right: Route) -> Bool {
    left.text.precedesInBytes(right.text)
  }

  /// Path of the file that answers this address, relative to the output folder.
  public var outputText: String {
    let address = text.utf8
    let relative = address[..<(address.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex)]
      .dropFirst()
    let path = String(Substring(relative))
    return relative.isEmpty || relative.last == UInt8(ascii: "/") ? path + "index.html" : path
  }

  private init(text: String) { self.text = text }
}
