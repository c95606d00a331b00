import Diagnostics
import FrontMatter
import SiteModel

extension Inspection {
  /// Adds the namings of persons that pages leave without a link, because the section has one.
  ///
  /// Looked for in the bodies of drafts: a printed form of the full name, or a courtesy title and
  /// a family name that one person alone has. One look at each word.
  mutating func addNamings(in drafts: [Draft]) {
    let table = NamingTable(persons)
    var linked = LinkedPlaces(mentions)
    var known: Set<Place> = []
    var added: [String: [String]] = [:]
    for draft in drafts {
      let own = draft.id.kind == .person ? draft.id.slug.text : nil
      for text in draft.markdownTexts {
        for naming in table.namings(in: text.bytes) where naming.person != own {
          let span = text.map.span(of: naming.range)
          guard known.insert(Place(span)).inserted, !linked.takes(naming.person, at: span) else {
            continue
          }
          let printed = String(decoding: text.bytes[naming.range], as: UTF8.self)
          mentions.append(
            InspectedOccurrence(span: span, printed: printed, target: naming.person)
          )
          added[naming.person, default: []].append(printed)
        }
      }
    }
    for index in persons.indices {
      let forms = added[persons[index].record.id] ?? []
      persons[index].variants = distinct(persons[index].variants + forms)
    }
    let places = places
    mentions.sort { places.precedes($0.span, $1.span) }
  }
}

/// The mentions that bodies link already, each to be met once by its own words.
private struct LinkedPlaces {
  private var spans: [String: [SourceSpan]]

  init(_ mentions: [InspectedOccurrence]) {
    spans = Dictionary(grouping: mentions) { $0.target ?? "" }.mapValues { $0.map(\.span) }
  }

  /// Whether a naming is the words of a link; the place of a link may be that of its whole block.
  mutating func takes(_ person: String, at naming: SourceSpan) -> Bool {
    let index = spans[person]?.firstIndex { link in
      link.path == naming.path && link.range.overlaps(naming.range)
    }
    guard let index else { return false }
    spans[person]?.remove(at: index)
    return true
  }
}

/// Where a naming begins.
private struct Place: Hashable {
  let path: String
  let start: Int

  init(_ span: SourceSpan) { (path, start) = (span.path, span.range.lowerBound) }
}

/// The forms under which persons are named, by their first word.
private struct NamingTable {
  private struct Form {
    /// Length of the courtesy title and the space after it.
    let title: Int
    let person: String
  }

  private static let titles = ["M.", "Mme", "Dr", "Dr.", "Pr", "Pr."]
  private var forms: [[UInt8]: Form] = [:]
  /// How long the forms are that begin with a word; the longest first once all are known.
  private var lengths: [[UInt8]: [Int]] = [:]

  init(_ persons: [InspectedPerson]) {
    var families: [String: [String]] = [:]
    for person in persons {
      for form in person.variants where form.contains(" ") && !form.hasSuffix(".") {
        add(form, title: 0, person.record.id)
      }
      guard let family = person.record.fields.scalar("family")?.value else { continue }
      families[family, default: []].append(person.record.id)
    }
    for (family, owners) in families where owners.count == 1 {
      for title in Self.titles {
        add("\(title) \(family)", title: title.utf8.count + 1, owners[0])
      }
    }
    lengths = lengths.mapValues { Set($0).sorted(by: >) }
  }

  private mutating func add(_ form: String, title: Int, _ person: String) {
    let bytes = Array(form.utf8)
    let first = Array(bytes.prefix { $0 != UInt8(ascii: " ") })
    guard forms[bytes] == nil else { return }
    forms[bytes] = Form(title: title, person: person)
    lengths[first, default: []].append(bytes.count)
  }

  /// The namings of a text, in order; the longest form wins.
  func namings(in text: [UInt8]) -> [(person: String, range: Range<Int>)] {
    var found: [(person: String, range: Range<Int>)] = []
    var end = 0
    for start in wordStarts(of: text) where start >= end {
      // A longer word is no first word of a name.
      let word = text[start...].prefix(100).prefix { $0 != UInt8(ascii: " ") }
      for length in lengths[Array(word)] ?? [] {
        guard start + length <= text.count, let form = forms[Array(text[start..<start + length])],
          !continuesWord(text[(start + length)...].prefix(4))
        else { continue }
        end = start + length
        found.append((form.person, start + form.title..<end))
        break
      }
    }
    return found
  }

  private func wordStarts(of text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var offset = 0
    var isInWord = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isPart = isWordPart(scalar)
      if isPart, !isInWord { starts.append(offset) }
      isInWord = isPart
      offset += UTF8.width(scalar)
    }
    return starts
  }

  private func continuesWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map(isWordPart) ?? false
  }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
  }
}
