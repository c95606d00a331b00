// A table of data: the commonest given names of French and its neighbours, without accents.

extension FrenchWords {
  /// Given names that may follow a first one, as in « Anne Marie Durand ».
  static let givenNames = WordSet(
    ofTable: """
      adele adrien agnes alain albert alexandre alexis alfred alice amelie andre anna anne antoine
      armand arthur auguste augustin aurelie baptiste barbara beatrice benoit bernard berthe blaise
      brigitte camille caroline catherine cecile charles charlotte chantal christian christine
      christophe claire claude clemence colette corinne cyril daniel david denis denise diane
      dominique edith edmond edouard eleonore elisabeth elise emile emilie emma emmanuel etienne
      eugene eugenie eva evelyne fabien fabrice felix ferdinand fernand florence francis francois
      francoise frederic gabriel gaetana gaston genevieve georges gerard germaine gilbert gilles
      guillaume gustave guy hector helene henri henriette hippolyte hubert hugo ida irene isabelle
      jacqueline jacques jean jeanne jerome joachim joseph josephine joel jules julie julien juliette
      laure laurence laurent leon leonie louis louise luc lucas lucie lucien madeleine marc marcel
      margaret marguerite maria marianne marie marthe martine mathieu mathilde maurice maxime michel
      micheline monique nathalie nicolas nicole noel odette odile olga olivier pascal patrick paul
      paule pauline philippe pierre pierrette rachel raymond regis rene renee richard robert rodolphe
      roger roland romain rosa rose sabine sebastien serge simone sophie stephane suzanne sylvain
      sylvie theodore theodule therese thomas valerie victoire victor vincent violette virginie
      vivienne william xavier yann yves yvette yvonne
      """
  )

  /// More given names, several of which are families as well: they tell a person from a firm at the
  /// head of a name, and nothing further on in it.
  static let firstGivenNames = givenNames.union(
    WordSet(
      ofTable: """
        abdel ahmed aicha aissatou albane alessandro ali alicia aline alix aliou amadou amandine amina
        amira ana anais andrea andreas angela angelique anita anouk antonio apolline ariane arnaud
        aude audrey axel aya ayoub baptistine bastien beatriz ben benedicte benjamin bertrand bianca
        boris bruno carla carlos carole cassandre catarina celia celine chiara chloe clara clarisse
        claudine clement cleo constance coralie cyrille dalila damien danielle delphine didier diego
        dimitri djamila dorothee driss edgar elena eliane elias elisa eliza elodie eloise elsa emil
        emily enzo eric erika erwan ester estelle esther fabienne fabio fanny farid fatima fatou
        federico filippo florent florian franck frank franz fritz gael gaelle gerald geraldine gilda
        giovanni giulia gregoire gregory greta guilhem gustav hadrien hans hassan heidi heinrich heloise
        henry herve hughes hugues ibrahim igor ingrid ines isaac ivan jack jacob jade james jan
        jasmine javier jeremie jeremy jessica joan joanna johan johann johanna john jonas jonathan jorge
        jose judith julia justine karim karin karl karine katia katrin kevin khadija klaus lara larissa
        laetitia laila laurie lea leila lena leonard leonardo leonor leopold leslie lidia lila lilian
        liliane linda lionel lisa loic lola lorenzo lorraine louisa lucia lucile ludivine ludovic luis
        lydia lydie mael magali maite malik manon manuel manuela marcello marco margaux margot mariam
        mariana marina marine mario marion marius marjorie mark marlene martha martin mary mathias
        mathis matteo matthias matthieu maud maureen maxence melanie melissa mehdi michael michaela
        michele miguel mireille mohamed mohammed moussa muriel myriam nabil nadia nadine naima nadege
        natalia natasha nils nina noa noemie nora noor odile olivia omar oscar otto ousmane pablo paola
        paolo patricia pedro perrine peter philip pia quentin rachida rafael raphael raphaelle rebecca
        renaud ricardo robin rodrigue romane rosalie roxane ruben ruth sacha said salima salome sam
        samia samir samuel sandra sandrine sara sarah selma severine sibylle silvia sofia solange
        soline solene sonia stefan stefano stella stephanie steven susan suzie sven tanguy tania tatiana
        teresa theo tiago tim timothee tom toni tristan ulrich ursula valentin valentina valentine
        vanessa vera veronique vincenzo viola violaine walter werner wilhelm willem yael yasmina yasmine
        youssef yusuf zineb zoe
        """
    )
  )
}

