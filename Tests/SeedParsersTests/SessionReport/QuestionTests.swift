import SiteModel
import Testing

@testable import SeedParsers

/// Questions with their answers, however a text marks them.
@Suite struct QuestionTests {
  static let turns = [
    "### Échanges", "#### D’où vient l’eau ?", "De la montagne.", "#### Qui paie ?", "La commune.",
  ]

  private func body(_ text: String) -> [String] {
    let seed = DraftedSeed(
      "kind: session-report\nseries: a",
      "Séance 3 : L’eau (4 avril 2018)\n\nAvec :\n- Luc Petit, maire\n\n1. Luc Petit\n\n"
        + "L’eau avance d’un pas par an sous la plaine, et nul ne la voit.\n\n\(text)\n"
    )
    #expect(seed.codes == [])
    return seed.body(.session, "a/3").replacing("\n\n", with: "\n").split(separator: "\n")
      .map(String.init).dropFirst(2).map { $0 }
  }

  @Test(arguments: [
    "Q. – D’où vient l’eau ?\nR. – De la montagne.\n\nQ. – Qui paie ?\nR. – La commune.",
    "Q : D’où vient l’eau ?\nR : De la montagne.\nQ : Qui paie ?\nR : La commune.",
    "Q1 : D’où vient l’eau ?\n\nR1 : De la montagne.\n\nQ2 : Qui paie ?\n\nR2 : La commune.",
    "Q. D’où vient l’eau ?\n\nR. – De la montagne.\n\nQ. Qui paie ?\n\nR. – La commune.",
    "Question : D’où vient l’eau ?\nRéponse : De la montagne.\nQuestion : Qui paie ?\nRéponse : La commune.",
    "Question 1 – D’où vient l’eau ?\n\nRéponse – De la montagne.\n\nQuestion 2 – Qui paie ?\n\nRéponse – La commune.",
    "Q : D’où vient l’eau ? R : De la montagne.\n\nQ : Qui paie ? R : La commune.",
    "**Q :** D’où vient l’eau ?\n\n**R :** De la montagne.\n\n**Q :** Qui paie ?\n\n**R :** La commune.",
    "D’où vient l’eau ?\n\nDe la montagne.\n\nQui paie ?\n\nLa commune.",
    "1. D’où vient l’eau ?\n\nDe la montagne.\n\n2. Qui paie ?\n\nLa commune.",
    "**D’où vient l’eau ?**\n\nDe la montagne.\n\n**Qui paie ?**\n\nLa commune.",
    "— D’où vient l’eau ?\n— De la montagne.\n— Qui paie ?\n— La commune.",
    "– D’où vient l’eau ?\n\nDe la montagne.\n\n– Qui paie ?\n\nLa commune.",
    "- D’où vient l’eau ?\nDe la montagne.\n- Qui paie ?\nLa commune.",
  ])
  func marksAreRead(text: String) { #expect(body("Échanges\n\n\(text)") == Self.turns) }

  @Test(arguments: [
    "Échanges", "Échanges avec la salle", "Discussion", "Débat", "Questions", "Questions-réponses",
    "Questions et réponses", "Questions du public :", "DISCUSSION", "**Échanges**", "Débat général",
    "Temps d’échange", "Discussion avec le public",
  ])
  func labelsOpenDiscussions(label: String) {
    let lines = body("\(label)\n\nD’où vient l’eau ?\n\nDe la montagne.")
    #expect(lines.dropFirst() == ["#### D’où vient l’eau ?", "De la montagne."])
    #expect(lines.first?.hasPrefix("### ") == true)
  }

  @Test func whoAsksIsNamed() {
    #expect(
      body(
        """
        Discussion

        Anne Durand (salle) : Je voudrais savoir d’où vient l’eau.

        Luc Petit : De la montagne.

        Rose Lund : Qui paie ?

        Luc Petit : La commune.
        """
      ) == [
        "### Discussion", "#### Anne Durand (salle) : Je voudrais savoir d’où vient l’eau.",
        "[[person:luc-petit|Luc Petit]] : De la montagne.", "#### Rose Lund : Qui paie ?",
        "Luc Petit : La commune.",
      ]
    )
  }

  @Test func audienceAndNamedAnswersKeepTheirNames() {
    #expect(
      body(
        """
        Échanges

        Question de la salle : D’où vient l’eau ?
        Réponse de Luc Petit : De la montagne.

        Une auditrice : Et qui paie ?
        """
      ) == [
        "### Échanges", "#### Question de la salle : D’où vient l’eau ?",
        "Réponse de [[person:luc-petit|Luc Petit]] : De la montagne.",
        "#### Une auditrice : Et qui paie ?",
      ]
    )
  }

  @Test func answersMaySpanParagraphsAndAsk() {
    #expect(
      body(
        """
        Échanges

        Q. – D’où vient l’eau ?
        R. – De la montagne.

        Mais de quelle montagne ?

        • De celle du nord ;
        • de celle du sud.

        Q. – Qui paie ?
        R. – La commune.
        """
      ) == [
        "### Échanges", "#### D’où vient l’eau ?", "De la montagne.", "Mais de quelle montagne ?",
        "- De celle du nord ;", "- de celle du sud.", "#### Qui paie ?", "La commune.",
      ]
    )
  }

  @Test func aTalkEndsTheDiscussion() {
    #expect(
      body(
        "Échanges\n\nD’où vient l’eau ?\n\nDe la montagne.\n\n2. Le prix de l’eau\n\nPersonne ne sait qui paie."
      )
        == [
          "### Échanges", "#### D’où vient l’eau ?", "De la montagne.", "## 2. Le prix de l’eau",
          "Personne ne sait qui paie.",
        ]
    )
  }
}
