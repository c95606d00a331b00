public import Diagnostics
public import SiteModel

/// A published text held against what was published.
public struct PublicationReview: Sendable {
  /// How a text stands to its last recorded version.
  public enum State: Hashable, Sendable {
    /// It is what was published.
    case unchanged
    /// It is not, and declares nothing; the change is unknown where the kept text is.
    case changed(TextChange?)
    /// It is not, and declares what was changed.
    case amended([Amendment])
    /// It declares a change and is what was published.
    case amendedInWords([Amendment])
    /// There is no such text.
    case gone
  }

  /// What is recorded.
  public let publication: Publication
  /// The text as it is now; nil where there is none.
  public let document: Document?
  /// How the two stand to one another.
  public let state: State
  /// Recorded changes that the text no longer declares.
  public let lost: [Amendment]

  /// Holds a text against its record; `amendments` are what it declares, in order.
  public init(
    _ publication: Publication,
    _ document: Document?,
    amendments: [Amendment],
    in sources: SourceTree
  ) {
    self.publication = publication
    self.document = document
    let recorded = publication.versions.flatMap(\.amendments)
    lost = document == nil ? [] : recorded.filter { !amendments.contains($0) }
    guard let document, let last = publication.versions.last else {
      state = .gone
      return
    }
    let new = amendments.filter { !recorded.contains($0) }
    if CanonicalText(of: document).seal == last.seal {
      state = new.isEmpty ? .unchanged : .amendedInWords(new)
    } else if !new.isEmpty {
      state = .amended(new)
    } else {
      let kept = publication.kept(publication.versions.count, in: sources)
      state = .changed(kept.flatMap { TextChange(from: $0, to: document) })
    }
  }
}

extension Publication {
  /// A version as it was published; nil where its text is missing or was altered.
  public func kept(_ version: Int, in sources: SourceTree) -> Document? {
    guard versions.indices.contains(version - 1),
      let file = sources.file(at: keptPath(of: version)),
      let document = readKeptText(file, of: id),
      CanonicalText(of: document).seal == versions[version - 1].seal
    else { return nil }
    return document
  }
}

/// Finds what is wrong with published texts.
///
/// Emits `PUB001` and `PUB005` to `PUB009`.
///
/// - Parameters:
///   - reviews: every text of the registry.
///   - withheld: texts that readers do not get yet.
///   - sources: the files, for the kept versions.
/// - Returns: what was found, text after text.
public func checkPublications(
  _ reviews: [PublicationReview],
  withheld: [EntityID: Withholding],
  in sources: SourceTree
) -> [Diagnostic] {
  reviews.flatMap { review -> [Diagnostic] in
    let isDraft = withheld[review.publication.id] == .draft
    return review.stateDiagnostics(isDraft: isDraft) + review.lost.map(review.lostDiagnostic)
      + review.publication.versions.indices.compactMap { index in
        review.publication.alteredDiagnostic(of: index + 1, in: sources)
      }
  }
}

extension PublicationReview {
  private var name: String { "\(publication.id)" }

  fileprivate func stateDiagnostics(isDraft: Bool) -> [Diagnostic] {
    let command = "sitegen publish \(publication.id.slug.text)"
    switch state {
    case _ where isDraft:
      return [gone("\(name) was published and is a draft now")]
    case .gone:
      return [gone("\(name) was published and has no text any more")]
    case .unchanged: return []
    case .changed(let change): return [changedDiagnostic(change, command: command)]
    case .amended(let amendments):
      return amendments.map { amendment in
        Diagnostic(
          PublishingDiagnostics.amendmentNotRecorded,
          .note,
          at: document?.start,
          "\(amendment.kind.rawValue) of \(amendment.date.isoText) is declared and not recorded yet",
          help: "Run `\(command)` once the text is as you want it."
        )
      }
    case .amendedInWords(let amendments):
      return amendments.map { amendment in
        Diagnostic(
          PublishingDiagnostics.uselessAmendment,
          .warning,
          at: document?.start,
          "\(amendment.kind.rawValue) of \(amendment.date.isoText) is declared, but the text is as published"
        )
      }
    }
  }

  private func gone(_ summary: String) -> Diagnostic {
    Diagnostic(
      PublishingDiagnostics.publishedGone,
      .warning,
      at: document?.start ?? publication.span,
      summary
    )
  }

  private func changedDiagnostic(_ change: TextChange?, command: String) -> Diagnostic {
    let version = publication.versions.count
    let place = change.map { $0.part == EntityText.bodyName ? "" : "`\($0.part)`: " } ?? ""
    let words = change.map(\.summary) ?? "the text changed"
    let date = publication.versions.last?.date.isoText ?? ""
    return Diagnostic(
      PublishingDiagnostics.textChanged,
      .warning,
      at: change?.span ?? document?.start,
      "\(place)\(words) since version \(version) of \(name) was published",
      help: """
        Take the change back, or declare it in the front matter under `erratum:` or `revision:` \
        (date, what, why) and run `\(command)`; `sitegen explain PUB001` shows how.
        """,
      notes: [
        .init("version \(version), published \(date), is recorded here", at: publication.start)
      ]
    )
  }

  fileprivate func lostDiagnostic(_ amendment: Amendment) -> Diagnostic {
    Diagnostic(
      PublishingDiagnostics.amendmentLost,
      .warning,
      at: document?.start,
      "\(amendment.kind.rawValue) of \(amendment.date.isoText) is recorded, and \(name) does not declare it",
      notes: [.init("recorded here", at: publication.start)]
    )
  }
}

extension Publication {
  fileprivate var start: SourceSpan {
    SourceSpan(path: span.path, range: span.range.lowerBound..<span.range.lowerBound)
  }

  fileprivate func alteredDiagnostic(of version: Int, in sources: SourceTree) -> Diagnostic? {
    guard kept(version, in: sources) == nil else { return nil }
    let path = keptPath(of: version)
    let isThere = sources.file(at: path) != nil
    return Diagnostic(
      PublishingDiagnostics.keptTextAltered,
      .warning,
      at: SourceSpan(path: path, range: 0..<0),
      "version \(version) of \(id) \(isThere ? "is not the text that was published" : "is missing")",
      notes: [.init("its seal is recorded here", at: start)]
    )
  }
}
