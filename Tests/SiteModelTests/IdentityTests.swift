import SiteModel
import Testing

struct IdentityTests {
  @Test(arguments: ["ada", "ada-lovelace", "histoire/1", "0", "a1-b2/c-3"])
  func wellFormedSlugsAreAccepted(text: String) {
    #expect(Slug(text)?.text == text)
  }

  @Test(arguments: [
    "", "Ada", "a--b".replacing("--", with: "- "), "-a", "a-", "../a", "a/../b", "/a", "a/", "a//b",
    "é", "a.b", "a b", "a\u{0}b", String(repeating: "a", count: 201),
  ])
  func slugsThatCouldLeaveTheirFolderAreRefused(text: String) {
    #expect(Slug(text) == nil)
  }

  @Test(arguments: [
    ("Émilie du Châtelet", "emilie-du-chatelet"), ("D'Alembert, Jean", "d-alembert-jean"),
    ("L’Œuvre", "l-oeuvre"), ("E\u{301}milie", "emilie"), ("Łukasiewicz", "lukasiewicz"),
  ])
  func namesFoldToSlugs(text: String, slug: String) {
    #expect(Slug(folding: text)?.text == slug)
  }

  @Test func nothingFoldsToNothing() { #expect(Slug(folding: "«»…") == nil) }

  @Test(arguments: [
    ("C.", true), ("C.E.", true), ("Charles", true), ("A.", false), ("J.-C.", false), ("", false),
  ])
  func initialsAgreeInOrder(initials: String, agrees: Bool) {
    let name = PersonName(given: "Charles Émile", family: "Picard")
    #expect(name.agrees(withInitials: initials) == agrees)
  }
}
