import SiteModel

/// What is other in loaded content than at the last build.
struct ContentChanges {
  /// An item and its document.
  typealias Loaded = (item: LoadedContent.Item, document: Document)

  /// Places of the items that were read anew or are shown anew, ascending.
  var changed: [Int] = []
  /// By place, the documents of those.
  var documents: [Int: Document] = [:]
  /// By place, what stood for those before, wherever it stood.
  var old: [Int: Loaded] = [:]
  /// What is no more.
  var gone: [Loaded] = []
  /// Where each item stood before; nil when every item stands where it stood.
  var places: [Int?]?
  var isSameFrame = false
  var areSameCorrections = false
  /// Whether published texts have the same versions, which say the same.
  var areSameEditions = false
  var isSameStyle = false
  /// Names of the templates that are other.
  var templates: Set<String> = []
}

extension ContentChanges {
  /// Some records are other, and nothing else.
  init(recordsAt places: [Int]) {
    self.init(
      changed: places,
      isSameFrame: true,
      areSameCorrections: true,
      areSameEditions: true,
      isSameStyle: true
    )
  }

  /// Tells where each item stood before, and which are other.
  mutating func compare(
    _ before: LoadedContent,
    _ documents: [Document],
    _ content: LoadedContent,
    _ now: [Document],
    where isOther: (EntityID) -> Bool
  ) {
    let places = placesBefore(of: now, in: documents)
    self.places = places
    changed = now.indices.filter { place in
      isOther(now[place].id) || (places.map { $0[place] == nil } ?? false)
    }
    for place in changed {
      self.documents[place] = now[place]
      guard let last = places.map({ $0[place] }) ?? place else { continue }
      old[place] = (before.items[last], documents[last])
    }
    if let places {
      let kept = Set(places.compactMap { $0 })
      gone = documents.indices.filter { !kept.contains($0) }.map {
        (before.items[$0], documents[$0])
      }
    }
    areSameCorrections =
      content.corrections == before.corrections && content.withheld == before.withheld
  }
}

extension LoadedContent {
  /// Puts another item of the same identity in a place, without a copy of the others.
  mutating func replaceItem(at place: Int, by item: Item) {
    var items = items
    // Held by nobody else, the list is changed where it is.
    self = withItems([])
    items[place] = item
    self = withItems(items)
  }
}
