import ArgumentParser
import Foundation
import SiteModel

/// The day of the build in UTC: that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today.
func buildDate() throws -> PartialDate {
  guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
    return try day(of: Date())
  }
  guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
    throw ValidationError("SOURCE_DATE_EPOCH \"\(text)\" is no number of seconds since 1970")
  }
  return try day(of: Date(timeIntervalSince1970: TimeInterval(seconds)))
}

private func day(of instant: Date) throws -> PartialDate {
  guard let zone = TimeZone(identifier: "GMT") else { throw Exit.software }
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = zone
  let parts = calendar.dateComponents([.year, .month, .day], from: instant)
  guard let day = parts.year.flatMap({ PartialDate(year: $0, month: parts.month, day: parts.day) })
  else { throw Exit.software }
  return day
}
