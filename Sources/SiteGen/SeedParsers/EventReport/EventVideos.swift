import Diagnostics
import FrontMatter

/// The videos as a text lists them: titles and addresses in order, or each pair on its line.
struct PrintedVideos: Sendable {
  /// What announces them.
  var label: TracedText?
  /// Titles as they stand, a line each, then their addresses.
  var lines: [TracedText] = []
  var addresses: [TracedText] = []
  /// « Title : address » on one line.
  var pairs: [(title: TracedText, address: TracedText)] = []

  /// Takes « Revoir la journée : https://… et https://… »; false where it is anything else.
  mutating func takeLine(_ text: TracedText) -> Bool {
    guard text.count <= 1_000, let first = text.firstRange(of: "http")?.lowerBound, first > 0 else {
      return false
    }
    let printed = text[0..<first].trimmed
    guard announcesVideos(printed) else { return false }
    let words = text[first..<text.count].split(at: " ").map(\.trimmed).filter { !$0.isEmpty }
    let found = words.filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    let joints = ["et", "puis", "ou", ",", ";", "–", "/"]
    guard words.allSatisfy({ $0.hasPrefix("http") || joints.contains($0.string) }) else {
      return false
    }
    label = label ?? printed
    addresses += found.map { $0.trimmed { ",;.".unicodeScalars.contains($0) } }
    return !found.isEmpty
  }

  /// Takes a block that stands below the label.
  mutating func take(_ block: SeedBlock) {
    if block.kind == .address {
      addresses.append(block.text)
      return
    }
    for line in block.lines.map(\.text.withSingleSpaces) {
      if let pair = titledAddress(line) { pairs.append(pair) } else { lines.append(line) }
    }
  }
}

private let films: WordSet = [
  "vidéo", "vidéos", "replay", "replays", "captation", "captations", "rediffusion", "rediffusions",
  "enregistrement", "enregistrements",
]

/// Whether a line announces videos: « Revoir la journée : », « En vidéo : », « Captations ».
func announcesVideos(_ text: TracedText) -> Bool {
  guard text.count <= 120 else { return false }
  let words = text.words
  let looks = ["revoir", "réécouter", "visionner", "regarder", "retrouver"]
  if words.contains(where: { films.contains($0.lowercased) }) {
    return text.hasSuffix(":") || (words.count <= 4 && !endsSentence(text))
  }
  return (text.hasSuffix(":") || (words.count <= 5 && !endsSentence(text)))
    && words.prefix(3).contains { looks.contains($0.lowercased) }
}

/// « Title : https://… », « Title (https://…) », « [Title](https://…) », also as an item of a list.
func titledAddress(_ line: TracedText) -> (title: TracedText, address: TracedText)? {
  let start = line.firstRange(of: "https://") ?? line.firstRange(of: "http://")
  guard let start, start.lowerBound > 1 else { return nil }
  let end =
    line.firstIndex(from: start.lowerBound) { $0.isSpace || ")]>".unicodeScalars.contains($0) }
    ?? line.count
  let rest = line[end..<line.count]
  let title = line[0..<start.lowerBound].trimmed { "-•–—:([]<,".unicodeScalars.contains($0) }
  guard title.firstIndex(where: \.isLetter) != nil, title.count <= 200,
    rest.scalars.allSatisfy({ !$0.isLetter })
  else { return nil }
  return (title, line[start.lowerBound..<end])
}

/// Pairs the titles of videos with the addresses that follow them, in order.
func pairVideos(_ printed: PrintedVideos) -> Diagnosed<[FieldValue]> {
  var titles: [TracedText] = []
  let starts = ["introduction", "ouverture", "conclusion", "table ronde", "session", "atelier"]
  let isGrouped = printed.lines.count > printed.addresses.count
  for line in printed.lines {
    let small = line.lowercased
    let opens = starts.contains { small.hasPrefix($0) }
    if isGrouped, !opens, let last = titles.popLast() {
      var joined = last
      joined.append(last.hasSuffix(":") ? " " : " : ", from: line.place(at: 0))
      joined.append(line)
      titles.append(joined)
    } else {
      titles.append(line)
    }
  }
  var diagnostics: [Diagnostic] = []
  // Addresses alone are videos without a title.
  let alone = titles.isEmpty ? printed.addresses : []
  if !titles.isEmpty || alone.isEmpty, titles.count != printed.addresses.count,
    let place = titles.last ?? printed.addresses.last
  {
    let summary = "\(titles.count) titles of videos, \(printed.addresses.count) addresses"
    diagnostics.append(
      Diagnostic(SeedDiagnostics.unpairedVideos, .warning, at: place.span, summary)
    )
  }
  let inOrder = printed.pairs + zip(titles, printed.addresses).map { ($0, $1) }
  var videos = inOrder.map { title, address in
    var entry = FieldBuilder(at: title.span)
    entry.add("title", title)
    entry.add("url", address)
    return entry.value
  }
  for address in alone {
    var entry = FieldBuilder(at: address.span)
    entry.add("url", address)
    videos.append(entry.value)
  }
  return Diagnosed(videos, diagnostics)
}
