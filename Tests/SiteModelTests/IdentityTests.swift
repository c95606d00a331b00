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
    ("d'Arcy", "d-arcy"), ("L'Hôpital", "l-hopital"), ("de La Tour", "de-la-tour"),
    ("Nguyễn Thị Ánh", "nguyen-thi-anh"), ("Ørsted", "orsted"), ("Weiß", "weiss"),
    ("Țepeș", "tepes"), ("co\u{AD}opération", "cooperation"), ("eﬃcace", "efficace"),
    ("İnönü", "inonu"), (String(repeating: "a", count: 150), String(repeating: "a", count: 99)),
  ])
  func namesFoldToSlugs(text: String, slug: String) {
    #expect(Slug(folding: text)?.text == slug)
  }

  @Test(arguments: [
    ("/a/", "/a/"), ("/a", "/a/"), ("/a/index.html", "/a/"), ("/a.html", "/a.html"),
    ("/p%C3%A8re/x", "/père/x/"), ("/a/b.pdf", "/a/b.pdf"),
  ])
  func formerAddressesAreReadAsTheirPages(written: String, route: String) {
    #expect(Route(former: written)?.text == route)
  }

  @Test(arguments: [
    "a/", "https://example.org/a/", "/a/?x=1", "/a/#b", "/../a/", "//a/", "", "/", "/index.html",
    "/a/%00/", "/a/%2e%2e/b/",
  ])
  func whatIsNoAddressOfTheSiteIsRefused(written: String) {
    #expect(Route(former: written) == nil)
  }

  @Test func identitiesReadBackAsWritten() {
    #expect(EntityID("session:histoire/1")?.description == "session:histoire/1")
    #expect(EntityID("nobody:a") == nil && EntityID("person") == nil)
  }

  @Test(arguments: [("person:ada", "ada"), ("person:a:b", "a:b"), ("person:É d", "É d")])
  func qualifiedNamesHaveAKindAndAWord(target: String, name: String) {
    let found = QualifiedName(target)
    #expect(found?.kind == .person)
    #expect(found?.name == name)
  }

  @Test(arguments: ["", ":", "person", "person:", ":ada", "persons:ada", "Person:ada", "é:a"])
  func otherWordsAreNoQualifiedNames(target: String) {
    #expect(QualifiedName(target) == nil)
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
