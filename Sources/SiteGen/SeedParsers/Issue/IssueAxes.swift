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
func readAxes(
  _ blocks: [IssueBlock],
  counting work: inout WorkCount
) -> Diagnosed<[IssueAxis]> {
  var axes: [IssueAxis] = []
  var positions: [String: Int] = [:]
  var diagnostics: [Diagnostic] = []
  var current: Int?
  for block in blocks {
    work.add()
    switch block {
    case .heading(_, let text):
      current = nil
      if let axis = axisHeading(text), positions[axis.slug.text] == nil {
        positions[axis.slug.text] = axes.count
        axes.append(axis)
        current = axes.count - 1
      }
    case .item(let text, _):
      guard let current else { continue }
      guard let member = readNamedPerson(plainText(text)) else {
        diagnostics.append(.noName(text))
        continue
      }
      guard isSurelyPerson(member) else {
        diagnostics.append(.doubtfulPerson(text, name: member.name.name))
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
  addLeads(to: &axes, from: blocks, counting: &work)
  addTexts(to: &axes, at: positions, from: blocks)
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
private func addLeads(
  to axes: inout [IssueAxis],
  from blocks: [IssueBlock],
  counting work: inout WorkCount
) {
  var positions: [String: [Int]] = [:]
  for (position, axis) in axes.enumerated() {
    positions[axis.number.string, default: []].append(position)
  }
  for block in blocks {
    guard case .paragraph(let text) = block, text.firstRange(of: "axe") != nil else { continue }
    for found in boldLeads(in: text, counting: &work) + plainLeads(in: text, counting: &work) {
      let axis = positions[found.number]?.first { axes[$0].lead == nil }
      work.add(positions[found.number]?.count ?? 0)
      if let axis { axes[axis].lead = found.lead }
    }
  }
}

private typealias FoundLead = (number: String, lead: PersonName)

/// « L'axe 2 … est assuré par **Anne Durand** ».
private func boldLeads(in text: TracedText, counting work: inout WorkCount) -> [FoundLead] {
  var leads: [FoundLead] = []
  for name in emphasisedTexts(in: text) where name.isStrong {
    guard let lead = readPersonName(text[name.content]) else { continue }
    // A sentence is not longer than this; a paragraph may be, and hold many names.
    let before = text[max(0, name.content.lowerBound - 1_000)..<name.content.lowerBound]
    work.add(before.count)
    guard let sentence = sentences(of: before).last else { continue }
    let words = plainText(sentence).words
    guard leadWords.contains(words.last?.text ?? ""), let number = axisNumbers(in: words).first
    else { continue }
    leads.append((number.number, lead))
  }
  return leads
}

/// « L'axe 2 revient à Luc Petit ».
private func plainLeads(in text: TracedText, counting work: inout WorkCount) -> [FoundLead] {
  var leads: [FoundLead] = []
  for sentence in sentences(of: plainText(text)) {
    let words = sentence.words
    work.add(words.count)
    guard let axis = axisNumbers(in: words).first else { continue }
    for index in words.indices.dropFirst(axis.index + 2)
    where leadWords.contains(words[index - 1].text) {
      guard let lead = findName(in: sentence, words: words, from: index, setting: .prose) else {
        continue
      }
      leads.append((axis.number, lead.name))
    }
  }
  return leads
}

private let leadWords: Set<String> = ["par", "à"]

/// The numbers of the axes that words name, « axe 2 », each with its place.
private func axisNumbers(in words: [SeedWord]) -> [(index: Int, number: String)] {
  words.indices.dropLast().compactMap { index in
    guard slugify(words[index].text).split(separator: "-").last == "axe" else { return nil }
    let number = words[index + 1].text
    guard !number.isEmpty, number.unicodeScalars.allSatisfy(\.isDigit) else { return nil }
    return (index, number)
  }
}

private func addTexts(
  to axes: inout [IssueAxis],
  at positions: [String: Int],
  from blocks: [IssueBlock]
) {
  var current: Int?
  for block in blocks {
    switch block {
    case .heading(_, let text): current = positions[slugify(plainText(text).string)]
    case .paragraph(let text): if let current { axes[current].text.append(text) }
    case .item, .separator: continue
    }
  }
}

/// What the paragraphs of an issue say known people are: « NAME (sociologue) », « NAME est … ».
func noteFunctions(
  of people: inout PersonCollector,
  in blocks: [IssueBlock],
  asOf date: Spanned<String>?,
  counting work: inout WorkCount
) {
  let known = Set(people.slugs)
  var reader = FunctionReader(setting: .prose) { known.contains($0.slug) }
  for case .paragraph(let markdown) in blocks {
    work.add(markdown.count)
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
