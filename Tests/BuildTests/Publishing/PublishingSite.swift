import Build
import ContentTypes
import Diagnostics
import FileSystem
import SiteModel
import Support
import Testing

/// A site with an issue that is ready to be published, in memory.
struct PublishingSite {
  static let issue = "Content/issues/1.md"
  static let registry = "Content/issues/registry.yaml"
  static let kept = "Content/issues/published/1-v1.md"

  let today: PartialDate
  var site: ImportSite

  init(_ texts: [String: String] = [:]) throws {
    today = try #require(PartialDate("2027-03-14"))
    site = try ImportSite(
      [
        "Content/people/ada-martin.md":
          "---\nname: Ada Martin\ngiven: Ada\nfamily: Martin\n---\n",
        "Content/references/lettre1843.md":
          "---\ntype: book\ntitle: Une lettre\nauthor: [{family: Weil, given: Simone}]\nissued: 1943\n---\n",
        Self.issue: Self.readyIssue,
      ].merging(texts) { $1 }
    )
  }

  static let readyIssue = """
    ---
    title: Le premier numéro
    status: draft
    # Une remarque de la rédaction.
    authors:
      - person: ada-martin
        affiliations: [Un laboratoire]
    abstract: De quoi il s'agit.
    keywords: [mesure]
    license: CC-BY-4.0
    ---

    ## Mesurer

    Le compte est juste, et la mesure l'est aussi [@lettre1843].
    Il reste à dire pourquoi.

    ## Compter

    Un second passage.

    """

  func settings(isStrict: Bool = false) -> BuildSettings {
    BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: isStrict,
      date: today,
      jobs: 2
    )
  }

  func plan(_ name: String = "1") async -> PublicationAnswer {
    await planPublication(of: name, from: site.sources, on: today, settings())
  }

  /// Plans and does what the plan says, as far as `count` files.
  @discardableResult
  mutating func publish(_ name: String = "1", writing count: Int = .max) async
    -> PublicationAnswer
  {
    let answer = await plan(name)
    for edit in (answer.plan?.edits ?? []).prefix(count) {
      site.put(String(decoding: edit.new, as: UTF8.self), at: edit.path)
    }
    return answer
  }

  func build(isStrict: Bool = false) async -> BuiltSite {
    await buildSite(from: site.sources, settings(isStrict: isStrict)) { _, _ in }
  }

  /// What a build says, each with its place.
  func found(isStrict: Bool = false) async -> [String] {
    printed(await build(isStrict: isStrict).diagnostics, sources: site.sources)
  }

  func page(_ path: String) async -> String? { text(path, of: await build()) }

  func text(_ path: String, of built: BuiltSite) -> String? {
    built.files.first { $0.path.text == path }.flatMap { file in
      guard case .bytes(let bytes) = file.contents else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Declares an erratum.
  mutating func declare(_ kind: String = "erratum", on date: String = "2027-04-02") {
    site.replace(
      "abstract:",
      by: "\(kind):\n  - date: \(date)\n    what: Un mot du passage\n    why: Une faute\nabstract:",
      in: Self.issue
    )
  }
}
