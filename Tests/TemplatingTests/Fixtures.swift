import Diagnostics
import Templating

/// Templates written in a test, by name.
func templates(_ texts: KeyValuePairs<String, String>) -> [SourceFile] {
  texts.map { SourceFile(path: "Templates/\($0.key).mustache", text: $0.value) }
}

func render(_ texts: KeyValuePairs<String, String>, _ context: TemplateRecord = [:]) -> String {
  let set = TemplateSet.compile(templates(texts), root: "Templates").value
  return String(decoding: set.render("main", context), as: UTF8.self)
}

/// `TPL020 main "titel" unknown name …`: code, file, text under the span, summary, notes.
func described(_ diagnostics: [Diagnostic], in files: [SourceFile]) -> [String] {
  diagnostics.map { diagnostic in
    let notes = diagnostic.notes.map { " [\($0.text): \(excerpt($0.span, files))]" }
    let place = excerpt(diagnostic.span, files)
    return "\(diagnostic.code.id) \(place) \(diagnostic.summary)\(notes.joined())"
  }
}

private func excerpt(_ span: SourceSpan?, _ files: [SourceFile]) -> String {
  guard let span, let file = files.first(where: { $0.path == span.path }) else { return "-" }
  let text = String(decoding: file.bytes[span.range], as: UTF8.self)
  let name = span.path.dropFirst("Templates/".count).dropLast(".mustache".count)
  return "\(name)@\(span.range.lowerBound) <\(text)>"
}
