import Diagnostics
import FrontMatter

func read(_ yaml: String) -> Diagnosed<FieldMapping> {
  readYAML(SourceFile(path: "a.yaml", text: yaml))
}

/// Each with line, column and code.
func printed(_ diagnostics: [Diagnostic], in yaml: String) -> [String] {
  let index = LineIndex(Array(yaml.utf8))
  return diagnostics.map { diagnostic in
    let place = index.position(of: diagnostic.span?.range.lowerBound ?? 0)
    return "\(place.line):\(place.column) \(diagnostic.code.id) \(diagnostic.summary)"
  }
}
