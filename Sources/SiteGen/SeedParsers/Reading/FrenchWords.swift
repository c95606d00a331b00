// A table of data: closed classes of French words that the grammars of the seeds lean on.

/// Words of the language and of the genres in lower case, never of a particular text.
enum FrenchWords {
  /// A line or a page may end with them, a paragraph cannot.
  static let dangling: WordSet = [
    "le", "la", "les", "l'", "l’", "un", "une", "des", "du", "de", "d'", "d’", "au", "aux", "à",
    "et", "ou", "en", "dans", "par", "pour", "sur", "sous", "avec", "sans", "entre", "vers", "chez",
    "que", "qui", "dont", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "ne",
    "the", "of", "and", "in", "&", "/", ":",
  ]

  /// What a hyphen may follow inside a word.
  static let prefixes: WordSet = [
    "anti", "après", "arrière", "auto", "avant", "bi", "bien", "bio", "ci", "co", "contre", "demi",
    "e", "éco", "entre", "ex", "extra", "franco", "hors", "inter", "intra", "juridico", "là", "mal",
    "macro", "médico", "méga", "méta", "mi", "micro", "mini", "moyen", "multi", "néo", "non",
    "nord",
    "para", "péri", "pluri", "politico", "post", "pré", "presque", "pro", "pseudo", "psycho",
    "quasi",
    "re", "ré", "sans", "semi", "socio", "sous", "sud", "supra", "sur", "technico", "télé", "trans",
    "tri", "uni", "ultra", "vice",
  ]

  /// What a hyphen may precede at the end of a verb or a pronoun.
  static let enclitics: WordSet = [
    "il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce", "t", "le", "la", "les",
    "lui", "leur", "moi", "toi", "y", "en", "même", "mêmes", "ci", "là", "elle-même", "lui-même",
  ]

  /// Small words that cannot begin a name or be a verb.
  static let functionWords = dangling.union([
    "il", "elle", "ils", "elles", "on", "nous", "vous", "je", "mais", "or", "donc", "car", "si",
    "comme", "ainsi", "alors", "aussi", "enfin", "ensuite", "puis", "lors", "lorsque", "quand",
    "depuis", "dès", "après", "avant", "selon", "notre", "nos", "votre", "vos", "mon", "mes",
    "ma",
    "cela", "ça", "c'est", "c’est", "plus", "très", "tout", "tous", "toute", "toutes", "autre",
    "autres", "premier", "première", "deuxième", "troisième", "dernier", "dernière", "y", "où",
    "quel", "quelle", "quels", "quelles", "ceci", "celui", "celle", "ceux", "celles", "chaque",
    "plusieurs", "deux", "trois", "quatre", "cinq", "parce", "afin", "cependant", "pourtant",
    "toutefois", "non", "oui", "ici", "là", "dès", "pendant", "voici", "voilà",
  ])

  /// Titles of courtesy, without their dot.
  static let honorifics: WordSet = [
    "dr", "dre", "dʳ", "pr", "pre", "pʳ", "prof", "mme", "mlle", "mlles", "m", "mr", "mrs", "ms",
    "me", "mgr", "mm", "mmes", "docteur", "docteure", "doctor", "professeur", "professeure",
    "professor", "monsieur", "madame", "mademoiselle", "maître", "sœur", "frère", "père", "abbé",
    "dom",
  ]

  /// The titles among them that are something else in small letters: « son frère ».
  static let capitalTitles: WordSet = ["sœur", "frère", "père", "abbé", "maître", "dom"]

  /// The titles among them that say more than courtesy.
  static let professionalTitles: WordSet = [
    "dr", "dre", "dʳ", "pr", "pre", "pʳ", "prof", "docteur", "docteure", "doctor", "professeur",
    "professeure", "professor",
  ]

  /// Abbreviations whose stop ends no sentence.
  static let abbreviations: WordSet = [
    "dr", "dre", "pr", "pre", "prof", "mme", "mlle", "mgr", "mr", "mm", "mmes", "cf", "vol", "coll",
    "chap", "art",
    "fig", "pp", "éd", "st", "ste", "env", "av",
  ]

  /// Particles that may stand inside a name in lower case.
  static let particles: WordSet = [
    "de", "du", "des", "la", "le", "d", "van", "von", "der", "den", "di", "da", "del", "della",
    "dos", "das", "do", "ben", "bin", "el", "al", "ter", "ten", "zu", "zur", "y", "af", "av",
    "i", "e", "vom", "zum", "auf", "dem", "het", "op", "'t", "’t", "dei", "degli", "delle", "dello",
    "dell", "dalla", "dalle", "ibn", "ibnou", "bint", "bou", "abou", "abu", "ould", "ag", "aït",
    "ait", "os",
  ]

