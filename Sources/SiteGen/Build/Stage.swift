/// The stages of the corridor, in walking order.
public enum Stage: String, Hashable, Sendable, CaseIterable {
  /// Files into texts.
  case read
  /// Seeds into drafts.
  case draft
  /// Texts into entities, templates into instructions.
  case load
  /// Entities into a graph.
  case link
  /// Citations and reference lists into formatted text.
  case cite
  /// Formats besides pages.
  case export
  /// Pages.
  case render
  /// Rules over the whole.
  case check
  /// Pages into files.
  case write
}

/// Called when a stage has ended: which, and what it made in words ("79 persons").
public typealias StageObserver = @Sendable (_ stage: Stage, _ made: String) -> Void
