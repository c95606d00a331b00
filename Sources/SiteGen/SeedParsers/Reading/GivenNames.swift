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
