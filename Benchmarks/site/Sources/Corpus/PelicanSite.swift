/// The texts of the collection for Pelican: dated ones are articles, the others pages.
///
/// Nothing of what links them: citations stay as they are written.
struct PelicanSite: SiteWriter {
  let corpus: Corpus

  var sharedFiles: [TextFile] {
    let settings = """
      SITENAME = "Cahiers d’épreuve"
      SITEURL = ""
      TIMEZONE = "Europe/Paris"
      DEFAULT_LANG = "fr"
      THEME = "simple"
      DEFAULT_PAGINATION = 50
      FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
      AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

      """
    return [TextFile(path: "pelicanconf.py", text: settings)]
  }

  func file(of issue: Issue) -> TextFile {
    file("numeros/\(issue.number)", "numero-\(issue.number)", issue.title, issue.date, issue.body)
  }

  func file(of person: Person) -> TextFile {
    file("pages/\(person.slug)", person.slug, person.name.full, nil, person.body)
  }

  func file(of session: Session) -> TextFile {
    let slug = "cycle-\(session.series + 1)-\(session.number)"
    return file("seminaires/\(slug)", slug, session.title, session.date, session.body)
  }

  func file(of axis: Axis) -> TextFile {
    file("pages/axe-\(axis.number)", "axe-\(axis.number)", axis.title, nil, axis.body)
  }

  func file(ofSeries series: NamedRecord) -> TextFile {
    file("pages/\(series.slug)", series.slug, series.name, nil, series.body)
  }

  func file(ofOrganisation organisation: NamedRecord) -> TextFile {
    file(
      "pages/\(organisation.slug)",
      organisation.slug,
      organisation.name,
      nil,
      organisation.body
    )
  }

  func markdown(of inline: Inline) -> String { SitegenSite(corpus).markdown(of: inline) }

  private func file(
    _ path: String,
    _ slug: String,
    _ title: String,
    _ date: String?,
    _ body: [Block]
  ) -> TextFile {
    let dated = date.map { "Date: \($0)\n" } ?? ""
    return TextFile(
      path: "content/\(path).md",
      text: "Title: \(title)\nSlug: \(slug)\n\(dated)\n\(markdown(of: body))"
    )
  }
}
