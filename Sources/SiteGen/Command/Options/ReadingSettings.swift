import ArgumentParser
import Build
import ContentTypes
import Foundation
import SiteModel

/// How commands build the site in memory that ask about it and write no pages.
func readingSettings(showsDrafts: Bool = false) throws -> BuildSettings {
  BuildSettings(
    entityTypes: contentTypes,
    baseURL: nil,
    linkStyle: .folder,
    isStrict: false,
    date: try buildDate(),
    showsDrafts: showsDrafts,
    jobs: ProcessInfo.processInfo.activeProcessorCount
  )
}

/// The day of the build in UTC: that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today.
func buildDate() throws -> PartialDate {
  guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
    return try date(ofDay: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
  guard let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
    throw ValidationError("SOURCE_DATE_EPOCH \"\(text)\" is no number of seconds since 1970")
  }
  return try date(ofDay: seconds / 86_400)
}

/// A day in UTC by arithmetic: Foundation's calendar would first read tables of languages and zones.
private func date(ofDay number: Int) throws -> PartialDate {
  let (year, month, day) = calendarDay(number)
  guard let date = PartialDate(year: year, month: month, day: day) else { throw Exit.software }
  return date
}
