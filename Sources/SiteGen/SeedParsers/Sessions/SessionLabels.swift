import Markup

/// What the labels of a session announce.
enum SessionLabel: Hashable, Sendable {
  case people(SessionRole)
  case presentation
  case questions
}

/// Reads a label (`Intervenants :`), with the text that follows it on its line, if any.
func readSessionLabel(_ text: TracedText) -> (label: SessionLabel, rest: TracedText)? {
  let bare = text.trimmed { "#*_".unicodeScalars.contains($0) }
  guard let colon = bare.firstIndex(where: { $0 == ":" }), colon <= 60 else {
    guard bare.count <= 60, let label = label(named: slugify(bare.string)),
      label != .people(.speaker) || bare.words.count < 6
    else { return nil }
    return (label, bare[bare.count..<bare.count])
  }
  let rest = bare[colon + 1..<bare.count].trimmed { "*_".unicodeScalars.contains($0) }
  guard let label = label(named: slugify(bare.string(in: 0..<colon))) else { return nil }
  // « Discussion : NAME » names somebody, and is no heading.
  return label == .questions && !rest.isEmpty ? nil : (label, rest)
}

private func label(named name: String) -> SessionLabel? {
  // « Intervenant·e·s », « Intervenantes et intervenants »
  let isIntervening =
    name.hasPrefix("intervenant")
    && name.split(separator: "-").allSatisfy {
      $0.hasPrefix("intervenant") || ["e", "s", "es", "et"].contains(String($0))
    }
  if isIntervening || speakerLabels.contains(name) { return .people(.speaker) }
  if moderatorLabels.contains(name) { return .people(.moderator) }
  if presentationLabels.contains(name) { return .presentation }
  let isQuestions = questionLabels.contains {
    name == $0
      || (name.hasPrefix("\($0)-")
        && questionJoints.contains(String(name.dropFirst($0.count + 1).prefix { $0 != "-" })))
  }
  return isQuestions ? .questions : nil
}

private let speakerLabels: WordSet = [
  "avec", "participants", "participantes", "participantes-et-participants", "participant-e-s",
  "ont-pris-la-parole", "ont-participe", "ont-parle", "sont-intervenus", "sont-intervenues",
  "orateurs", "oratrices", "oratrices-et-orateurs", "orateurs-et-oratrices", "orateur", "oratrice",
  "conferenciers", "conferencieres", "conferencier", "conferenciere", "invites", "invitees",
  "invite", "invitee", "avec-la-participation-de", "avec-les-interventions-de", "en-presence-de",
  "liste-des-intervenants", "interventions-de", "prendront-la-parole", "interviendront",
  "discutants", "discutantes", "discutant", "discutante", "repondant", "repondante",
  "grand-temoin", "grands-temoins", "panel", "en-dialogue-avec", "speakers",
]

private let moderatorLabels: WordSet = [
  "animation", "animateur", "animatrice", "animateurs", "animatrices", "moderation", "moderateur",
  "moderatrice", "moderateurs", "moderatrices", "presidence", "president", "presidente",
  "president-de-seance", "presidente-de-seance", "presidence-de-seance", "animee-par", "anime-par",
  "moderee-par", "modere-par", "presidee-par", "preside-par", "seance-animee-par",
  "seance-moderee-par", "seance-presidee-par", "sous-la-presidence-de", "animation-de-la-seance",
]

private let presentationLabels: WordSet = [
  "presentation", "presentation-de-la-seance", "resume", "argument", "argumentaire", "descriptif",
  "problematique", "resume-de-la-seance", "presentation-generale", "descriptif-de-la-seance",
]

private let questionLabels = [
  "questions", "echanges", "echange", "discussion", "discussions", "debat", "debats",
  "questions-reponses", "temps-d-echange", "temps-d-echanges", "temps-de-questions", "q-r",
]

/// What may go on after « Échanges »: « avec la salle », « du public », « et réponses ».
private let questionJoints: WordSet = [
  "avec", "du", "de", "des", "et", "reponses", "generale", "general", "collective", "finale",
  "ouverte", "finaux", "entre",
]

/// Whether a line speaks of the text or of the whole series and of no talk: when the next session
/// is, who has written the report, whom to ask.
func isClosingLine(_ text: TracedText) -> Bool {
  guard text.count <= 400 else { return false }
  let name = slugify(text.string(in: 0..<min(60, text.count)))
  return closingOpenings.contains { opening in
    guard name.hasPrefix(opening) else { return false }
    let next = name.utf8.dropFirst(opening.utf8.count).first
    return next == nil || next == UInt8(ascii: "-")
  }
}

private let closingOpenings = [
  "prochaine-seance", "prochaine-session", "prochaine-rencontre", "prochain-rendez-vous",
  "prochain-atelier", "la-prochaine-seance", "la-prochaine-session", "la-prochaine-rencontre",
  "compte-rendu-redige", "compte-rendu-etabli", "compte-rendu-realise", "compte-rendu-par",
  "compte-rendu-de-seance-redige", "synthese-redigee", "redige-par", "redaction", "redacteur",
  "redactrice", "rapporteur", "rapporteure", "rapporteuse", "secretaire-de-seance",
  "propos-recueillis", "contact", "contacts", "renseignements", "inscription", "inscriptions",
  "entree-libre", "entree-gratuite", "acces-libre", "informations-pratiques", "credits",
  "informations-et-inscriptions", "renseignements-et-inscriptions", "transcription",
  "la-seance-est-levee", "la-seance-s-est-achevee", "fin-de-la-seance",
  "la-seance-est-close",
]

/// Whether a line only says that the text is a report: « Compte rendu ».
func namesGenre(_ text: TracedText) -> Bool {
  ["compte-rendu", "compte-rendu-de-seance", "compte-rendu-de-la-seance", "synthese", "rapport"]
    .contains(slugify(text.string))
}