extension FrenchWords {
  /// Cities that lists of references print before the publisher.
  static let publishingPlaces = WordSet(
    """
    Aix-en-Provence, Alger, Amiens, Amsterdam, Angers, Ann Arbor, Anvers, Arles, Athènes, Avignon,
    Baltimore, Barcelone, Barcelona, Basel, Beijing, Belfast, Berkeley, Berlin, Berne, Besançon,
    Beyrouth, Bloomington, Bologne, Bologna, Bonn, Bordeaux, Boston, Boulogne-Billancourt, Brest,
    Bristol, Bruxelles, Brussels, Budapest, Buenos Aires, Bâle, Caen, Cambridge, Casablanca,
    Chambéry, Chicago, Clermont-Ferrand, Coimbra, Cologne, Copenhague, Dakar, Dijon, Dordrecht,
    Dresde, Dublin, Durham, Edinburgh, Édimbourg, Florence, Firenze, Francfort, Frankfurt, Fribourg,
    Gand, Gênes, Genève, Gent, Glasgow, Göttingen, Grenoble, Hambourg, Hamburg, Heidelberg,
    Helsinki, Honolulu, Istanbul, Ithaca, Ivry-sur-Seine, Jérusalem, Köln, La Haye, La Rochelle,
    Lausanne, Laval, Le Caire, Le Havre, Le Mans, Leiden, Leipzig, Leyde, Lille, Limoges, Lisbonne,
    Lisboa, Liège, London, Londres, Los Angeles, Louvain, Louvain-la-Neuve, Leuven, Lund, Lyon,
    Madrid, Malakoff, Manchester, Marseille, Melbourne, Metz, Mexico, Milan, Milano, Minneapolis,
    Montpellier, Montreuil, Montréal, Moscou, Munich, München, Namur, Nancy, Nanterre, Nantes,
    Naples, Napoli, Neuchâtel, New Delhi, New Haven, New York, New-York, Nice, Nîmes, Orléans, Oslo,
    Ottawa, Oxford, Padoue, Palerme, Paris, Pau, Perpignan, Pékin, Philadelphia, Philadelphie, Pise,
    Poitiers, Porto, Prague, Princeton, Provence, Québec, Rabat, Reims, Rennes, Rio de Janeiro,
    Roma, Rome, Rotterdam, Rouen, Saint-Denis, Saint-Étienne, San Francisco, Sherbrooke, Singapore,
    Stanford, Stockholm, Strasbourg, Stuttgart, Sydney, São Paulo, The Hague, Tokyo, Torino,
    Toronto, Toulouse, Tours, Tunis, Turin, Turnhout, Tübingen, Uppsala, Utrecht, Valenciennes,
    Vancouver, Varsovie, Venise, Venezia, Vienna, Vienne, Villeneuve-d'Ascq, Villeurbanne,
    Vincennes, Warszawa, Washington, Wien, Wiesbaden, Zürich, Zurich
    """
    .utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") }
    .map { String(Substring($0.drop { $0 == UInt8(ascii: " ") })) }
    .filter { !$0.isEmpty }
  )

  /// Words that names of publishers hold, without accents.
  static let publisherWords = WordSet(
    ofTable: """
      actes albin armand aubier belin blackwell books bourgois brepols brill cahiers champion cie
      cerf cnrs codex colin dalloz documentation droz dunod ed edition editions editeur editeurs
      edizioni ehess elsevier ens erasme fayard fils flammarion fondation freres gallimard grasset
      hachette harmattan harper herder hermann honore imprimerie impr inra ined institut institute
      jacob klincksieck karthala laffont lang larousse librairie macmillan maison masson michel minuit
      mit nathan norton palgrave payot penguin picard plon polity presses press publications
      publishers publishing puf pug pul pum pup pur rivages routledge sage seuil slatkine springer
      societe suhrkamp universite university universitaires verdier verlag verso vrin vuibert wiley
      """
  )
}
