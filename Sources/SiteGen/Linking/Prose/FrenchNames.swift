/// The French words beside names that say what they name.
enum FrenchNames {
  /// Courtesy titles and those of degrees: what follows is a person.
  static let honorifics: Set<String> = [
    "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Dr", "Dr.", "Drs", "Dre", "Pr",
    "Pr.", "Prs", "Pre", "Prof.", "Monsieur", "Madame", "Mademoiselle", "Messieurs", "Mesdames",
    "monsieur", "madame", "Maître", "maître", "Docteur", "Docteure", "docteur", "docteure",
    "Professeur", "Professeure", "professeur", "professeure",
  ]
  /// No person's name stands behind them.
  static let determiners: Set<String> = [
    "le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "ce", "cet", "cette", "ces",
    "mon", "ton", "son", "ma", "ta", "sa", "mes", "tes", "ses", "notre", "votre", "leur", "nos",
    "vos", "leurs", "chaque", "quelque", "aucun", "aucune", "tout", "toute",
  ]
  /// Words that have a capital because they open a sentence, not because they are a name.
  static let openings: Set<String> = [
    "À", "Ainsi", "Après", "Avant", "Avec", "Car", "Cependant", "Chez", "Comme", "Contre", "D",
    "Dans", "De", "Depuis", "Donc", "Enfin", "Ensuite", "Et", "Ici", "Là", "Lorsque", "Mais",
    "Ni", "Or", "Ou", "Où", "Par", "Parmi", "Pour", "Pourtant", "Puis", "Puisque", "Qu", "Quand",
    "Que", "Quoique", "Sans", "Selon", "Si", "Sous", "Suivant", "Sur", "Tandis", "Vers",
  ]
  /// What a numbered thing of a collection is called.
  static let axisNouns = ["axe", "axe de travail", "axe de recherche"]
  static let sessionNouns = ["séance"]
  static let issueNouns = ["numéro"]
  /// A number of what: only of the collection itself.
  static let collection = "collection"
  static let ofOthers: Set<String> = ["de", "d", "du", "des"]
  static let ofCollection = [
    "de la collection", "de cette collection", "de notre collection", "de la présente collection",
  ]
}