  /// Words that name bodies, places and things: no name of a person holds one of them.
  static let institutionWords: WordSet = [
    "académie", "agence", "alliance", "ambassade", "assemblée", "association", "assurance",
    "atelier", "autorité", "axe", "banque", "barreau", "bibliothèque", "bureau", "cabinet",
    "caisse",
    "campus", "centre", "cercle", "chaire", "chambre", "clinique", "club", "collectif", "collège",
    "colloque", "comité", "commission", "communauté", "compagnie", "confédération", "conférence",
    "congrès", "conseil", "consortium", "cour", "data", "délégation", "département", "digital",
    "direction", "école", "économie", "éditions", "entreprise", "espace", "état", "europe",
    "faculté",
    "fédération", "fondation", "fonds", "forum", "france", "grand", "grande", "groupe",
    "groupement",
    "haut", "haute", "health", "hôpital", "hôpitaux", "hub", "humaines", "humanités", "industrie",
    "industries", "inspection", "institut", "institute", "institution", "intelligence", "journée",
    "journées", "laboratoire", "lab", "livre", "ligue", "mairie", "maison", "médecine", "ministère",
    "mission", "mouvement", "musée", "mutuelle", "nationale", "national", "numérique",
    "observatoire",
    "office", "ordre", "organisation", "organisme", "parlement", "plan", "plateforme", "pôle",
    "présidence", "programme", "projet", "publique", "réseau", "région", "république", "santé",
    "science", "sciences", "secrétariat", "sénat", "séance", "séances", "séminaire", "service",
    "session", "société", "start-up", "syndicat", "système", "table", "tribunal", "union", "unité",
    "université", "university", "ville", "introduction", "conclusion", "présentation", "animation",
    "intervenants", "questions", "programme", "références", "bibliographie", "recherche",
  ]

  /// Words, folded, that grammars turn into structure: labels, courtesy, the small words that join.
  static let labels: WordSet = [
    "a", "animateur", "animation", "animatrice", "animee", "anime", "au", "auteur", "auteurs",
    "autrice",
    "autrices", "aux", "axe", "bio",
    "biographie", "biographique", "ci", "conclusion", "d", "de", "des", "discussion", "dr", "du",
    "e", "er", "et", "in", "intervenant", "intervenante", "intervenantes", "intervenants",
    "intervention", "introduction", "l", "la", "le", "les", "m", "mlle", "mm", "mme", "mmes",
    "moderateur", "moderation", "moderatrice", "moderee", "mr", "n", "no", "notice", "numero", "o",
    "ouverture", "par", "parcours", "participants", "portrait", "pr", "presentation", "president",
    "presidente", "presidee", "prof", "programme", "questions", "rencontre", "resume", "s",
    "auteur", "autrice",
    "seance", "seances", "session", "sessions", "sup", "lundi", "mardi", "mercredi", "jeudi",
    "vendredi", "samedi", "dimanche", "avec", "ont", "pris", "parole", "orateurs", "orateur",
    "oratrice", "oratrices", "discutant", "discutante", "discutants", "discutantes", "compte",
    "rendu", "sous", "presidence", "moderateurs", "moderatrices", "animateurs", "animatrices",
    "argument", "argumentaire", "atelier", "journee", "seminaire", "conference", "q", "r",
    "question", "reponse", "titre", "theme", "liste", "participation", "interventions", "est",
    "sera", "cette", "expose", "communication", "premiere", "deuxieme", "troisieme", "sur",
    "date", "horaire", "horaires", "lieu",
  ]

  /// Words of names of firms, which institutions do not bear: no name of a person holds one.
  static let firmWords: WordSet = [
    "analytics", "assurances", "bank", "biotech", "capital", "consulting", "diagnostics", "énergie",
    "énergies", "global", "group", "healthcare", "holding", "international", "labs", "logiciels",
    "medical", "networks", "partners", "pharma", "pharmaceuticals", "services", "software",
    "solutions", "system", "systems", "systèmes", "technologies", "technology", "télécom",
    "telecom", "therapeutics", "ventures", "mutuelles",
  ]

  /// What a firm is said to be after its name.
  static let firmKinds: WordSet = [
    "acteur", "concepteur", "constructeur", "coopérative", "distributeur", "éditeur", "entreprise",
    "exploitant", "fabricant", "filiale", "fournisseur", "industriel", "leader", "marque",
    "multinationale", "opérateur", "partenaire", "pme", "prestataire", "producteur", "société",
    "groupe", "réseau", "start-up", "startup", "sponsor", "mécène",
  ]

  /// Parts of a body: what follows the name of a firm as often as that of a person.
  static let departments: WordSet = [
    "agence", "bureau", "cabinet", "campus", "club", "data", "délégation", "département",
    "digital", "direction", "espace", "france", "hub", "lab", "mission", "pôle", "programme",
    "projet", "plateforme", "secrétariat", "service", "santé", "unité", "ville",
  ]

