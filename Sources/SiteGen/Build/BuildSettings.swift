public import SiteModel

/// What a build is made from besides its sources.
public struct BuildSettings: Sendable {
  /// The kinds of the collection, in navigation order.
  public let entityTypes: [any Entity.Type]
  /// Takes the place of the base URL of `site.yaml`; nil leaves it.
  public let baseURL: String?
  /// Takes the place of the citation style of `site.yaml`; nil leaves it.
  public let citationStyle: String?
  /// How links to pages are written.
  public let linkStyle: LinkStyle
  /// Whether warnings count as errors.
  public let isStrict: Bool
  /// The day of the build: texts of a later date stay out; nil holds back none for its date.
  public let date: PartialDate?
  /// Whether what readers do not get yet is shown all the same, and marked.
  public let showsDrafts: Bool
  /// Number of workers, at least 1; never shows in the output.
  public let jobs: Int

  /// Makes settings.
  public init(
    entityTypes: [any Entity.Type],
    baseURL: String?,
    citationStyle: String? = nil,
    linkStyle: LinkStyle,
    isStrict: Bool,
    date: PartialDate? = nil,
    showsDrafts: Bool = false,
    jobs: Int
  ) {
    self.entityTypes = entityTypes
    self.baseURL = baseURL
    self.citationStyle = citationStyle
    self.linkStyle = linkStyle
    self.isStrict = isStrict
    self.date = date
    self.showsDrafts = showsDrafts
    self.jobs = max(1, jobs)
  }
}
