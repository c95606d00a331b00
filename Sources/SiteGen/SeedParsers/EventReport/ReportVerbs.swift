// A table of data: how reporters say that somebody spoke or acted, besides the present tense.

/// Verbs of reports of events, third person.
enum ReportVerbs {
  /// Past participles by which a reporter lets somebody speak or present something.
  static let participles = WordSet(
    ofTable: """
      abordé accueilli admis affirmé ajouté alerté analysé annoncé argumenté assuré avancé averti
      cité clarifié commenté comparé complété conclu concédé confié confirmé considéré
      constaté contesté décrit défendu demandé démontré déploré détaillé développé dénoncé déclaré
      dit dressé discuté encouragé enchaîné esquissé estimé évoqué expliqué exploré exposé
      exprimé illustré indiqué insisté interpellé interrogé intervenu introduit invité
      jugé justifié livré martelé mentionné montré narré nuancé objecté observé
      partagé parlé plaidé pointé poursuivi précisé présenté prévenu promis prononcé proposé
      questionné raconté rappelé rapporté réagi recommandé reconnu regretté relativisé relevé
      remarqué remercié renchéri répliqué répondu restitué résumé retracé rétorqué revenu salué
      signalé souhaité soulevé souligné soutenu suggéré synthétisé témoigné tempéré
      """
  )

  /// Present forms of the same, besides those of ``FrenchWords/presentingVerbs``.
  static let present = FrenchWords.presentingVerbs.union([
    "accueille", "avertit", "clarifie", "compare", "conteste", "démontre", "développe",
    "dénonce", "demande", "discute", "encourage", "esquisse", "exprime", "explore", "interpelle",
    "interroge", "mentionne", "objecte", "promet", "prononce", "rapporte", "réagit", "relativise",
    "réplique", "restitue", "soulève", "synthétise",
  ])

  /// What is done to an event, and not to things: participles and nouns.
  static let ofEvents: WordSet = [
    "animé", "assuré", "clos", "clôturé", "conclu", "conduit", "dirigé", "introduit", "mené",
    "modéré",
    "ouvert", "présidé", "prononcé", "tiré",
  ]

  /// How a part of an event brings people together.
  static let gathering: WordSet = [
    "associé", "confronté", "opposé", "rassemblé", "réuni",
  ]

  /// Parts of an event.
  static let eventNouns: WordSet = [
    "allocution", "après-midi", "atelier", "clôture", "colloque", "conclusion", "conclusions",
    "conférence", "congrès", "débat", "débats", "discussion",
    "discussions", "échange", "échanges", "édition", "événement", "forum", "introduction",
    "journée", "journées",
    "matinée", "ouverture", "parole", "rencontre", "rencontres", "séance", "séances", "séminaire",
    "session",
    "sessions", "soirée", "symposium", "synthèse", "table", "tables", "travaux",
  ]

  /// Infinitives of what falls to somebody: « il revenait à NAME de conclure ».
  static let infinitives: WordSet = [
    "animer", "clore", "clôturer", "conclure", "dire", "exposer", "introduire", "lancer", "modérer",
    "ouvrir", "présenter", "présider", "rappeler", "répondre", "résumer", "synthétiser", "tirer",
  ]

  /// What falls to somebody does so by these.
  static let falls: WordSet = [
    "appartenait", "appartient", "échoit", "échoyait", "incombait", "incombe", "revenait",
    "revient",
    "revint",
  ]

  /// People of state, whose acts a report mentions without their being there.
  static let officials: WordSet = [
    "ministre", "préfet", "préfète", "empereur", "impératrice", "roi", "reine", "sous-préfet",
    "chancelier", "chancelière", "gouverneur", "pape",
  ]

  /// Who writes or thinks for all: a report cites them in the words of somebody there.
  static let authors: WordSet = [
    "dramaturge", "écrivain", "écrivaine", "essayiste", "penseur", "penseuse", "peintre",
    "philosophe", "poète", "poétesse", "romancier", "romancière",
  ]

  /// What may stand between an auxiliary and its participle.
  static let adverbs: WordSet = [
    "été", "d’abord", "d'abord", "ensuite", "également", "aussi", "enfin", "bien", "ainsi", "alors",
    "puis", "pour", "sa", "son", "leur", "part", "tour", "à", "quant", "elle", "lui", "de", "côté",
    "encore", "même", "tout", "toutefois", "pourtant", "déjà", "souvent", "depuis", "donc",
  ]

  /// Words that follow a verb, and hardly a noun: what it acts on.
  static let followers: WordSet = [
    "le", "la", "les", "un", "une", "des", "du", "son", "sa", "ses", "leur", "leurs", "ce", "cet",
    "cette", "ces", "que", "combien", "comment", "pourquoi", "chaque", "plusieurs", "deux", "trois",
    "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "mille",
    "aussi", "également", "encore", "désormais", "ainsi",
    "plus", "tout", "toute", "tous", "toutes", "aujourd’hui", "aujourd'hui",
  ]
}
