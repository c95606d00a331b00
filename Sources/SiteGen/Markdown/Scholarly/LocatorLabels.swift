/// Table: the words that say what a locator counts, and the terms of CSL they mean.
///
/// French and English; single letters but `p` need their full stop.
enum LocatorLabels {
  private static let words: [(term: String, words: String)] = [
    ("page", "p p. pp pp. page pages"),
    ("chapter", "chap chap. chaps. ch. chapitre chapitres chapter chapters"),
    ("section", "sect sect. sec sec. sects. secs. section sections § §§"),
    ("paragraph", "par. para. paras. paragraphe paragraphes paragraph paragraphs al. alinéa ¶ ¶¶"),
    ("volume", "vol vol. vols. volume volumes t. tome tomes"),
    ("issue", "n° n°s nº no. nos nos. numéro numéros number numbers"),
    ("note", "n. nn. note notes"),
    ("line", "l. ll. ligne lignes line lines"),
    ("figure", "fig fig. figs. figure figures"),
    ("table", "tab. tabl. tableau tableaux table tables"),
    ("article-locator", "art art. arts. article articles"),
    ("part", "part. partie parties pt. pts. part parts"),
    ("book", "liv. livre livres bk. bks. book books"),
    ("column", "col. cols. colonne colonnes column columns"),
    ("folio", "fol. fols. fᵒ f° f. folio folios"),
    ("verse", "v. vv. vers verset versets verse verses"),
    ("appendix", "annexe annexes app. appendice appendix"),
    ("equation", "éq. eq. équation équations equation equations"),
    ("scene", "sc. scène scènes scene scenes"),
    ("sub-verbo", "s.v. sub"),
    ("opus", "op. opus"),
  ]

  static let terms: [String: String] = Dictionary(
    words.flatMap { entry in entry.words.split(separator: " ").map { (String($0), entry.term) } }
  ) { first, _ in first }
}
