public import SiteModel
public import Templating

/// What all pages of a site share, made once before the first of them.
public struct PageParts: Sendable {
  let words: NoteWords
  private(set) var cards: EntityCards
  private(set) var network: EntityNetwork
  /// By template; nil where every name counts as asked for.
  private let asked: [String: AskedNames]?
  /// What frames show, for kinds whose pages all see the rest of the site alike.
  private var frames: [FramePlace: SharedFields] = [:]

  /// Makes the parts of a site, for pages that offer what their templates ask for and no more.
  public init(of site: Site, for templates: TemplateSet) {
    self.init(of: site, words: NoteWords(templates), for: templates)
  }

  /// Makes parts that ask a site for everything but cards and neighbours whenever a page needs it.
  ///
  /// So the site notes what each page reads. Nothing of it is kept in them: `asking` hands them on.
  public init(
    asking site: Site,
    for templates: TemplateSet,
    words: NoteWords,
    keeping cards: [EntityID: EntityCards.Kept],
    _ neighbours: [EntityID: [EntityID]]
  ) {
    self.words = words
    asked = askedNames(site, templates)
    self.cards = EntityCards(asking: site, keeping: cards)
    network = EntityNetwork(asking: site, keeping: neighbours)
  }

  /// The same parts, which ask another site.
  public func asking(_ site: Site) -> PageParts {
    var parts = self
    parts.cards = cards.asking(site)
    parts.network = network.asking(site)
    parts.frames = [:]
    return parts
  }

  /// Makes the parts of a site, for pages that offer all they have.
  public init(of site: Site, words: NoteWords) { self.init(of: site, words: words, for: nil) }

  private init(of site: Site, words: NoteWords, for templates: TemplateSet?) {
    self.words = words
    asked = templates.map { askedNames(site, $0) }
    cards = EntityCards(of: site)
    network = EntityNetwork(of: site)
    // A free page that stands below another page would be seen from there in a way of its own.
    let freePages = site.graph.entities(of: .page).map(\.id.slug.text)
    guard freePages.allSatisfy({ !$0.contains("/") }) else { return }
    for type in site.contentTypes {
      guard let template = type.template, let id = site.graph.entities(of: type.kind).first?.id,
        let place = FramePlace(type, type.route(of: id.slug))
      else { continue }
      let frame = PageFrame(site, at: type.route(of: id.slug), in: type.kind, template, self)
      frames[place] = SharedFields(frame.surroundings)
    }
  }

  func names(askedBy template: String) -> AskedNames {
    asked.map { $0[template] ?? .everything } ?? .everything
  }

  /// What surrounds a page, where other pages have the same around them.
  func surroundings(of type: ContentType?, at route: Route) -> SharedFields? {
    type.flatMap { FramePlace($0, route) }.flatMap { frames[$0] }
  }
}

/// What each template asks for.
private func askedNames(_ site: Site, _ templates: TemplateSet) -> [String: AskedNames] {
  let names = PageShapes.all(site.contentTypes).map(\.template)
  return Dictionary(names.map { ($0, templates.names(askedBy: $0)) }) { first, _ in first }
}

/// A kind and the depth of its pages below its folder: lists, drawings and free pages stand right
/// below the root, so links to them are the same from all such pages.
private struct FramePlace: Hashable {
  private let kind: EntityKind
  private let depth: Int

  /// Nil for what is no page below the folder of the kind.
  init?(_ type: ContentType, _ route: Route) {
    guard let folder = type.routeFolder?.text, route.text.hasPrefix("/\(folder)/") else {
      return nil
    }
    kind = type.kind
    depth = route.text.utf8.count { $0 == UInt8(ascii: "/") }
    guard depth > 2 else { return nil }
  }
}
