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
  /// What the text says of the lead where it names him.
  var leadFunctions: [TracedText] = []
  /// The paragraphs of the section that bears its title.
  var text: [TracedText] = []
  var source: SourceSpan
}

/// Reads axes: headings with their members, the line or the sentence that names the lead, the
/// section that bears the title.
func readAxes(
  _ blocks: [IssueBlock],
  counting work: inout WorkCount
) -> Diagnosed<[IssueAxis]> {
  var roster = AxisRoster()
  for block in blocks {
    work.add()
    roster.read(block)
  }
  addLeads(to: &roster.axes, from: blocks, counting: &work)
  addTexts(to: &roster.axes, at: roster.positions, from: blocks)
  return Diagnosed(roster.axes, roster.diagnostics)
}

/// The axes met so far and who stands below the last heading.
private struct AxisRoster {
  var axes: [IssueAxis] = []
  private(set) var positions: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var current: Int?
  /// Whether « Responsables : » stands above.
  private var expectsLead = false
  /// Whether prose stands between the heading and its list: the list may be of anything.
  private var isBehindProse = false
  private var hasItems = false

  mutating func read(_ block: IssueBlock) {
    switch block {
    case .heading(_, let text): readHeading(text)
    case .item(let text, _): if current != nil { readItem(plainText(text), printed: text) }
    case .paragraph(let text): if current != nil { readParagraph(plainText(text)) }
    case .separator: current = nil
    }
  }

  private mutating func readHeading(_ text: TracedText) {
    (current, expectsLead, isBehindProse, hasItems) = (nil, false, false, false)
    guard let name = axisTitle(of: text), let slug = Slug(folding: name.title.string) else {
      return
    }
    if let known = positions[slug.text] {
      current = known
    } else {
      positions[slug.text] = axes.count
      current = axes.count
      axes.append(
        IssueAxis(number: name.number, title: name.title, slug: slug, source: text.span)
      )
    }
    let plain = plainText(text)
    if let lead = bracketedLead(in: plain), let names = leadLine(plain[lead]) {
      addLeads(names)
    }
  }

  private mutating func readParagraph(_ text: TracedText) {
    if let names = leadLine(text) {
      expectsLead = names.isEmpty
      addLeads(names)
    } else if expectsLead, let person = readNamedPerson(text) {
      addLead(person)
    } else if let members = inlineMembers(text) {
      for member in members { addMember(member) }
    } else if text.hasSuffix(":"), text.count <= 60 {
      // `Membres :`
      expectsLead = false
    } else if hasItems {
      current = nil
    } else {
      isBehindProse = true
    }
  }

  private mutating func readItem(_ text: TracedText, printed: TracedText) {
    hasItems = true
    if let names = leadLine(text) { return addLeads(names) }
    guard let member = readNamedPerson(text) else {
      if !isBehindProse { diagnostics.append(.noName(printed)) }
      return
    }
    guard isSurelyPerson(member) else {
      diagnostics.append(.doubtfulPerson(printed, name: member.name.name))
      return
    }
    if expectsLead { return addLead(member) }
    isBehindProse = false
    addMember(member)
  }

  private mutating func addLeads(_ names: TracedText) {
    for lead in readLeads(names) { addLead(lead) }
  }

  /// The first is the lead; an axis has one, others lead with him and are members.
  private mutating func addLead(_ person: NamedPerson) {
    guard let current else { return }
    if axes[current].lead == nil {
      axes[current].lead = person.name
      axes[current].leadFunctions += [person.function].compactMap { $0 }
      extendSource(to: person.source)
    } else if axes[current].lead?.slug != person.name.slug {
      addMember(person)
    }
  }

  private mutating func addMember(_ person: NamedPerson) {
    guard let current else { return }
    // What stands behind a colon says what a member is; he announces nothing.
    let member = NamedPerson(
      name: person.name,
      function: person.function ?? person.topic,
      topic: nil,
      source: person.source
    )
    axes[current].members.append(member)
    if axes[current].lead == nil, member.function.map(isSaidToLead) ?? false {
      axes[current].lead = member.name
    }
    extendSource(to: member.source)
  }

  private mutating func extendSource(to text: TracedText) {
    guard let current else { return }
    let start = axes[current].source.range.lowerBound
    axes[current].source = SourceSpan(
      path: text.path,
      range: start..<max(text.span.range.upperBound, axes[current].source.range.upperBound)
    )
  }
}

/// `Membres : Anne Durand (géographe), Luc Petit et Rose Lund`.
private func inlineMembers(_ text: TracedText) -> [NamedPerson]? {
  guard let colon = text.firstRange(of: ":"), colon.lowerBound <= 60, text.count <= 2_000,
    let label = text.firstWord.map({ slugify($0.text) }),
    ["membre", "equipe", "participant", "chercheur", "autres-membre"]
      .contains(where: label.hasPrefix)
  else { return nil }
  let names = text[colon.upperBound..<text.count].trimmed { $0 == "." }
  var parts: [TracedText] = []
  var start = 0
  var depth = 0
  for (index, traced) in names.scalars.enumerated() {
    if traced.scalar == "(" { depth += 1 }
    if traced.scalar == ")" { depth -= 1 }
    let isAnd = depth == 0 && names.hasPrefix(" et ", at: index)
    guard depth == 0, traced.scalar == "," || traced.scalar == ";" || isAnd else { continue }
    parts.append(names[start..<index])
    start = index + (isAnd ? 4 : 1)
  }
  parts.append(names[start..<names.count])
  let people = parts.map { readNamedPerson($0) }
  guard !people.contains(nil) else { return nil }
  return people.compactMap { $0 }
}

/// The leads that prose names, for axes that have none: a name in bold before others.
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
      let candidates = positions[found.number] ?? []
      work.add(candidates.count)
      if let axis = candidates.first(where: { axes[$0].lead == nil }) {
        axes[axis].lead = found.lead
      }
      if let axis = candidates.first(where: { axes[$0].lead?.slug == found.lead.slug }) {
        axes[axis].leadFunctions += found.functions
      }
    }
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
    case .heading(_, let text):
      let title = axisTitle(of: text)?.title ?? withoutLabel(plainText(text))
      current = positions[slugify(title.string)]
    case .paragraph(let text):
      if let current, !isLeadLine(text) { axes[current].text.append(text) }
    case .item: if let position = current, !axes[position].members.isEmpty { current = nil }
    case .separator: continue
    }
  }
}

/// A heading without the number that counts it.
private func withoutLabel(_ heading: TracedText) -> TracedText {
  printedHeading(heading).flatMap { $0.label == nil ? nil : $0.title } ?? heading
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
