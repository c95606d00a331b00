import Foundation
import Markup

/// The figures of reference lists.
func measureReferences(_ gold: [JSONValue], _ found: JSONValue) -> [QualityFigure] {
  let own = found["references"].list
  let keys = goldKeys(of: own, gold)
  func key(_ work: JSONValue) -> String { keys[work["id"].words] ?? work["id"].words }
  return [
    QualityFigure(
      "references",
      expected: gold.map { "\($0["id"].words): \(fields($0).joined(separator: ", "))" },
      found: own.map { "\(key($0)): \(fields($0).joined(separator: ", "))" }
    ),
    QualityFigure(
      "reference fields",
      expected: gold.flatMap { work in fields(work).map { "\(work["id"].words) \($0)" } },
      found: own.flatMap { work in fields(work).map { "\(key(work)) \($0)" } }
    ),
    QualityFigure(
      "reference authors",
      expected: authors(gold),
      found: found["reference_authors"].list.map(nameWords)
    ),
  ]
}

/// The figures of citations and mentions.
func measureOccurrences(
  _ gold: JSONValue,
  _ works: [JSONValue],
  _ found: JSONValue
) -> [QualityFigure] {
  let keys = goldKeys(of: found["references"].list, works)
  func file(_ occurrence: JSONValue) -> String {
    String(occurrence["file"].words.dropFirst("seeds/".count).prefix(3))
  }
  func expected(_ list: JSONValue, _ printed: (String) -> String) -> [String] {
    list.keys.flatMap { file in
      list[file].list.map { "\(file):\($0.texts[0]) \(printed($0.texts[1])) → \($0.texts[2])" }
    }
  }
  return [
    QualityFigure(
      "citations",
      expected: expected(gold["citations"], withoutLocator),
      found: found["citations"].list.map { call in
        let key = call["reference"].words
        return "\(file(call)):\(call["line"].words) \(withoutLocator(call["printed"].words)) → "
          + (keys[key] ?? key)
      }
    ),
    QualityFigure(
      "mentions",
      expected: expected(gold["mentions"], \.self),
      found: found["mentions"].list.map {
        "\(file($0)):\($0["line"].words) \($0["printed"].words) → \($0["person"].words)"
      }
    ),
  ]
}

/// How a key is made is free: a work is the one of the gold records that begins on the same line.
private func goldKeys(of own: [JSONValue], _ gold: [JSONValue]) -> [String: String] {
  let keys = Dictionary(gold.map { ($0["line"].words, $0["id"].words) }) { first, _ in first }
  return Dictionary(
    own.map { ($0["id"].words, keys[$0["line"].words] ?? $0["id"].words) }
  ) { first, _ in first }
}

/// The variables of a work, names in printed order, dates by their year.
private func fields(_ work: JSONValue) -> [String] {
  let ours: Set<String> = ["id", "file", "raw", "variants"]
  return work.keys.filter { !ours.contains($0) }.map { key in
    let value = work[key]
    let names = value.list.map(nameWords)
    let year = value["date-parts"].list.first?.list.first?.words ?? value.words
    return "\(key): \(names.isEmpty ? plain(key, year) : names.joined(separator: "; "))"
  }
}

/// A range of pages has one hyphen, a DOI no resolver; all else is as printed.
private func plain(_ key: String, _ value: String) -> String {
  switch key {
  case "page":
    value.replacing("–", with: "-").replacing("--", with: "-")
  case "DOI":
    value.replacing("https://doi.org/", with: "")
  default: value
  }
}

/// Family and given name; a particle opens the family name; a body has one name.
private func nameWords(_ name: JSONValue) -> String {
  let family = ["dropping-particle", "non-dropping-particle", "family"]
    .map { name[$0].words }.filter { !$0.isEmpty }.joined(separator: " ")
  let given = name["given"].words
  if !family.isEmpty { return given.isEmpty ? family : "\(family), \(given)" }
  return ["literal", "name"].map { name[$0].words }.first { !$0.isEmpty } ?? name.words
}

private func authors(_ works: [JSONValue]) -> [String] {
  distinct(works.flatMap { $0["author"].list + $0["editor"].list }.map(nameWords))
}

/// A call up to its year and suffix: whether brackets and locators belong to it is free.
private func withoutLocator(_ printed: String) -> String {
  let words = printed.filter { $0 != "(" && $0 != ")" }
  var digits = 0
  for index in words.indices {
    digits = words[index].isNumber ? digits + 1 : 0
    guard digits == 4 else { continue }
    let next = words.index(after: index)
    let hasSuffix = next < words.endIndex && words[next].isLetter
    return String(words[...(hasSuffix ? next : index)])
  }
  return words
}
