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
  /// Words before a family name that belong to it, in small letters.
  static let particles: Set<String> = [
    "al", "ben", "bin", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "des",
    "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "les", "los", "ould", "ten", "ter",
    "van", "vom", "von", "zu", "zum", "zur",
  ]
  /// Those that also join words which are no name: « l’œuvre de Weber ».
  static let prepositions: Set<String> = ["d", "de"]
  /// Offices that have a capital before a name.
  static let offices: Set<String> = [
    "Chercheur", "Chercheuse", "Commissaire", "Conseiller", "Conseillère", "Délégué", "Déléguée",
    "Député", "Députée", "Directeur", "Directrice", "Doyen", "Doyenne", "Générale", "Général",
    "Maire", "Ministre", "Préfet", "Préfète", "Premier", "Première", "Présidente", "Président",
    "Recteur", "Rectrice", "Secrétaire", "Sénateur", "Sénatrice",
  ]
  /// What is named after a person, who is not meant then: « lycée Victor Hugo ».
  static let namesakes: Set<String> = [
    "allée", "amphithéâtre", "association", "avenue", "bibliothèque", "boulevard", "bourse",
    "campus", "centre", "cercle", "chaire", "clinique", "club", "collège", "école",
    "espace", "esplanade", "fondation", "gymnase", "hôpital", "impasse", "institut", "jardin",
    "laboratoire", "lycée", "maison", "médaille", "médiathèque", "musée", "parc", "passage",
    "place", "pont", "prix", "quai", "résidence", "rue", "salle", "société", "square",
    "stade", "théâtre", "université", "villa",
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
  /// A session of what: only of the series itself.
  static let ofSeries = [
    "de ce séminaire", "de notre séminaire", "du présent séminaire", "de ce cycle",
    "de notre cycle", "de cette série", "de la présente série",
  ]
}
