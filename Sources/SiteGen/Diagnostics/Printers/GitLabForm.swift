/// A Code Quality report of GitLab: one JSON array (GitLab documentation, "Code Quality report
/// format").
///
/// GitLab shows nothing without a place: what has none is put on the first line of the site's
/// configuration.
func gitLabForm(of diagnostics: [Diagnostic], place: (SourceSpan) -> PrintedPlace) -> String {
  var fingerprints = Fingerprints()
  let problems = diagnostics.map { diagnostic in
    let printed = diagnostic.span.map(place)
    return GitLabProblem(
      description: diagnostic.summary,
      checkName: "\(diagnostic.code.id) \(diagnostic.code.name)",
      fingerprint: fingerprints.next(diagnostic, line: printed?.line ?? ""),
      severity: gitLabWeight(of: diagnostic.severity),
      location: .init(
        path: printed?.path ?? "Content/site.yaml",
        lines: .init(begin: printed?.start?.line ?? 1, end: printed?.end?.line)
      )
    )
  }
  return jsonLine(problems)
}

private func gitLabWeight(of severity: Severity) -> String {
  switch severity {
  case .error: "major"
  case .warning: "minor"
  case .note: "info"
  }
}

private struct GitLabProblem: Encodable {
  enum CodingKeys: String, CodingKey {
    case description, fingerprint, severity, location
    case checkName = "check_name"
  }

  struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  struct Lines: Encodable {
    let begin: Int
    let end: Int?
  }

  let description: String
  let checkName: String
  let fingerprint: String
  let severity: String
  let location: Location
}
