public import SiteModel

/// The kinds of this collection, in the order of the navigation.
public let contentTypes: [any Entity.Type] = [
  PublicationIssue.self, Person.self, ResearchAxis.self, Series.self, Session.self, Event.self,
  Reference.self, Organisation.self, GlossaryTerm.self, FreePage.self,
]
