import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

/// Texts of the five kinds about other people, against what a reader finds in them.
@Suite struct InventedTextTests {
  struct People: CustomTestStringConvertible, Sendable {
    let text: String
    /// `given|family`, in order of appearance.
    let names: [String]
    var testDescription: String { text }
  }

  @Test(arguments: [
    People(
      text: "issue.txt",
      names: [
        "Adolphe|Quetelet", "Florence|Nightingale", "Pierre-Simon|de Laplace", "William|Farr",
        "Daniel|Bernoulli", "Jacob|Bernoulli", "Siméon Denis|Poisson",
      ]
    ),
    People(text: "biography.txt", names: ["Maria Gaetana|Agnesi"]),
    People(
      text: "report.txt",
      names: [
        "Mary|Somerville", "Adolphe|Quetelet", "Pierre-François|Verhulst", "William|Farr",
      ]
    ),
    People(
      text: "event.txt",
      names: [
        "Bernard|de Fontenelle", "Émilie|du Châtelet", "Louis|de Jaucourt",
        "Marie-Thérèse|Rodet Geoffrin",
      ]
    ),
    People(
      text: "programme.txt",
      names: [
        "Mary|Somerville", "Adolphe|Quetelet", "Pierre-François|Verhulst", "William|Farr",
        "Florence|Nightingale", "Pierre|Louis", "Jean|Le Rond d’Alembert", "John|Snow",
        "Marie-Anne Pierrette|Paulze-Lavoisier", "Marie Sophie|Germain",
      ]
    ),
  ])
  func peopleAreThoseOfTheTextAndNobodyElse(example: People) throws {
    let seed = try InventedSeeds.drafts(example.text)
    let people = seed.drafts.filter { $0.id.kind == .person }
    #expect(people.map { "\($0["given"] ?? "")|\($0["family"] ?? "")" } == example.names)
  }

  struct Fields: CustomTestStringConvertible, Sendable {
    let text: String
    let kind: EntityKind
    let slug: String
    let fields: [String: String?]
    var testDescription: String { "\(kind.rawValue) \(slug)" }
  }

