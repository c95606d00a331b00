import Diagnostics
import Markup
public import SiteModel

/// What must be known of a page to see that it breaks no rule: a few hundred numbers, so that pages
/// can be written and forgotten before all are made.
///
/// Texts are kept as hashes. A page that may break a rule is made again and shown to the rules.
public struct PageFacts: Sendable {
  /// Its path.
  let path: UInt64
  /// What other files its links lead to but those that are known, in their order, each as often as
  /// it is named.
  let targets: [UInt64]
  /// The places of other pages that its links name.
  let foreignPlaces: [ForeignPlace]
  /// Its ids, each a place, ascending.
  let places: [UInt64]
  /// Whether it breaks a rule by itself, or may do so.
  let isSuspect: Bool

  /// A place and the page on which it should be.
  struct ForeignPlace: Hashable, Sendable {
    let page: UInt64
    let place: UInt64
  }

  /// Scans a file of the output; nil for what is no page.
  ///
  /// Linear in its bytes; pure, so that pages may be scanned on several threads.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - addressing: where the site stands.
  ///   - files: files that will be there, which need not be looked for later; nil where none is
  ///     known yet.
  public init?(_ file: OutputFile, addressing: Addressing, among files: KnownFiles? = nil) {
    guard file.path.text.hasSuffix(".html"), case .bytes(let html) = file.contents else {
      return nil
    }
    self = html.withUnsafeBufferPointer { bytes in
      var scanner = HTMLScan(html: bytes)
      scanner.scan()
      return PageFacts(
        scanner.found,
        of: bytes,
        on: file.path,
        basePath: addressing.basePath,
        among: files
      )
    }
  }

  private init(
    _ found: HTMLScan.Found,
    of html: UnsafeBufferPointer<UInt8>,
    on page: OutputPath,
    basePath: String,
    among files: KnownFiles?
  ) {
    let resolver = LinkResolver(page: page.text, basePath: basePath)
    path = resolver.pageHash
    var places = found.ids.map { range in
      let escape = html.position(in: range) { $0.marks(of: UInt8(ascii: "&")) }
      return placeHash(
        escape == range.upperBound
          ? byteHash(html, range) : byteHash(html.attributeText(range)),
        on: resolver.pageHash
      )
    }
    places.sort()
    var targets: [UInt64] = []
    if files == nil { targets.reserveCapacity(found.links.count) }
    var foreign: [ForeignPlace] = []
    var isSuspect = !found.handlers.isEmpty
    for range in found.links {
      guard let link = resolver.resolve(html, range) else { continue }
      isSuspect = isSuspect || link.mayBeScript
      if link.page != path, !(files?.contains(link.page) ?? false) { targets.append(link.page) }
      guard let place = link.place else { continue }
      if link.page == path {
        isSuspect = isSuspect || !places.containsSorted(place)
      } else {
        foreign.append(.init(page: link.page, place: place))
      }
    }
    self.targets = targets
    foreignPlaces = foreign
    self.places = places
    self.isSuspect = isSuspect || zip(places, places.dropFirst()).contains { $0 == $1 }
  }
}

/// The pages that may break a rule, and those to which their broken links lead, by their places in
/// the list, in order; linear but for the search among the places of one page.
public func findSuspectPages(_ pages: [PageFacts?], among paths: [OutputPath]) -> [Int] {
  let pages = pages.enumerated().compactMap { index, page in page.map { (index, $0) } }
  // Pages that were scanned among the files name hardly any other.
  let isComplete = pages.allSatisfy { $0.1.targets.isEmpty }
  let files = KnownFiles(isComplete ? [] : paths)
  let known = KnownFiles(hashes: pages.map(\.1.path))
  var suspects: Set<Int> = []
  for (index, page) in pages {
    var isSound = !page.isSuspect && page.targets.allSatisfy(files.contains)
    for link in page.foreignPlaces {
      let target = known.place(of: link.page).map { pages[$0] }
      if let target, target.1.places.containsSorted(link.place) { continue }
      isSound = false
      if let target { suspects.insert(target.0) }
    }
    if !isSound { suspects.insert(index) }
  }
  return suspects.sorted()
}

extension [UInt64] {
  /// Whether a list in ascending order holds a value; logarithmic.
  fileprivate func containsSorted(_ value: UInt64) -> Bool {
    let place = partitioningIndex { $0 >= value }
    return place < count && self[place] == value
  }
}
