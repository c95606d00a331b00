import Diagnostics
import Loading
import Publishing
import SiteModel

/// Every published text held against the registry.
///
/// A text whose file cannot be read is passed over: its own faults are told. Emits `PUB001` and
/// `PUB004` to `PUB009`.
func reviewPublications(
  _ merged: MergedContent,
  _ items: [LoadedContent.Item],
  _ sources: SourceTree,
  on day: PartialDate?
) -> Diagnosed<[PublicationReview]> {
  let registry = readRegistry(sources)
  guard !registry.value.publications.isEmpty else { return Diagnosed([], registry.diagnostics) }
  let entities = Dictionary(items.map { ($0.entity.id, $0.entity) }) { first, _ in first }
  let documents = Dictionary(merged.documents.map { ($0.id, $0) }) { first, _ in first }
  let reviews = registry.value.publications.compactMap { publication -> PublicationReview? in
    let document = documents[publication.id]
    let isBroken = document?.sources.contains { merged.brokenPaths.contains($0.path) } ?? false
    guard !isBroken else { return nil }
    return PublicationReview(
      publication,
      document,
      amendments: entities[publication.id]?.amendments ?? [],
      in: sources
    )
  }
  let withheld = reviews.compactMap { review in
    entities[review.publication.id]?.withholding(on: day).map { (review.publication.id, $0) }
  }
  return Diagnosed(
    reviews,
    registry.diagnostics
      + checkPublications(
        reviews,
        withheld: Dictionary(withheld) { first, _ in first },
        in: sources
      )
  )
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
        types[document.id.kind].map { loadItem(document, as: $0, from: sources).value }
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
