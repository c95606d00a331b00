@testable import CSL

/// Items of works of past centuries, which between them have every kind of value.
enum InterchangeSamples {
  static let json = #"""
    [
      {"id": "descartes1637", "type": "book", "title": "Discours de la méthode",
       "title-short": "Discours", "author": [{"family": "Descartes", "given": "René"}],
       "issued": {"date-parts": [[1637, 6, 8]]}, "publisher": "Jan Maire",
       "publisher-place": "Leyde", "language": "fr-FR", "number-of-pages": 527, "edition": 1,
       "keyword": "méthode, raison", "ISBN": "978-2-00-000000-0",
       "URL": "https://example.org/d_1?a=b&c=d~e%20", "note": "In-4°, 78 p. & planches"},
      {"id": "leibniz1684", "type": "article-journal",
       "title": "Nova methodus pro <i>maximis</i> et <span class=\"nocase\">Minimis</span>",
       "container-title": "Acta Eruditorum", "container-title-short": "Acta Erud.",
       "author": [{"family": "Leibniz", "given": "Gottfried Wilhelm"}],
       "issued": {"date-parts": [[1684, 10]]}, "volume": "3", "issue": "10", "page": "467-473",
       "ISSN": "1234-5678", "DOI": "10.1000/xyz_(1684)", "language": "la",
       "abstract": "First.\nSecond -- 100 % {sic} \\ ^ ` ~ $5 #1 '' “x” <b>y</b> < z"},
      {"id": "diderot1751", "type": "entry-encyclopedia", "title": "Art",
       "container-title": "Encyclopédie", "volume": "I", "page": "713–717",
       "author": [{"literal": "Une société de gens de lettres"}],
       "editor": [{"family": "Diderot", "given": "Denis"},
         {"family": "Alembert", "given": "Jean", "dropping-particle": "d’"}],
       "issued": {"date-parts": [[1751], [1772]]}},
      {"id": "tocqueville1835", "type": "chapter", "title": "De la souveraineté",
       "author": [{"family": "Tocqueville", "given": "Alexis", "dropping-particle": "de"},
         {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
         {"family": "Dumas", "given": "Alexandre", "suffix": "fils"}, {"family": "Aristote"}],
       "container-title": "De la démocratie", "volume-title": "Première partie",
       "translator": [{"family": "Reeve", "given": "Henry"}],
       "illustrator": [{"family": "Doré", "given": "Gustave"}],
       "collection-title": "Œuvres", "collection-number": "2",
       "issued": {"date-parts": [[1835]], "circa": true},
       "accessed": {"date-parts": [[2020, 1, 31]]}, "original-date": {"date-parts": [[1834]]}},
      {"id": "these1890", "type": "thesis", "title": "Sur un sujet", "genre": "PhD thesis",
       "publisher": "Université de Paris", "issued": {"literal": "s.d."},
       "author": [{"family": "Curie", "given": "Marie"}]},
      {"id": "journal1789", "type": "article-newspaper", "title": "Nouvelles du 14 juillet",
       "container-title": "Gazette", "issued": {"date-parts": [[1789, 7], [1789, 8]]}},
      {"id": "web", "type": "webpage", "title": "Page", "author": [{"literal": "Institut X & Cie"}],
       "issued": {"date-parts": [[1999]], "season": 1}, "archive": "Fonds Y",
       "custom": {"a": [1, null]}, "accessed": {"date-parts": [[2001, 2]]}},
      {"id": "loi", "type": "legislation", "title": "Loi du 29 juillet", "number": "12",
       "issued": {"date-parts": [[1881, 7, 29]]}, "event-place": "Paris"}
    ]
    """#

  static func items() throws -> [CSLItem] { try CSLJSON.readItems(Array(json.utf8)) }

  /// Items as they are compared: without differences of spelling that mean nothing.
  static func describe(_ item: CSLItem, without lost: Set<String>) -> [String] {
    var lines = ["id: \(item.id)", "type: \(item.type)"]
    for (variable, value) in item.fields.sorted(by: { $0.key < $1.key })
    where !lost.contains(variable) {
      lines.append("\(variable): \(value.essence(of: variable))")
    }
    return lines
  }
}
