// A table of data: the commonest given names of French and its neighbours, without accents.

extension FrenchWords {
  /// Given names that may follow a first one, as in « Anne Marie Durand ».
  static let givenNames: Set<String> = Set(
    """
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
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )

  /// More given names, several of which are families as well: they tell a person from a firm at the
  /// head of a name, and nothing further on in it.
  static let firstGivenNames: Set<String> = givenNames.union(
    """
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
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )
}

extension FrenchWords {
  /// Cities that lists of references print before the publisher.
  static let publishingPlaces: Set<String> = [
    "Amsterdam", "Arles", "Berlin", "Bologne", "Bordeaux", "Boston", "Bruxelles", "Cambridge",
    "Chicago", "Dordrecht", "Genève", "Grenoble", "Leiden", "Leipzig", "Leyde", "Lausanne", "Lille",
    "London", "Londres", "Louvain", "Lyon", "Madrid", "Marseille", "Milan", "Montréal", "Nantes",
    "New York", "New-York", "Oxford", "Paris", "Philadelphia", "Princeton", "Québec", "Rennes",
    "Rome", "Strasbourg", "Toulouse", "Vienne", "Wien", "Zurich",
  ]
}
