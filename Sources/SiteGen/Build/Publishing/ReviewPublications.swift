import Diagnostics
import Loading
import Publishing
import SiteModel

/// Every published text held against the registry.
///
/// A text whose file cannot be read is passed over: its own faults are told. Emits `PUB001` and
/// `PUB004` to `PUB009`.
struct ReviewedPublications: Sendable {
  /// In the order of the registry.
  private(set) var reviews: [PublicationReview] = []
  private let registry: [Diagnostic]
  /// What is wrong with each.
  private var found: [[Diagnostic]] = []

  /// - Parameters:
  ///   - registry: what was published.
  ///   - merged: the documents of what was published, among others or alone.
  ///   - items: the entities.
  ///   - sources: the files that the registry tells of.
  ///   - day: the date of today.
  init(
    _ registry: Diagnosed<PublicationRegistry>,
    _ merged: MergedContent,
    _ items: [LoadedContent.Item],
    _ sources: SourceTree,
    on day: PartialDate?
  ) {
    self.registry = registry.diagnostics
    guard !registry.value.publications.isEmpty else { return }
    let entities = Dictionary(items.map { ($0.entity.id, $0.entity) }) { first, _ in first }
    let documents = Dictionary(merged.documents.map { ($0.id, $0) }) { first, _ in first }
    for publication in registry.value.publications {
      let document = documents[publication.id]
      let isBroken = document?.sources.contains { merged.brokenPaths.contains($0.path) } ?? false
      guard !isBroken else { continue }
      let entity = entities[publication.id]
      let review = PublicationReview.review(publication, document, entity, sources, on: day)
      reviews.append(review.review)
      found.append(review.found)
    }
  }

  /// What was found, in the registry and text after text.
  var diagnostics: [Diagnostic] { registry + found.flatMap { $0 } }

  /// Holds a text that was edited against the registry again; says whether readers get the same
  /// versions of it as before.
  mutating func review(
    _ document: Document,
    _ entity: any Entity,
    _ sources: SourceTree,
    on day: PartialDate?
  ) -> Bool {
    var areSame = true
    for index in reviews.indices where reviews[index].publication.id == document.id {
      let publication = reviews[index].publication
      let new = PublicationReview.review(publication, document, entity, sources, on: day)
      areSame = areSame && new.review.editions == reviews[index].editions
      (reviews[index], found[index]) = new
    }
    return areSame
  }
}

extension PublicationReview {
  /// Holds a text against its record; tells what is wrong with it.
  fileprivate static func review(
    _ publication: Publication,
    _ document: Document?,
    _ entity: (any Entity)?,
    _ sources: SourceTree,
    on day: PartialDate?
  ) -> (review: PublicationReview, found: [Diagnostic]) {
    let review = PublicationReview(
      publication,
      document,
      amendments: entity?.amendments ?? [],
      in: sources
    )
    let withheld = entity?.withholding(on: day).map { [publication.id: $0] } ?? [:]
    return (review, checkPublications([review], withheld: withheld, in: sources))
  }
}

extension LoadedContent {
  /// The content with the versions of those published texts that readers get, the earlier ones
  /// loaded from their files; a declared change makes a version before it is recorded.
  ///
  /// What is wrong in the file of an earlier version was right when it was published; linking tells
  /// what it leads to in vain.
  func addingEditions(
    _ reviews: [PublicationReview],
    from sources: SourceTree,
    _ types: [EntityKind: any Entity.Type]
  ) -> LoadedContent {
    let shown = Set(items.map(\.entity.id))
    let reviews = reviews.filter { shown.contains($0.publication.id) }
    guard !reviews.isEmpty else { return self }
    let editions = reviews.map { ($0.publication.id, $0.editions) }
    let earlier = reviews.flatMap { review in
      (1..<review.editions.count).compactMap { number -> Document? in
        review.publication.id.earlierVersion(number).flatMap { id in
          review.publication.kept(number, in: sources)?.withID(id)
        }
      }
    }
    return publishing(
      Dictionary(editions) { first, _ in first },
      earlierVersions: earlier.compactMap { document in
        types[document.id.kind].map { loadItem(document, as: $0, in: sources.file).value }
      }
    )
  }
}

extension PublicationReview {
  /// The versions of the text, the present one last.
  fileprivate var editions: [PublishedVersion] {
    guard case .amended(let amendments) = state, let date = amendments.map(\.date).max() else {
      return publication.versions
    }
    return publication.versions + [PublishedVersion(date: date, seal: "", amendments: amendments)]
  }
}
