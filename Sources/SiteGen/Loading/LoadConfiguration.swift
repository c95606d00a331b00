public import Diagnostics
import FrontMatter
public import SiteModel

/// Reads `Content/site.yaml`; what is missing is reported and stands empty in the value.
///
/// `knownCodes` are the codes of all rules, which `severities` may name. Emits `CFG001`, `CFG002`,
/// `CFG004` and what reading YAML and fields emits.
public func loadConfiguration(
  _ tree: SourceTree,
  knownCodes: Set<String>
) -> Diagnosed<SiteConfiguration> {
  let path = "Content/site.yaml"
  guard let file = tree.file(at: path) else {
    let diagnostic = Diagnostic(
      LoadingDiagnostics.missingConfiguration,
      .error,
      at: SourceSpan(path: path, range: 0..<0),
      "Content/site.yaml is missing"
    )
    return Diagnosed(emptyConfiguration, [diagnostic])
  }
  let yaml = readYAML(file)
  guard !yaml.diagnostics.containsError else {
    return Diagnosed(emptyConfiguration, yaml.diagnostics)
  }
  var reader = FieldReader(yaml.value, of: "site")
  let weights = readSeverities(&reader, knownCodes: knownCodes)
  let configuration = SiteConfiguration(
    title: reader.requiredText("title").value,
    description: reader.requiredText("description").value,
    baseURL: readBaseURL(&reader),
    language: readLanguage(&reader),
    publisher: readPublisher(&reader),
    issn: reader.identifier(.issn)?.text,
    license: reader.license(),
    severities: weights.severities,
    silencedCodes: weights.silenced,
    citationStyle: reader.text("csl")
  )
  return Diagnosed(configuration, reader.finish())
}

/// Whether a text can be the base of all addresses of a site.
public func isBaseURL(_ text: String) -> Bool {
  let schemes = ["https://", "http://"]
  guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return false }
  let rest = text.dropFirst(scheme.count)
  guard let first = rest.utf8.first, first != UInt8(ascii: "/") else { return false }
  return rest.utf8.allSatisfy { byte in
    byte > 0x20 && byte < 0x7F && !"?#\"<>\\^`{|}".utf8.contains(byte)
  }
}

private let emptyConfiguration = SiteConfiguration(
  title: "",
  description: "",
  baseURL: "",
  language: "",
  publisher: .init(name: "", acronym: nil),
  issn: nil,
  severities: [:]
)

private func readBaseURL(_ reader: inout FieldReader) -> String {
  let url = reader.requiredText("base-url")
  if !url.value.isEmpty, !isBaseURL(url.value) {
    reader.report(
      Diagnostic(
        LoadingDiagnostics.invalidBaseURL,
        .error,
        at: url.span,
        "\"\(url.value)\" is no absolute http or https address"
      )
    )
  }
  return url.value
}

private func readLanguage(_ reader: inout FieldReader) -> String {
  _ = reader.requiredText("language")
  return reader.language()?.value ?? ""
}

private func readPublisher(_ reader: inout FieldReader) -> SiteConfiguration.Publisher {
  guard let record = reader.records("publisher", shorthand: "name").first else {
    _ = reader.requiredText("publisher")
    return .init(name: "", acronym: nil)
  }
  var inner = FieldReader(record, of: "publisher")
  let publisher = SiteConfiguration.Publisher(
    name: inner.requiredText("name").value,
    acronym: inner.text("acronym")?.value
  )
  reader.absorb(inner)
  return publisher
}

private func readSeverities(
  _ reader: inout FieldReader,
  knownCodes: Set<String>
) -> (severities: [String: Severity], silenced: Set<String>) {
  guard case .mapping(let mapping)? = reader.value("severities") else { return ([:], []) }
  var severities: [String: Severity] = [:]
  var silenced: Set<String> = []
  for entry in mapping.entries {
    if case .scalar(let word) = entry.value, word.value == "off",
      knownCodes.contains(entry.key.value)
    {
      silenced.insert(entry.key.value)
      continue
    }
    guard case .scalar(let word) = entry.value, let severity = Severity(rawValue: word.value),
      knownCodes.contains(entry.key.value)
    else {
      let summary =
        knownCodes.contains(entry.key.value)
        ? "the weight of \(entry.key.value) must be error, warning, note or off"
        : "no rule has the code \"\(entry.key.value)\""
          + suggestion(for: entry.key.value, among: knownCodes)
      reader.report(
        Diagnostic(LoadingDiagnostics.invalidSeverity, .error, at: entry.value.span, summary)
      )
      continue
    }
    severities[entry.key.value] = severity
  }
  return (severities, silenced)
}
