import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// A research axis as an issue presents it.
struct IssueAxis: Sendable {
  let number: TracedText
  let title: TracedText
  let slug: Slug
  var members: [NamedPerson] = []
  var lead: PersonName?
  /// The paragraphs of the section that bears its title.
  var text: [TracedText] = []
  var source: SourceSpan
}

/// Reads axes: `Axe N Title` headings with their members, the sentence that names the lead, the
/// section that bears the title.
func readAxes(_ blocks: [IssueBlock]) -> Diagnosed<[IssueAxis]> {
  var axes: [IssueAxis] = []
  var diagnostics: [Diagnostic] = []
  var current: Int?
  for block in blocks {
    switch block {
    case .heading(_, let text):
      current = nil
      if let axis = axisHeading(text), !axes.contains(where: { $0.slug == axis.slug }) {
        axes.append(axis)
        current = axes.count - 1
      }
    case .item(let text, _):
      guard let current else { continue }
      guard let member = readNamedPerson(plainText(text)) else {
        diagnostics.append(
          Diagnostic(
            SeedDiagnostics.noName,
            .warning,
            at: text.span,
            "no name of a person begins this entry"
          )
        )
        continue
      }
      axes[current].members.append(member)
      let start = axes[current].source.range.lowerBound
      axes[current].source = SourceSpan(
        path: text.path,
        range: start..<max(text.span.range.upperBound, start)
      )
    case .paragraph, .separator: current = nil
    }
  }
  addLeads(to: &axes, from: blocks)
  addTexts(to: &axes, from: blocks)
  return Diagnosed(axes, diagnostics)
}

/// `Axe 2 *Title*`, `Axe 2 : Title`.
private func axisHeading(_ heading: TracedText) -> IssueAxis? {
  let text = plainText(heading)
  let words = text.words
  guard words.count >= 3, slugify(words[0].text) == "axe", !words[1].text.isEmpty,
    words[1].text.unicodeScalars.allSatisfy(\.isDigit)
  else { return nil }
  let title = text[words[1].core.upperBound..<text.count].trimmed {
    ":.–—-".unicodeScalars.contains($0)
  }
  return Slug(folding: title.string).map {
    IssueAxis(
      number: text[words[1].core],
      title: title,
      slug: $0,
      source: heading.span
    )
  }
}

/// « La responsabilité de l'axe 2 … est assurée par **Anne Durand** », « L'axe 2 revient à Luc
/// Petit »: the first name after « par » or « à » that follows the number of an axis in its
/// sentence, a name in bold before others.
private func addLeads(to axes: inout [IssueAxis], from blocks: [IssueBlock]) {
  for block in blocks {
    guard case .paragraph(let text) = block, text.firstRange(of: "axe") != nil else { continue }
    for name in emphasisedTexts(in: text) where name.isStrong {
      guard let lead = readPersonName(text[name.content]),
        let sentence = sentences(of: text[0..<name.content.lowerBound]).last
      else { continue }
      let words = plainText(sentence).words
      setLead(lead, of: axisNumber(in: words[...]), in: &axes)
    }
    for sentence in sentences(of: plainText(text)) {
      let words = sentence.words
      for index in words.indices.dropFirst() where ["par", "à"].contains(words[index - 1].text) {
        guard let number = axisNumber(in: words[..<index]),
          let lead = findName(in: sentence, words: words, from: index, setting: .prose)
        else { continue }
        setLead(lead.name, of: number, in: &axes)
      }
    }
  }
}

private func setLead(_ lead: PersonName, of number: String?, in axes: inout [IssueAxis]) {
  guard let index = axes.firstIndex(where: { $0.number.string == number && $0.lead == nil }) else {
    return
  }
  axes[index].lead = lead
}

/// The number of the axis in the words of a sentence up to « par » or « à ».
private func axisNumber(in words: ArraySlice<SeedWord>) -> String? {
  guard ["par", "à"].contains(words.last?.text) else { return nil }
  for index in words.indices.dropLast()
  where slugify(words[index].text).split(separator: "-").last == "axe" {
    let number = words[index + 1].text
    if !number.isEmpty, number.unicodeScalars.allSatisfy(\.isDigit) { return number }
  }
  return nil
}

private func addTexts(to axes: inout [IssueAxis], from blocks: [IssueBlock]) {
  var current: Int?
  for block in blocks {
    switch block {
    case .heading(_, let text):
      let slug = slugify(plainText(text).string)
      current = axes.firstIndex { $0.slug.text == slug }
    case .paragraph(let text): if let current { axes[current].text.append(text) }
    case .item, .separator: continue
    }
  }
}

/// What the paragraphs of an issue say known people are: « NAME (sociologue) », « NAME est … ».
func noteFunctions(
  of people: inout PersonCollector,
  in blocks: [IssueBlock],
  asOf date: Spanned<String>?
) {
  let known = people
  var reader = FunctionReader(setting: .prose) { known.contains($0.slug) }
  for case .paragraph(let markdown) in blocks {
    reader.forgetSubject()
    for function in reader.read(plainText(markdown)) {
      people.add(
        function.name,
        function: function.text,
        asOf: date,
        source: function.name.name.span
      )
    }
  }
}
