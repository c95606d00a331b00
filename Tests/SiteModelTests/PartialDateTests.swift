import SiteModel
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2020-06-01", "1er\u{A0}juin 2020"), ("2021-11-09", "9\u{A0}novembre 2021"),
    ("2021-08", "août 2021"), ("2021", "2021"), ("0987-12-31", "31\u{A0}décembre 987"),
  ])
  func datesRoundTripAndReadInFrench(iso: String, french: String) {
    let date = PartialDate(iso)
    #expect(date?.isoText == iso)
    #expect(date?.frenchText == french)
  }

  @Test(arguments: [
    "2021-02-29", "1900-02-29", "2021-13", "2021-00-01", "21", "2021-1-1", "2021-11-31",
    "2021-11-09x", "2021-", "2021-11-", "2021-11-09-", "2021-11-09-01", "2021 11", "2021-1é",
    "+021", "", "-", "12345",
  ])
  func datesThatDoNotExistAreRefused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("9/11/2021", "2021-11-09"), ("09.11.2021", "2021-11-09"), ("09-11-2021", "2021-11-09"),
    ("31/2/2021", nil), ("2021/11/09", nil), ("1/2/3", nil), ("", nil),
  ])
  func aDayThatStandsFirstIsUnderstood(text: String, expected: String?) {
    #expect(PartialDate(dayFirst: text)?.isoText == expected)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (11_017, "2000-03-01"),
    (47_540, "2100-02-28"), (47_541, "2100-03-01"), (2_932_896, "9999-12-31"),
  ])
  func daysAreCountedFrom1970(number: Int, iso: String) {
    let (year, month, day) = calendarDay(number)
    #expect(PartialDate(year: year, month: month, day: day)?.isoText == iso)
  }

  @Test func leapDaysExist() { #expect(PartialDate("2000-02-29") != nil) }

  @Test(arguments: [("janvier", 1), ("FÉVRIER", 2), ("fevrier", 2), ("août", 8), ("Décembre", 12)])
  func monthsAreKnownByName(name: String, number: Int) {
    #expect(FrenchMonths.number(of: name) == number)
  }
}
