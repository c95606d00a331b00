// A table of data: trades whose endings do not show that they are trades.

extension FrenchWords {
  /// What people do for a living or are to others; with the roles of FrenchWords.swift.
  static let trades = WordSet(
    ofTable: """
      abbé actuaire adjudant agriculteur agricultrice agrégé agrégée amiral aquarelliste
      assureur autrice-compositrice bâtonnier bâtonnière batelier batelière bénévole berger bergère
      boulanger boulangère boursier boursière bouquiniste charpentier charpentière chaudronnier
      chaudronnière chauffeur chauffeuse cheminot cheminote codirigeant codirigeante coiffeur
      coiffeuse collectionneur collectionneuse comptable conférencier conférencière cordonnier
      cordonnière courtier courtière couturier couturière cuisinier cuisinière curé danseur danseuse
      dentellière designer designeuse développeur dirigeant dirigeante docker dramaturge éclusier
      éclusière élève entraîneur entraîneuse évêque exploitant exploitante ferronnier ferronnière
      fermier fermière fondeur fondeuse forestier forestière forgeron forgeronne gardien gardienne
      gendarme général générale gériatre guide habitant habitante horloger horlogère huissier
      huissière imam interprète jardinier jardinière lauréat lauréate lieutenant lieutenante
      linguiste luthier luthière lycéen lycéenne maçon maçonne maraîcher maraîchère marin marinier
      marinière mécanicien mécanicienne menuisier menuisière metteur metteuse meunier meunière
      militaire modérateur modératrice moine navigant navigante normalien normalienne
      ornemaniste parolier parolière passeur passeuse pasteur pasteure patron patronne
      paysan paysanne pêcheur pêcheuse pilote plongeur plongeuse policier policière pompier
      pompière porte-parole post-doc postdoc potier potière prêtre preneur preneuse préhistorien
      préhistorienne procureur procureure programmeur programmeuse propriétaire proviseur proviseure
      rabbin régisseur régisseuse relieur relieuse reporter retraité retraitée riverain riveraine
      romancier romancière roboticien roboticienne salarié salariée scaphandrier sculpteur
      sculptrice sculpteure sellier sellière serrurier serrurière sœur souffleur souffleuse substitut
      substitute tailleur tailleuse tapissier tapissière témoin teinturier teinturière tisseur
      tisseuse tonnelier tonnelière traiteur vendeur vendeuse verrier verrière vice-recteur
      vice-rectrice vigneron vigneronne voisin voisine co-responsable coresponsable co-auteur
      chevalier correspondant correspondante éducateur éducatrice ergonome mathématicien physicien physicienne océanographe
      contremaître contremaîtresse monteur monteuse opératrice ouvrier ouvrière régleur
      régleuse soudeur soudeuse téléphoniste typographe imprimeur imprimeuse
      """
  )
}
