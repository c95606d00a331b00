import SiteModel

/// The report of an event as its grammar sees it.
struct EventReport: Sendable {
  /// A block of a section.
  enum Part: Sendable {
    case paragraph(TracedText)
    /// A short title that its paragraph begins with.
    case runIn(title: TracedText, rest: TracedText)
    case item(TracedText, depth: Int)

    /// The short title, where there is one.
    var title: TracedText? { if case .runIn(let title, _) = self { title } else { nil } }

    /// The prose in which people are looked for.
    var text: TracedText {
      switch self {
      case .paragraph(let text), .runIn(_, let text), .item(let text, _): text
      }
    }
  }

  /// What stands under a heading; the first section may have none.
  struct Section: Sendable {
    let heading: TracedText?
    var parts: [Part] = []
  }

  /// A date with the words that say it.
  struct PrintedDate: Sendable {
    let date: PartialDate
    let source: TracedText
  }

  var title: TracedText
  var date: PrintedDate?
  var subtitle: TracedText?
  var sections: [Section] = [Section(heading: nil)]
  /// Where a line above the text says the event took place.
  var place: TracedText?
  /// Lines above the text that name organisers.
  var organiserLines: [TracedText] = []
  var videos = PrintedVideos()

  var paragraphs: [TracedText] { sections.flatMap(\.parts).map(\.text) }
}