  /// Degrees and grades that follow a name.
  static let degrees: WordSet = [
    "md", "phd", "mph", "msc", "hdr", "pu-ph", "mcu-ph", "mcf", "dr", "pr", "ph.d", "m.d", "mba",
    "officer", "director", "head", "professor", "lecturer", "scientist", "engineer", "ceo", "cto",
    "cdo", "pdg", "dg", "dga", "président-directeur", "emeritus", "fellow",
  ]

  /// Pronouns that take up a person named before.
  static let personPronouns: WordSet = ["il", "elle", "iel"]

  /// What may stand between « est » and a function.
  static let copulaAdverbs: WordSet = [
    "également", "aussi", "actuellement", "aujourd’hui", "aujourd'hui", "désormais", "toujours",
    "maintenant", "notamment", "parallèlement", "enfin", "encore",
  ]

  /// « en délégation », « en poste »: where somebody works for a time.
  static let postings: WordSet = [
    "délégation", "détachement", "poste", "disponibilité", "résidence", "post-doctorat",
    "postdoctorat", "fonction", "fonctions",
  ]

  /// Functions named by what is done instead of by who does it.
  static let offices: WordSet = [
    "animation", "codirection", "coordination", "copilotage", "direction", "encadrement",
    "gouvernance", "pilotage", "présidence", "responsabilité", "secrétariat", "supervision",
    "tutelle", "vice-présidence",
  ]

  /// Verbs that say a charge, third person of the present.
  static let chargeVerbs: WordSet = [
    "administre", "anime", "codirige", "co-dirige", "commande", "coordonne", "copilote",
    "co-pilote", "copréside", "co-préside", "dirige", "gouverne", "pilote", "préside", "supervise",
  ]

  /// What words of time begin with, between a verb and a function.
  static let timeOpenings: WordSet = [
    "depuis", "en", "entre", "à", "dès", "jusqu’en", "jusqu'en",
  ]

  /// Words that begin a new clause after a comma.
  static let clauseOpenings: WordSet = [
    "il", "elle", "mais", "puis", "avec", "dont", "où", "tandis", "alors", "après", "avant",
    "a", "est", "n'a", "n’a", "n'est", "n’est", "ne", "se", "s'est", "s’est", "grâce", "ainsi",
    "car", "donc", "elle-même", "lui-même", "sous",
  ]

  /// Whether a function may begin with a word in lower case: `directrice`, `géologue`.
  static func isRole(_ word: String) -> Bool {
    if roles.contains(word) || trades.contains(word) { return true }
    guard !noRoles.contains(word), word.unicodeScalars.count > 6 else { return false }
    // Most words end otherwise than all of them.
    guard let last = word.utf8.last, "enr".utf8.contains(last) else { return false }
    return roleEndings.contains { word.hasSuffix($0) }
  }

  /// Endings of the names of trades.
  private static let roleEndings = [
    "logue", "graphe", "iste", "trice", "teur", "icien", "icienne", "iatre", "nome", "nomiste",
  ]

  /// Words with such endings that name no trade.
  private static let noRoles: WordSet = [
    "secteur", "moteur", "facteur", "vecteur", "capteur", "catalogue", "dialogue", "analogue",
    "assiste", "cicatrice", "coexiste", "consiste", "désiste", "épilogue", "homologue", "insiste",
    "interrupteur", "métronome", "monologue", "optimiste", "persiste", "pessimiste", "préexiste",
    "projecteur", "prologue", "résiste", "subsiste", "tracteur",
    "ordinateur", "accélérateur", "indicateur", "hauteur", "autonome", "matrice", "paragraphe",
    "orthographe", "compteur", "réacteur", "transformateur", "incubateur", "réaliste",
  ]

