import Checking
public import Diagnostics
import FileSystem
import FrontMatter
import Linking
import Loading
import Markdown
import Publishing
import Rendering
import SeedParsers
import Templating

/// Every code of the house, by code; `docs/diagnostics.md` is made from this list.
public let allCodes: [DiagnosticCode] =
  (FileSystemDiagnostics.all + FrontMatterDiagnostics.all + MarkdownDiagnostics.all
  + TemplatingDiagnostics.all + SeedDiagnostics.all + LoadingDiagnostics.all
  + BibliographyDiagnostics.all + CitationStyleDiagnostics.all + ImportDiagnostics.all
  + LinkingDiagnostics.all + RenderingDiagnostics.all + PublishingDiagnostics.all
  + ServerDiagnostics.all + ruleCodes + [ExternalLinks.deadAddress]).sorted { $0.id < $1.id }

/// The manual of all codes in Markdown.
public func diagnosticManual() -> String {
  var text = """
    # Diagnostics

    What `sitegen` reports, by code. An *error* keeps the site from being written, a *warning* does
    so under `--strict`. `severities:` in `Content/site.yaml` gives a code another weight, or `off`, and
    that choice is final. `sitegen explain CODE` prints one of these pages. This page is generated:
    `make docs`.

    """
  for code in allCodes { text += "\n\(diagnosticPage(of: code))" }
  return text
}

/// The page of one code in Markdown: the rule, why there is such a rule, how to mend a breach.
public func diagnosticPage(of code: DiagnosticCode) -> String {
  let explanation = code.explanation.isEmpty ? "" : "\(code.explanation)\n\n"
  return
    "## \(code.id) \(code.name)\n\n\(code.rule)\n\n\(explanation)*To mend it:* \(code.remedy)\n"
}

/// The code that an identifier or a name means, in letters of any case, or the nearest ones.
public func findCode(_ word: String) -> (code: DiagnosticCode?, hint: String) {
  let wanted = word.lowercased()
  if let code = allCodes.first(where: { $0.id.lowercased() == wanted || $0.name == wanted }) {
    return (code, "")
  }
  return (nil, suggestion(for: wanted, among: allCodes.flatMap { [$0.id, $0.name] }))
}