  @Test(arguments: [
    Fields(
      text: "programme.txt",
      kind: .session,
      slug: "mesure/4",
      fields: [
        "title": "Peser, compter, classer", "date": "1844-12-03", "status": nil,
        "speakers": "person: mary-somerville; function: traductrice (Royal Astronomical Society); "
          + "role: moderator, person: adolphe-quetelet; honorific: Pr.; function: directeur de "
          + "l’Observatoire royal de Bruxelles; topic: l’homme moyen et ses écarts; role: speaker, "
          + "person: pierre-francois-verhulst; function: professeur à l’École royale militaire; "
          + "role: speaker, person: william-farr; function: médecin et statisticien au General "
          + "Register Office (GRO); role: speaker, person: florence-nightingale; function: "
          + "infirmière; role: speaker",
        "presentation": "Que gagne-t-on à compter les vivants ? La séance confronte trois "
          + "manières de passer d’un corps à une population : la moyenne, la courbe et la table. "
          + "On y discutera des bulletins de mortalité publiés depuis 1838 et de leur lecture par "
          + "les médecins.",
      ]
    ),
    Fields(
      text: "programme.txt",
      kind: .session,
      slug: "mesure/5",
      fields: [
        "title": "Les registres de la douleur", "date": "1845-01-15", "status": "cancelled",
        "presentation": "La séance devait porter sur les cahiers d’observation des hôpitaux.",
      ]
    ),
    Fields(
      text: "programme.txt",
      kind: .session,
      slug: "mesure/6",
      fields: [
        "title": "Atelier fermé", "date": "1845-02-05", "status": "postponed", "speakers": nil,
      ]
    ),
    Fields(
      text: "programme.txt",
      kind: .session,
      slug: "mesure/7",
      fields: [
        "date": "1845-03-01",
        "speakers": "person: john-snow; function: médecin; role: speaker, person: "
          + "marie-anne-pierrette-paulze-lavoisier; function: chimiste et illustratrice; topic: "
          + "dessiner l’expérience; role: speaker, person: marie-sophie-germain; function: "
          + "mathématicienne, correspondante de l’Institut; role: speaker",
      ]
    ),
    Fields(
      text: "event.txt",
      kind: .event,
      slug: "encyclopedies-1765",
      fields: [
        "title": "Journées « Encyclopédies et métiers »",
        "subtitle": "Ouvrir l’atelier, fermer le livre ?", "edition": "6", "date": "1765-06-10",
        "venue": "Collège Mazarin",
        "organisers": "Société des gens de lettres, Académie des sciences, Bureau des arts",
        "videos": "title: Ouverture; url: https://example.org/enc/1, title: Voir les gestes; "
          + "url: https://example.org/enc/2",
      ]
    ),
    Fields(
      text: "biography.txt",
      kind: .person,
      slug: "maria-gaetana-agnesi",
      fields: [
        "functions": "text: mathématicienne et philosophe, professeure honoraire à l’Université "
          + "de Bologne (Istituto delle Scienze); as-of: 1760, text: en délégation à l’hospice du "
          + "Pio Albergo Trivulzio; as-of: 1760, text: conseillère de la duchesse; as-of: 1760"
      ]
    ),
    Fields(
      text: "issue.txt",
      kind: .axis,
      slug: "les-registres",
      fields: [
        "number": "1", "lead": "florence-nightingale",
        "members": "person: william-farr; function: médecin, General Register Office, person: "
          + "daniel-bernoulli; function: physicien, Université de Bâle",
      ]
    ),
    Fields(
      text: "issue.txt",
      kind: .axis,
      slug: "les-lois",
      fields: ["number": "2", "lead": "pierre-simon-de-laplace"]
    ),
    Fields(
      text: "issue.txt",
      kind: .person,
      slug: "florence-nightingale",
      fields: [
        "functions": "text: fondatrice de l'École de Saint-Thomas; as-of: 1850-02, text: "
          + "conseillère du War Office; as-of: 1850-02, text: infirmière et statisticienne; "
          + "as-of: 1850-02"
      ]
    ),
    Fields(
      text: "issue.txt",
      kind: .person,
      slug: "pierre-simon-de-laplace",
      fields: ["functions": "text: géomètre; as-of: 1850-02"]
    ),
    Fields(
      text: "issue.txt",
      kind: .reference,
      slug: "bernoulli1766",
      fields: [
        "type": "article-journal", "container-title": "Mémoires de l'Académie", "volume": "1",
        "page": "1-45",
      ]
    ),
    Fields(
      text: "issue.txt",
      kind: .reference,
      slug: "bernoulli1713",
      fields: ["type": "book", "publisher": "Thurneysen", "publisher-place": "Bâle"]
    ),
    Fields(
      text: "issue.txt",
      kind: .reference,
      slug: "farr1839b",
      fields: [
        "type": "chapter", "container-title": "First Annual Report", "page": "63-78",
        "editor": "family: Graham; given: G., family: Lister; given: T.H.",
      ]
    ),
    Fields(
      text: "issue.txt",
      kind: .reference,
      slug: "quetelet1835",
      fields: [
        "title": "Sur l'homme et le développement de ses facultés", "publisher": "Bachelier",
        "publisher-place": "Paris", "collection-title": nil,
      ]
    ),
    Fields(
      text: "issue.txt",
      kind: .reference,
      slug: "laplace1812",
      fields: ["author": "family: Laplace; given: P.-S. de", "publisher-place": "Paris"]
    ),
  ])
  func fieldsAreThoseThatTheTextPrints(example: Fields) throws {
    let draft = try #require(
      try InventedSeeds.drafts(example.text).draft(example.kind, example.slug)
    )
    for (key, value) in example.fields { #expect(draft[key] == value, "\(key)") }
  }

  @Test func citationsResolveToTheWorkThatIsMeant() throws {
    let seed = try InventedSeeds.drafts("issue.txt")
    let body = seed.body(.issue, "3")
    for citation in [
      "([Farr, 1839a](@farr1839a), [1839b](@farr1839b) ; [Louis, 1825](@louis1825))",
      "[Quetelet (1835)](@quetelet1835)", "[Double *et al.*, 1837](@double1837)",
      "[Poisson & Double, 1837](@poisson1837)", "[Quételet, 1846](@quetelet1846)",
      "[Bernoulli D., 1766](@bernoulli1766) ; [Bernoulli J., 1713](@bernoulli1713)",
      "[de Laplace, 1812](@laplace1812)", "(Anonyme, 1850)", "En (1832), le choléra",
      "repris par des commis",
    ] {
      #expect(body.contains(citation), "\(citation)")
    }
    #expect(seed.codes == ["SED010", "SED011"])
  }

  @Test func theReportHasItsTalksAndQuestions() throws {
    let seed = try InventedSeeds.drafts("report.txt")
    #expect(
      seed.headings(.session, "mesure/4") == [
        "## 1. Adolphe Quetelet", "### Questions",
        "#### La moyenne est-elle un idéal ou une fiction commode ?",
        "#### Peut-on comparer deux villes dont les registres diffèrent ?",
        "## 2. Pierre-François Verhulst et William Farr", "### La courbe et la table",
        "### Questions du public", "#### Qui paiera les tables ?",
        "## 3. Adolphe Quetelet : conclusion et suites",
      ]
    )
    let body = seed.body(.session, "mesure/4")
    #expect(body.contains("mais pour en tirer une table et non une courbe."))
    #expect(body.contains("[^3]: Les tailles des conscrits"))
    #expect(seed.diagnostics.isEmpty)
  }
}
