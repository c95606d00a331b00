import Markup

// A table of data: closed classes of French words that names of organisations are made of.

/// Words in lower case, of the language and never of a particular text.
enum OrganisationWords {
  /// Nouns that begin the name of a body.
  static let heads = places.union([
    "académie", "agence", "alliance", "assistance", "association", "autorité", "banque",
    "barreau",
    "bibliothèque", "bureau", "caisse", "cercle", "chambre", "club", "collectif", "collège",
    "comité", "commissariat", "commission", "communauté", "compagnie", "confédération",
    "conseil", "consortium", "conservatoire", "coopérative", "cour", "délégation", "fédération",
    "fondation", "fonds", "gouvernement", "groupement", "inspection", "ligue",
    "mission", "mouvement", "mutuelle", "observatoire", "office", "ordre", "parlement",
    "préfecture", "rectorat", "secrétariat", "société", "syndicat", "tribunal", "union",
    "laboratoire", "agency", "association", "center", "council", "faculty", "foundation",
    "institute", "ministry", "university", "école", "centre", "hospices", "unité",
  ])

  /// Nouns of bodies whose names are printed with a small letter too: « l’hôpital Durand ».
  static let places: WordSet = [
    "chaire", "clinique", "hôpital", "hôpitaux", "institut", "lycée", "ministère", "musée",
    "université", "universités", "école", "centre", "académie", "maternité",
  ]

  /// Short types of French public bodies that a place or a name follows: « CHU de Lyon ».
  static let typeAcronyms = WordSet([
    "ARS", "CAF", "CCI", "CH", "CHR", "CHRU", "CHU", "CPAM", "CROUS", "DDT", "DRAC", "DREAL",
    "ENSA", "GHT", "GHU", "IAE", "IEP", "IFSI", "IHU", "INSA", "IRTS", "IUT", "MSA", "MSH",
    "OFII", "SDIS", "UFR", "URPS",
  ])

  /// Nouns that say what a name names and are no part of it: « la start-up Durand ».
  static let descriptors: WordSet = [
    "agence", "association", "cabinet", "collectif", "compagnie", "consortium", "coopérative",
    "entreprise", "firme", "fondation", "laboratoire", "mutuelle", "ong", "organisme", "société",
    "start-up", "startup", "syndicat", "tank", "éditeur", "fédération", "lab",
  ]

  /// Nouns that end a name in English order: « Durand Trust ».
  static let tails: WordSet = [
    "agency", "association", "board", "campus", "center", "centre", "college", "council",
    "department", "foundation", "fund", "group", "hospital", "hub", "institute", "lab", "museum",
    "office", "partners", "school", "society", "trust", "universität", "université", "university",
  ]

  /// What says at which level a body acts; a name in small letters needs one.
  static let scopes: WordSet = [
    "national", "nationale", "régional", "régionale", "international", "internationale",
    "européen", "européenne", "départemental", "départementale", "fédéral", "fédérale",
    "français", "française", "belge", "suisse", "québécois", "québécoise", "canadien",
    "canadienne", "allemand", "allemande", "italien", "italienne", "espagnol", "espagnole",
    "britannique", "américain", "américaine", "mondial", "mondiale", "ministériel",
    "ministérielle", "interministériel", "interministérielle", "municipal", "municipale", "royal",
    "royale", "interprofessionnel", "interprofessionnelle", "francophone", "africain", "africaine",
  ]

  /// Fields of knowledge and of public life, as names of bodies hold them, folded.
  static let fields: WordSet = [
    "agriculture", "anthropologie", "archeologie", "architecture", "art", "arts", "biologie",
    "chimie", "climat", "commerce", "communication", "culture", "defense", "demographie",
    "developpement", "documentation", "droit", "ecologie", "economie", "education", "emploi",
    "energie", "enseignement", "environnement", "ethique", "famille", "finances", "formation",
    "geographie", "gestion", "histoire", "humanites", "industrie", "information", "informatique",
    "innovation", "jeunesse", "journalisme", "justice", "langues", "lettres", "linguistique",
    "litterature", "logement", "management", "mathematiques", "medecine", "migration", "musique",
    "numerique", "patrimoine", "pharmacie", "philosophie", "physique", "politique", "psychologie",
    "recherche", "sante", "science", "sciences", "securite", "societe", "sociologie",
    "solidarite", "solidarites", "sport", "sports", "statistique", "statistiques", "technologie",
    "technologies", "territoires", "transports", "travail", "universites", "urbanisme", "ville",
  ]

  /// Letters after a name that say a degree or a grade.
  static let degrees: WordSet = [
    "AHU", "BA", "BSc", "CCA", "DBA", "DEA", "DESS", "DU", "DUT", "EdD", "FACP", "FRCP", "FRCPC",
    "FRCS", "HDR", "JD", "LLM", "MA", "MBA", "MCF", "MCU", "MCU-PH", "MD", "MPH", "MPA", "MPhil",
    "MSc", "PH", "PHD", "PharmD", "PhD", "PR", "PU", "PU-PH", "PUPH", "RN", "BTS",
  ]

  /// Whose head somebody is: « présidente de Durand Conseil ».
  static let leaders: WordSet = [
    "administrateur", "administratrice", "associé", "associée", "cofondateur", "cofondatrice",
    "co-fondateur", "co-fondatrice", "coordinateur", "coordinatrice", "directeur", "directrice",
    "co-directeur", "co-directrice", "codirecteur", "codirectrice", "co-président",
    "co-présidente", "dirigeant", "dirigeante", "délégué", "déléguée", "fondateur", "fondatrice",
    "gérant", "gérante", "président", "présidente", "pdg", "secrétaire", "trésorier",
    "trésorière", "vice-président", "vice-présidente",
  ]

