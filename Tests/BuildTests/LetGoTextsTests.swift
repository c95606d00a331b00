import Build
import Diagnostics
import SiteModel
import Support
import Synchronization
import Testing

/// A build holds no text longer than until it is loaded, and asks again for those that messages place.
struct LetGoTextsTests {
  private static let path = "Content/pages/texte.md"

  /// Two persons of one name, a text that names them, and one that names another person.
  private static let texts = smallestSite.merging([
    "Content/people/jean-roy.md": "---\nname: Jean Roy\n---\n",
    "Content/people/jean-roy-2.md": "---\nname: Jean Roy\n---\n",
    "Content/people/ada-martin.md": "---\nname: Ada Martin\n---\n",
    path: "---\ntitle: Texte\n---\nPlus loin, Jean Roy.\n",
    "Content/pages/autre.md": "---\ntitle: Autre\n---\nEt Ada Martin.\n",
  ]) { $1 }

  private func build(_ tree: SourceTree, rereading reread: TextReader?) async -> CheckedBuild {
    await buildSite(
      from: tree,
      rereading: reread,
      KeptSite.settings,
      emit: { _ in },
      observe: { _, _ in }
    )
  }

  @Test func onlyTextsThatMessagesTellOfAreAskedForAgain() async {
    let asked = Mutex<[String]>([])
    let tree = sourceTree(Self.texts)
    let reread: TextReader = { path in
      asked.withLock { $0.append(path) }
      return tree.file(at: path)
    }
    let built = await build(tree, rereading: reread)
    let held = await build(tree, rereading: nil)
    #expect(asked.withLock { $0 } == [Self.path])
    #expect(built.diagnostics == held.diagnostics)
    #expect(
      printed(built.diagnostics.filter { $0.code.id == "MEN003" }, sources: tree) == [
        "Content/pages/texte.md:4:12 MEN003 \"Jean Roy\" may be person:jean-roy or person:jean-roy-2"
      ]
    )
  }

  @Test func aTextThatCannotBeHadAgainStillHasItsMessage() async throws {
    let tree = sourceTree(Self.texts)
    let built = await build(tree, rereading: { _ in nil })
    let found = try #require(built.diagnostics.first { $0.code.id == "MEN003" })
    #expect(found.span == SourceSpan(path: Self.path, range: 0..<0))
  }

  @Test func nobodyHoldsATextOnceItIsLoaded() async {
    let text = WatchedText()
    let held = Mutex<[Stage: Bool]>([:])
    _ = await buildSite(
      from: text.watched(at: Self.path, in: sourceTree(Self.texts)),
      rereading: { _ in nil },
      KeptSite.settings,
      emit: { _ in },
      observe: { stage, _ in held.withLock { $0[stage] = text.isHeld } }
    )
    let stages: [Stage: Bool] = [.draft: true, .load: false, .link: false, .cite: false]
    #expect(held.withLock { $0 } == stages)
  }
}

/// Tells whether somebody holds the bytes of a text, without holding them.
private final class WatchedText: Sendable {
  // Written before anybody reads it.
  private nonisolated(unsafe) weak var storage: AnyObject?

  /// The tree, one of whose texts is watched from now on.
  func watched(at path: String, in tree: SourceTree) -> SourceTree {
    // The storage of an array is an object, which weak references may follow.
    storage = tree.file(at: path).map { unsafeBitCast($0.bytes, to: AnyObject.self) }
    return tree
  }

  var isHeld: Bool { storage != nil }
}
