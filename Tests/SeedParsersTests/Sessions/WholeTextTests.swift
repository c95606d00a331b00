import SiteModel
import Testing

@testable import SeedParsers

/// Programmes and reports as houses set them: full lines, no blank lines, no labels.
@Suite struct WholeTextTests {
  private func programme(_ text: String) -> DraftedSeed {
    DraftedSeed("kind: programme\nseries: {slug: a, title: Les eaux}", text)
  }

  @Test func labelsAreFoundInsideFullLines() throws {
    let seed = programme(
      """
      PREMIÈRE SÉANCE
      Jeudi 14 octobre 2021, 10h-12h, salle 204
      L’EAU AVANT LES CARTES DES INGÉNIEURS ET DES PRÉFETS
      Intervenantes : Anne Durand (historienne) ; Rose Lund (géographe, université d’Oslo, Norvège)
      Discutant : Luc Petit, anthropologue au musée des Rivières et des Étangs de la plaine du Nord
      Résumé : Avant la carte, l’eau se marche. On lira trois registres, et l’on se demandera qui
      les a signés.
      DEUXIÈME SÉANCE (REPORTÉE AU 20 JANVIER 2022)
      Jeudi 16 décembre 2021, 10h-12h, salle 204
      Qui garde la vanne ?
      """
    )
    let first = try #require(seed.draft(.session, "a/1"))
    #expect(first["title"] == "L’eau avant les cartes des ingénieurs et des préfets")
    #expect(first["printed-date"] == "Jeudi 14 octobre 2021, 10h-12h, salle 204")
    #expect(
      first.list("speakers") == [
        "person: anne-durand; function: historienne; role: speaker",
        "person: rose-lund; function: géographe, université d’Oslo, Norvège; role: speaker",
        "person: luc-petit; function: anthropologue au musée des Rivières et des Étangs de la "
          + "plaine du Nord; role: speaker",
      ]
    )
    #expect(first["presentation"]?.hasPrefix("Avant la carte, l’eau se marche.") == true)
    let second = try #require(seed.draft(.session, "a/2"))
    #expect(second["title"] == "Qui garde la vanne ?")
    #expect(second["date"] == "2022-01-20")
    #expect(second["status"] == "postponed")
    #expect(second["printed-status"] == "REPORTÉE AU 20 JANVIER 2022")
    #expect(second["presentation"] == "Jeudi 16 décembre 2021, 10h-12h, salle 204")
    #expect(seed.codes == [])
  }

  @Test func daysAreHeadingsWhereNothingElseIs() {
    let seed = programme(
      """
      Lundi 8 janvier 2018 – Les ponts
      Anne Durand, ingénieure (Ponts et chaussées)

      Lundi 5 février 2018 – Les bacs
      Luc Petit, passeur ; Rose Lund, juriste

      Lundi 5 mars 2018 – Les gués
      Luc Petit
      """
    )
    #expect(seed.slugs(.session) == ["a/2018-01-08", "a/2018-02-05", "a/2018-03-05"])
    #expect(
      seed.drafts.compactMap { $0["title"] } == ["Les eaux", "Les ponts", "Les bacs", "Les gués"]
    )
    #expect(seed.slugs(.person) == ["anne-durand", "luc-petit", "rose-lund"])
    #expect(
      seed.draft(.session, "a/2018-03-05")?.list("speakers") == ["person: luc-petit; role: speaker"]
    )
    #expect(seed.codes == [])
  }

  @Test(arguments: [
    ("Séminaire 2018-2019", ["2018-10-03", "2019-03-06", "2019-06-05"]),
    ("Séminaire 2018/19", ["2018-10-03", "2019-03-06", "2019-06-05"]),
    ("Programme 2018 – 2019", ["2018-10-03", "2019-03-06", "2019-06-05"]),
    ("Séminaire", [nil, nil, nil]),
  ])
  func theYearMayStandAtTheHeadAlone(head: String, dates: [String?]) {
    let seed = programme(
      """
      \(head)

      Séance 1 – mercredi 3 octobre, 14 h – Les ponts

      Séance 2 : Retour sur le 6 février (mercredi 6 mars)

      Séance 3
      Mercredi 5 juin, salle 204
      """
    )
    let sessions = seed.drafts.filter { $0.id.kind == .session }
    #expect(sessions.map { $0["date"] } == dates)
    if dates[0] != nil {
      #expect(sessions.map { $0["title"] } == ["Les ponts", "Retour sur le 6 février", "Séance 3"])
      #expect(sessions[0]["printed-date"] == "mercredi 3 octobre, 14 h")
      #expect(sessions[2]["printed-date"] == "Mercredi 5 juin, salle 204")
    }
  }

  @Test func aDayThatFallsOnAnotherDayOfTheWeekHasNoYear() {
    let seed = programme("Programme 2018-2019\n\nSéance 1 – lundi 3 octobre – Les ponts\n")
    #expect(seed.draft(.session, "a/1")?["date"] == nil)
    #expect(seed.codes == ["SED009"])
  }

  @Test func whatIsSaidOfTheSeriesIsItsText() {
    let seed = programme(
      """
      LES EAUX
      Programme

      Organisation : Anne Durand, historienne

      Séance 1 : Les ponts (8 janvier 2018)

      Intervenants à confirmer

      Séance 2 (annulée)

      Contact : eaux@example.org
      """
    )
    #expect(
      seed.body(.series, "a")
        == "Organisation : Anne Durand, historienne\n\nContact : eaux@example.org\n"
    )
    #expect(seed.draft(.session, "a/1")?["status"] == "announced")
    #expect(seed.draft(.session, "a/1")?["printed-status"] == "Intervenants à confirmer")
    #expect(seed.draft(.session, "a/2")?["title"] == "Séance 2")
    #expect(seed.draft(.session, "a/2")?["status"] == "cancelled")
    #expect(seed.slugs(.person) == [])
    #expect(seed.codes == ["SED009"])
  }

  @Test func aReportMayOpenWithProseAndNameItsTalksInCapitals() {
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      """
      Compte rendu de la séance n° 2 du jeudi 18 novembre 2021
      « Qui garde la vanne ? »

      Étaient présents une trentaine d’auditeurs.

      Présidence : Rose Lund (université d’Oslo)
      Intervenants : Luc Petit (garde champêtre) et Anne Durand (historienne)

      LUC PETIT

      Le garde connaît une vanne, non un canal. Il en tient le carnet depuis 1710, à la plume.

      DISCUSSION

      Une participante : Les gardes étaient-ils payés ?
      Luc Petit : Rarement, sauf quand il pleuvait.
      Anne Durand : Et aujourd’hui, qui paie ?
      Luc Petit : Personne.

      La séance est levée à 12 h 15.
      """
    )
    #expect(
      seed.body(.session, "a/2") == """
        Étaient présents une trentaine d’auditeurs.

        ## Luc Petit

        Le garde connaît une vanne, non un canal. Il en tient le carnet depuis 1710, à la plume.

        ### DISCUSSION

        #### Une participante : Les gardes étaient-ils payés ?

        [[person:luc-petit|Luc Petit]] : Rarement, sauf quand il pleuvait.

        #### [[person:anne-durand|Anne Durand]] : Et aujourd’hui, qui paie ?

        Luc Petit : Personne.

        ***

        La séance est levée à 12 h 15.

        """
    )
    #expect(seed.draft(.session, "a/2")?["title"] == "Qui garde la vanne ?")
    #expect(seed.draft(.session, "a/2")?["date"] == "2021-11-18")
    #expect(seed.draft(.session, "a/2")?.list("speakers").count == 3)
    #expect(seed.codes == [])
  }
}