  /// People who work for a body: « les salariés de Durand ».
  static let workers: WordSet = [
    "agents", "agent", "chercheurs", "chercheuses", "chercheur", "chercheuse", "employés",
    "experts", "ingénieurs", "juristes", "salariés", "statisticiens", "statisticiennes",
    "économistes",
  ]

  /// What only a body gives: « l’avis de la … ».
  static let acts: WordSet = [
    "accord", "agrément", "arbitrage", "autorisation", "autorisations", "avis", "communiqué",
    "rapport", "rapports", "recommandation", "recommandations", "responsabilité", "siège",
    "tutelle", "égide",
  ]

  /// What only a body does: « créé par la … ».
  static let deeds = [
    "autoris", "cré", "fond", "financ", "homologu", "mandat", "pilot", "publi", "soutenu",
    "organis", "présid", "héberg", "subventionn",
  ]

  /// Nouns with a capital that head no body: departments, offices, degrees.
  static let commonNouns: WordSet = [
    "accueil", "cabinet", "campagne", "conference", "conferences", "conseil", "direction",
    "doctorat", "etat", "etudes", "jury", "laboratoire", "livre", "marketing", "master", "pole",
    "presidence", "production", "programme", "projet", "qualite", "republique", "secretariat",
    "section", "service", "strategie", "these", "union", "universite", "vie", "departement", "axe",
    "grand", "grande", "haut", "haute", "institut", "ecole", "centre", "association", "hub",
    "fondation", "comite", "commission", "chaire", "europe", "internet", "web",
  ]

  /// Places that are not bodies: countries, regions and larger towns, folded.
  static let territories = WordSet(
    ofTable: """
      afrique aix-en-provence allemagne alsace amerique amiens amsterdam angers angleterre asie
      aquitaine athenes auvergne avignon barcelone belgique berlin besancon bordeaux boston bourgogne
      brest bretagne bruxelles bresil caen cambridge canada chicago chine clermont-ferrand corse dakar
      dijon dublin ecosse edimbourg espagne etats-unis europe france geneve gironde grece grenoble
      ile-de-france inde irlande italie japon la-rochelle lausanne le-havre le-mans liege lille
      limoges lisbonne londres lorraine louvain luxembourg lyon madrid mali maroc marseille metz
      milan montpellier montreal moscou mulhouse munich nancy nanterre nantes naples new-york nice
      nimes normandie occitanie orleans ottawa oxford paris pau pays-bas perpignan poitiers pologne
      portugal princeton provence quebec reims rennes rome rouen royaume-uni russie saint-etienne
      senegal shanghai sorbonne strasbourg suisse tokyo toulon toulouse tours tunis tunisie turin
      ukraine valence vienne wallonie zurich
      """
  )

  /// Heads whose name may be nothing but a field: « la Société de géographie ».
  static let learned: WordSet = ["académie", "société", "conservatoire"]

  /// Names that begin with the noun of a body and mean a territory.
  static let polities: WordSet = ["union-europeenne", "union-sovietique", "union-africaine"]

  /// Whether a word is a country or a continent, at the end of somebody's field of action.
  static func isCountry(_ word: String) -> Bool {
    ["afrique", "amerique", "asie", "europe", "monde"].contains(slugify(word))
  }

  private static let adjectiveEndings = [
    "ale", "al", "aux", "ales", "ais", "aise", "aises", "enne", "ennes", "ien", "iens", "éen",
    "éens", "ique", "iques", "aire", "aires", "ive", "if", "ifs", "ives", "elle", "el", "els",
    "elles", "euse", "eux", "euses", "oise", "ois", "oises", "able", "ables",
  ]

  private static let otherAdjectives: WordSet = [
    "mixte", "pilote", "supérieur", "supérieure", "supérieures", "libre", "public", "publics",
    "publique", "populaire", "commun", "commune", "haut", "haute", "hautes", "civils", "ouvert",
    "belge", "suisse", "francophone", "humaines", "humain",
  ]

  private static let verbs: WordSet = [
    "active", "aide", "appelle", "applique", "arrive", "communique", "critique", "cultive", "donne",
    "déclare", "dérive", "déplore", "explique", "fabrique", "fait", "implique", "indique",
    "installe", "motive", "pratique", "prépare", "rappelle", "relève", "revendique", "révèle",
    "signale", "éclaire", "égale", "étale", "veut", "peut", "mais",
  ]

  /// Whether a word in small letters can be an adjective of a name.
  static func isAdjective(_ word: String) -> Bool {
    if scopes.contains(word) || otherAdjectives.contains(word) { return true }
    guard word.utf8.count > 4, !verbs.contains(word) else { return false }
    return adjectiveEndings.contains { word.hasSuffix($0) }
  }

  /// Whether a word names a field, in any case and number of accents.
  static func isField(_ word: String) -> Bool { fields.contains(slugify(word)) }

  /// Whether words are a place: a town or a country, or what begins like one.
  static func isPlace(_ words: [String]) -> Bool {
    let folded = words.map { slugify($0) }
    if territories.contains(folded.joined(separator: "-")) { return true }
    guard let first = folded.first else { return true }
    return ["saint", "sainte", "new", "san", "los", "la", "le", "les", "villeneuve", "mont"]
      .contains { first == $0 || first.hasPrefix("\($0)-") }
  }
}
