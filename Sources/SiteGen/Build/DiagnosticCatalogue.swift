import Checking
public import Diagnostics
import FileSystem
import FrontMatter
import Linking
import Loading
import Markdown
import Rendering
import SeedParsers
import Templating

/// Every code of the house, by code; `docs/diagnostics.md` is made from this list.
public let allCodes: [DiagnosticCode] =
  (FileSystemDiagnostics.all + FrontMatterDiagnostics.all + MarkdownDiagnostics.all
  + TemplatingDiagnostics.all + SeedDiagnostics.all + LoadingDiagnostics.all
  + BibliographyDiagnostics.all + CitationStyleDiagnostics.all + ImportDiagnostics.all
  + LinkingDiagnostics.all + RenderingDiagnostics.all + ServerDiagnostics.all + ruleCodes).sorted {
    $0.id < $1.id
  }

/// The manual of all codes in Markdown.
public func diagnosticManual() -> String {
  var text = """
    # Diagnostics

    What `sitegen` reports, by code. An *error* keeps the site from being written, a *warning* does
    so under `--strict`. `severities:` in `Content/site.yaml` gives a code another weight, and that
    choice is final. This page is generated: `make docs`.

    """
  for code in allCodes {
    text += "\n## \(code.id) \(code.name)\n\n\(code.rule)\n\n*To mend it:* \(code.remedy)\n"
  }
  return text
}
