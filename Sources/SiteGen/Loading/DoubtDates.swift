import Diagnostics
import FrontMatter
import SiteModel

/// Doubts the date of a session that the other sessions of its series make unlikely (`REL008`).
///
/// A date is doubted when it lies more than a year from that of every other session, or when it
/// alone keeps the series from being in order of time, unless an editor wrote it. Series of fewer than four
/// dated sessions are left alone: nobody could say which date is wrong.
///
/// - Returns: the documents, with a note on each doubted one.
func doubtDates(of documents: [Document]) -> Diagnosed<[Document]> {
  var series: [String: [DatedSession]] = [:]
  for (index, document) in documents.enumerated() where document.id.kind == .session {
    guard let session = DatedSession(document, index: index) else { continue }
    series[session.series, default: []].append(session)
  }
  var doubted = documents
  var diagnostics: [Diagnostic] = []
  for name in series.keys.sorted() {
    let sessions = (series[name] ?? []).sorted { $0.number < $1.number }
    guard sessions.count >= 4 else { continue }
    for (session, witness) in unlikelyDates(sessions) {
      let document = documents[session.index]
      // What stands in Content/ is the editors' word.
      guard !session.date.span.path.hasPrefix("Content/") else { continue }
      diagnostics.append(
        Diagnostic(
          LoadingDiagnostics.doubtfulDate,
          .warning,
          at: session.date.span,
          "\(session.date.value) does not fit the other sessions of \"\(name)\"",
          notes: [
            .init("session \(witness.number) is dated \(witness.date.value)", at: witness.date.span)
          ]
        )
      )
      let words = printedDate(of: document) ?? session.date
      doubted[session.index] = document.withFields(
        document.fields.adding([EditorialNote(.doubtfulDate, printed: words.value, at: words.span)])
      )
    }
  }
  return Diagnosed(doubted, diagnostics)
}

private struct DatedSession {
  let index: Int
  let series: String
  let number: Int
  let date: Spanned<String>
  /// Months since year 0.
  let months: Int

  init?(_ document: Document, index: Int) {
    guard case .scalar(let series)? = document.fields["series"],
      case .scalar(let number)? = document.fields["number"],
      case .scalar(let date)? = document.fields["date"],
      let value = PartialDate(date.value), let month = value.month,
      let position = Int(number.value)
    else { return nil }
    self.index = index
    self.series = series.value
    self.number = position
    self.date = date
    months = value.year * 12 + month
  }
}

/// Each unlikely session with the one that makes it so; most sessions must agree.
private func unlikelyDates(
  _ sessions: [DatedSession]
) -> [(session: DatedSession, witness: DatedSession)] {
  let found = farDates(sessions) + disorderedDates(sessions)
  return found.count * 3 <= sessions.count ? found : []
}

/// Sessions more than a year from every other.
private func farDates(
  _ sessions: [DatedSession]
) -> [(session: DatedSession, witness: DatedSession)] {
  let byDate = sessions.sorted { ($0.months, $0.number) < ($1.months, $1.number) }
  return byDate.indices.compactMap { index in
    let neighbours = [index - 1, index + 1].filter(byDate.indices.contains).map { byDate[$0] }
    let nearest = neighbours.min {
      abs($0.months - byDate[index].months) < abs($1.months - byDate[index].months)
    }
    guard let nearest, abs(nearest.months - byDate[index].months) > 12 else { return nil }
    return (byDate[index], nearest)
  }
}

/// The session that alone keeps its series from being in order of time.
private func disorderedDates(
  _ sessions: [DatedSession]
) -> [(session: DatedSession, witness: DatedSession)] {
  guard
    let fall = sessions.indices.dropLast().first(where: {
      sessions[$0].months > sessions[$0 + 1].months
    })
  else { return [] }
  return [(fall, fall + 1), (fall + 1, fall)].compactMap { index, witness in
    var others = sessions
    others.remove(at: index)
    return isAscending(others) ? (sessions[index], sessions[witness]) : nil
  }.prefix(1).map { $0 }
}

private func isAscending(_ sessions: [DatedSession]) -> Bool {
  zip(sessions, sessions.dropFirst()).allSatisfy { $0.months <= $1.months }
}