  /// What people are: a function begins with one of these words.
  private static let roles: WordSet = [
    "adjoint", "adjointe", "administrateur", "administratrice", "analyste", "ancien", "ancienne",
    "anthropologue", "archiviste",
    "animateur", "animatrice", "architecte", "assistant", "assistante", "associé", "associée",
    "attaché", "attachée", "auteur", "autrice", "avocat", "avocate", "biologiste", "cadre",
    "cardiologue", "chargé", "chargée", "chef", "cheffe", "chercheur", "chercheuse", "chief",
    "chirurgien", "chirurgienne", "cinéaste", "colonel", "colonelle", "commandant", "commandante",
    "co-directeur", "co-directrice", "co-fondateur", "co-fondatrice",
    "co-président", "co-présidente", "coordinateur", "coordinatrice", "coordonnateur",
    "coordonnatrice", "cofondateur", "cofondatrice", "codirecteur", "codirectrice", "commissaire",
    "conseiller", "conseillère", "conservateur", "conservatrice", "consultant", "consultante",
    "coprésident", "coprésidente",
    "créateur", "créatrice", "délégué", "déléguée", "démographe", "député", "députée",
    "directeur", "directrice", "docteur", "docteure", "doctorant", "doctorante", "doyen", "doyenne",
    "écrivain", "écrivaine", "éditeur", "éditrice", "éleveur", "éleveuse", "économiste", "élu",
    "élue", "enseignant", "enseignante",
    "enseignant-chercheur", "enseignante-chercheuse", "épidémiologiste", "expert", "experte",
    "fondateur", "fondatrice", "généraliste", "géographe", "gérant", "gérante", "garde",
    "gestionnaire",
    "gynécologue", "historien", "historienne", "infirmier", "infirmière", "informaticien",
    "informaticienne", "ingénieur", "ingénieure", "inspecteur", "inspectrice", "interne",
    "journaliste", "juriste", "magistrat", "magistrate", "maire", "maître", "maîtresse", "manager",
    "mathématicien", "mathématicienne", "médecin", "médiateur", "médiatrice", "membre", "ministre",
    "neurologue", "notaire", "oncologue", "orateur", "oratrice", "partner", "partenaire",
    "pathologiste", "patient", "patiente", "pédiatre", "pharmacien", "pharmacienne", "philosophe",
    "politiste", "politologue", "porteur", "porteuse", "postdoctorant", "postdoctorante",
    "post-doctorant", "post-doctorante", "praticien", "praticienne", "président", "présidente",
    "professeur", "professeure", "psychiatre", "psychologue", "radiologue", "rapporteur",
    "rapporteure", "recteur", "rectrice", "rédacteur", "rédactrice", "référent", "référente",
    "représentant", "représentante", "responsable", "sage-femme", "scientifique", "secrétaire",
    "sénateur", "sénatrice", "sociologue", "spécialiste", "statisticien", "statisticienne",
    "sous-directeur", "sous-directrice", "sous-préfet", "préfet", "préfète", "titulaire",
    "trésorier", "trésorière", "urgentiste", "vétérinaire", "vice-président", "vice-présidente",
    "virologue",
    "aide-soignant", "aide-soignante", "ambassadeur", "artisan", "artisane", "aumônier", "banquier",
    "banquière", "botaniste", "capitaine", "chancelier", "chancelière", "chroniqueur",
    "chroniqueuse", "citoyen", "citoyenne", "comédien", "comédienne", "consul", "dentiste",
    "développeur", "développeuse", "entrepreneur", "entrepreneuse", "étudiant", "étudiante",
    "géomètre", "gouverneur", "graveur", "graveuse", "greffier", "greffière", "hôte", "hôtesse",
    "imprimeur", "imprimeuse", "juge", "kinésithérapeute", "libraire", "militant", "militante",
    "musicien", "musicienne", "négociant", "négociante", "officier", "officière", "ouvrier",
    "ouvrière", "peintre", "poète", "poétesse", "psychothérapeute", "soignant", "soignante",
    "théologien", "théologienne", "vice-doyen", "vice-doyenne",
  ]

  /// Verbs by which a reporter lets somebody speak, third person of the present.
  static let speechVerbs: WordSet = [
    "admet", "affirme", "ajoute", "alerte", "analyse", "annonce", "argumente", "assure", "avance",
    "commente", "complète", "conclut", "concède", "confie", "confirme", "considère", "constate",
    "décrit", "déclare", "défend", "déplore", "détaille", "enchaîne", "espère", "estime",
    "explique",
    "expose", "illustre", "indique", "insiste", "justifie", "juge",
    "martèle", "nuance", "observe", "plaide", "poursuit", "précise", "prévient", "questionne",
    "raconte", "rappelle", "recommande", "reconnaît", "redoute", "regrette", "relève", "remarque",
    "renchérit", "répond", "résume", "rétorque", "signale",
    "souhaite",
    "souligne", "soutient", "suggère", "témoigne", "tempère",
  ]

  /// Verbs by which a reporter introduces somebody, besides those of speech.
  static let presentingVerbs = speechVerbs.union([
    "aborde", "dresse", "dit", "évoque", "intervient", "introduit", "livre", "ouvre", "clôt",
    "partage", "pointe", "présente", "remercie", "retrace", "revient", "salue",
  ])

  /// Verbs that introduce a speaker only where a quotation follows.
  static let auxiliaries: WordSet = [
    "a", "est", "l’a", "l'a", "n’a", "n'a", "s’est", "s'est", "se", "fait", "inscrit", "porte",
    "mène", "dirige", "conduit", "travaille", "milite", "propose", "voit", "montre", "anime",
    "s’appuie", "s'appuie",
  ]
}
