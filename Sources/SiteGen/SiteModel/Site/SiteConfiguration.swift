public import Diagnostics

/// What `Content/site.yaml` says of the whole site.
public struct SiteConfiguration: Hashable, Sendable {
  /// Title of the collection, as the site shows it.
  public let title: String
  /// One or two sentences for the home page and for search engines.
  public let description: String
  /// Address the site will stand at.
  public let baseURL: String
  /// BCP 47 tag of the language of the site.
  public let language: String
  /// Who publishes.
  public let publisher: Publisher
  /// International standard serial number; nil until one is given.
  public let issn: String?
  /// Under which its texts are given, unless one says otherwise; nil where none is chosen.
  public let license: License?
  /// Weights that the editors chose; a choice is final, `--strict` does not raise it.
  public let severities: [String: Severity]
  /// Codes that the editors gave the weight `off`.
  public let silencedCodes: Set<String>
  /// Name of the citation style; nil leaves it to the house.
  public let citationStyle: Spanned<String>?

  /// The body that publishes the collection.
  public struct Publisher: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its acronym, or nil.
    public let acronym: String?

    /// Makes a publisher.
    public init(name: String, acronym: String?) {
      self.name = name
      self.acronym = acronym
    }
  }

  /// Makes a configuration.
  public init(
    title: String,
    description: String,
    baseURL: String,
    language: String,
    publisher: Publisher,
    issn: String?,
    license: License? = nil,
    severities: [String: Severity],
    silencedCodes: Set<String> = [],
    citationStyle: Spanned<String>? = nil
  ) {
    self.title = title
    self.description = description
    self.baseURL = baseURL
    self.language = language
    self.publisher = publisher
    self.issn = issn
    self.license = license
    self.severities = severities
    self.silencedCodes = silencedCodes
    self.citationStyle = citationStyle
  }
}
