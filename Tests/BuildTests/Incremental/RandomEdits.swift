import Diagnostics
import Foundation
import Support

/// A small site of every kind under random edits, broken ones among them.
struct RandomEdits {
  private var generator: SeededGenerator
  private(set) var texts: [String: String]
  private(set) var assets: [String]
  private var sound: (texts: [String: String], assets: [String])
  private var count = 0

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    texts = try editedSite()
    assets = ["Templates/assets/site.css", "Templates/assets/icon.svg", "Content/assets/a.png"]
    sound = (texts, assets)
  }

  var sources: SourceTree { sourceTree(texts, assets: assets) }

  /// Goes back to the last texts that made a site.
  mutating func restore() { (texts, assets) = sound }

  /// Keeps these texts as ones that make a site.
  mutating func keep() { sound = (texts, assets) }

  /// Makes an edit and says which.
  mutating func edit() -> String {
    count += 1
    switch Int.random(in: 0..<25, using: &generator) {
    case 0...5: return editBody()
    case 6: return replaceField("title", in: "Content/", by: sentence())
    case 7: return renamePerson()
    case 8:
      return replaceField(
        "date",
        in: "Content/",
        by: "18\(Int.random(in: 40...60, using: &generator))"
      )
    case 9: return addLine("links: {never: [\(name())]}", to: "Content/issues/")
    case 10:
      return addLine(
        "links: {also: {motifs: \(pick(["ada-lovelace", "machines"]))}}",
        to: "Content/"
      )
    case 11: return editBibliography()
    case 12: return editTemplate()
    case 13: return editConfiguration()
    case 14: return editSeeds()
    case 15: return create()
    case 16: return delete()
    case 17: return rename()
    case 18: return breakFile()
    case 19: return editAssets()
    case 20:
      return addLine(
        "former-addresses: [/ancien-\(Int.random(in: 0..<4, using: &generator))/]",
        to: "Content/"
      )
    case 21: return addLine("aliases: [\(name())]", to: "Content/people/")
    case 22:
      return addLine("nocite: [\(pick(["'*'", "bureau", "menabrea1842"]))]", to: "Content/issues/")
    case 23: return addLine("status: \(pick(["draft", "published"]))", to: "Content/issues/")
    default: return editAddresses()
    }
  }

  /// Makes an edit of names, or of words that may be some, and says which.
  mutating func editNames() -> String {
    count += 1
    let names = [
      "Ada Lovelace", "Lovelace", "Ada King", "King", "Londres", "Société de Londres", "Machine",
      "Société des cahiers", "D’Alembert", "Jean D’Alembert", "Alembert", "Motifs", "Paris-Nord",
      "Émilie du Châtelet", "Châtelet", "Une machine de Londres", "Ada", "SDC", "La séance 2",
    ]
    switch Int.random(in: 0..<9, using: &generator) {
    case 0, 1: return replaceField("name", in: "Content/people/", by: pick(names))
    case 2: return replaceField("family", in: "Content/people/", by: pick(names))
    case 3: return replaceField("name", in: "Content/organisations/", by: pick(names))
    case 4: return replaceField("title", in: "Content/", by: pick(names))
    case 5: return addLine("family: \(pick(names))", to: "Content/people/")
    case 6:
      let folder = pick(["Content/people/", "Content/organisations/"])
      return addLine("aliases: [\(pick(names))]", to: folder)
    default:
      guard let path = file(under: "Content/", ".md"), let text = texts[path] else { return "-" }
      let words = [pick(names), pick(names).lowercased(), "Mme \(pick(names))", pick(names)]
      texts[path] = text + "\nDe \(words.joined(separator: ", puis ")), dit-on.\n"
      return "names in \(path)"
    }
  }

  // MARK: Words

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func file(under prefix: String, _ suffix: String = "") -> String? {
    let paths = texts.keys.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted()
    return paths.isEmpty ? nil : pick(paths)
  }

  private mutating func name() -> String {
    pick([
      "Ada Lovelace", "Lovelace", "Émilie du Châtelet", "Charles Babbage", "Babbage", "SDC",
      "Société des cahiers", "MA", "Mary Somerville", "axe 1",
    ])
  }

  private mutating func sentence() -> String {
    let name = name()
    let words = pick([
      "selon \(name)", "les motifs de la machine", "avec [@menabrea1842, p. 3]",
      "comme [@bureau; @Lovelace:1843]", "et [[ada-lovelace|elle]]", "dit \(name) à \(self.name())",
      "voir [l’axe](/axes/machines/)", "sans [[!Lovelace]]", "le [[?titre]] attendu",
      "d’après [[person:emilie-du-chatelet]]", "une \(name) anonyme", "lovelace en minuscules",
      "note \(count)", "[@chatelet1740]", "voir [le début](/numeros/1/#une-machine)",
    ])
    return "Phrase \(count) \(words)"
  }

  // MARK: Edits

  private mutating func editBody() -> String {
    guard let path = file(under: "Content/", ".md"), let text = texts[path] else { return "-" }
    var lines = text.components(separatedBy: "\n")
    let fences = lines.indices.filter { lines[$0] == "---" }
    let start = (fences.dropFirst().first ?? lines.count - 1) + 1
    if Bool.random(using: &generator), start + 2 < lines.count {
      lines.remove(at: Int.random(in: start..<lines.count, using: &generator))
    } else {
      let place = Int.random(in: min(start, lines.count)...lines.count, using: &generator)
      let heading = pick(["", "", "\n## Une machine\n\n"])
      lines.insert("\(heading)\(sentence()).", at: place)
    }
    texts[path] = lines.joined(separator: "\n")
    return "body of \(path)"
  }

  private mutating func replaceField(
    _ field: String,
    in prefix: String,
    by value: String
  ) -> String {
    let pattern = "\n\(field): "
    let paths = texts.filter { $0.key.hasPrefix(prefix) && $0.value.contains(pattern) }.keys
    guard !paths.isEmpty else { return "-" }
    let path = pick(paths.sorted())
    guard let text = texts[path], let range = text.range(of: pattern) else { return "-" }
    let end = text[range.upperBound...].firstIndex(of: "\n") ?? text.endIndex
    let quoted = value.replacingOccurrences(of: "'", with: "’")
    texts[path] = text.replacingCharacters(in: range.upperBound..<end, with: "'\(quoted)'")
    return "\(field) of \(path)"
  }

  private mutating func renamePerson() -> String {
    let name = pick([
      "Ada Lovelace", "Ada King", "Augusta Ada Lovelace", "Émilie du Châtelet", "Charles Babbage",
      "Mary Somerville", "Ada",
    ])
    return replaceField("name", in: "Content/people/", by: name)
  }

  private mutating func addLine(_ line: String, to prefix: String) -> String {
    guard let path = file(under: prefix, ".md"), let text = texts[path] else { return "-" }
    let key = line.prefix { $0 != ":" } + ":"
    let kept = text.components(separatedBy: "\n").filter { !$0.hasPrefix(key) }
    guard kept.first == "---" else { return "-" }
    texts[path] = (["---", line] + kept.dropFirst()).joined(separator: "\n")
    return "\(line) in \(path)"
  }

  private mutating func editBibliography() -> String {
    let path = "Content/bibliography/export.bib"
    let text = texts[path] ?? ""
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      texts[path] =
        text
        + "\n@book{neuf\(count), title = {Neuf \(count)}, author = {Lovelace, Ada}, date = {18\(10 + count % 80)}}\n"
    case 1: texts[path] = text.replacingOccurrences(of: "Notions", with: "Notions \(count)")
    case 2: texts[path] = text.replacingOccurrences(of: "{1842}", with: "{1841}")
    case 3: texts[path] = nil
    default: texts[path] = text.replacingOccurrences(of: "Lovelace, Ada", with: "King, Ada")
    }
    return "bibliography"
  }

  private mutating func editTemplate() -> String {
    guard let path = file(under: "Templates/", ".mustache"), let text = texts[path] else {
      return "-"
    }
    let added = pick(["<!-- \(count) -->\n", "{{#nothing}}", "{{site.title}} {{missing}}\n", " "])
    texts[path] = text + added
    return "template \(path) \(added)"
  }

  private mutating func editConfiguration() -> String {
    let path = "Content/site.yaml"
    let text = texts[path] ?? ""
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: texts[path] = text + "\nseverities: {MEN004: error}\n"
    case 1: texts[path] = text.replacingOccurrences(of: "histoire\n", with: "autre\n")
    case 2: texts[path] = text.replacingOccurrences(of: "language: fr", with: "language: en-US")
    case 3: texts[path] = text + "\nunknown-field: 1\n"
    case 4: texts[path] = nil
    default: texts[path] = text.replacingOccurrences(of: "title: ", with: "title: Les ")
    }
    return "configuration"
  }

  private mutating func editSeeds() -> String {
    let lists = [
      "texts: []\n",
      "texts:\n  - {file: vie.txt, kind: biography, date: 1760}\n",
      "texts:\n  - {file: vie.txt, kind: biography, date: 1760}\n  - {file: rapport.txt, kind: session-report, series: histoire}\n",
      "texts:\n  - {file: absent.txt, kind: biography}\n",
    ]
    if Bool.random(using: &generator) {
      texts["seeds/seeds.yaml"] = pick(lists)
    } else {
      let path = pick(["seeds/vie.txt", "seeds/rapport.txt"])
      texts[path] = (texts[path] ?? "") + "\n\n\(sentence()).\n"
    }
    return "seeds"
  }

  private mutating func create() -> String {
    let name = name()
    let (path, text) = pick([
      ("Content/people/p\(count).md", "---\nname: \(name)\n---\n\n\(sentence()).\n"),
      (
        "Content/issues/i\(count).md",
        "---\ntitle: Numéro \(count)\nnumber: \(count)\ndate: 1850\nauthors: [ada-lovelace]\naxes: [machines]\n---\n\n\(sentence()).\n\n\(sentence()).\n"
      ),
      (
        "Content/sessions/histoire/\(count).md",
        "---\ntitle: Séance \(count)\nnumber: \(count)\nseries: histoire\ndate: 1851-02\nspeakers: [{person: ada-lovelace}]\n---\n\n\(sentence()).\n"
      ),
      (
        "Content/references/r\(count).md",
        "---\ntype: book\ntitle: Tables \(count)\nauthor: [{family: Babbage, given: C.}]\nissued: 1827\n---\n"
      ),
      (
        "Content/glossary/g\(count).md",
        "---\nacronym: G\(count % 4)\nexpansion: Groupe \(count)\n---\n"
      ),
      (
        "Content/axes/a\(count).md",
        "---\ntitle: Axe \(count)\nnumber: \(2 + count)\nlead: ada-lovelace\n---\n\n\(sentence()).\n"
      ),
      ("Content/pages/p\(count).md", "---\ntitle: Page \(count)\n---\n\n\(sentence()).\n"),
      ("Content/organisations/o\(count).md", "---\nname: Cercle \(count)\n---\n\n\(sentence()).\n"),
    ])
    texts[path] = text
    return "new \(path)"
  }

  private mutating func delete() -> String {
    guard let path = file(under: "Content/") else { return "-" }
    texts[path] = nil
    return "no more \(path)"
  }

  private mutating func rename() -> String {
    guard let path = file(under: "Content/", ".md") else { return "-" }
    let target = path.replacingOccurrences(of: ".md", with: "-\(count).md")
    texts[target] = texts[path]
    texts[path] = nil
    return "\(path) to \(target)"
  }

  private mutating func breakFile() -> String {
    guard let path = file(under: "Content/"), let text = texts[path] else { return "-" }
    texts[path] = pick([
      "---\ntitle: [\n---\n\(text)", text + "\n[[nobody]] and [@nothing]\n", "\u{FEFF}\(text)",
      text + "\n[mort](/nulle-part/)\n", text + "\n<b onclick=\"x()\">x</b>\n",
    ])
    return "broken \(path)"
  }

  private mutating func editAssets() -> String {
    let asset = pick(["Content/assets/\(count).png", "Content/issues/x.png", "stray.png"])
    if let place = assets.firstIndex(of: asset) {
      assets.remove(at: place)
    } else {
      assets.append(asset)
    }
    return "assets"
  }

  private mutating func editAddresses() -> String {
    texts["Content/addresses.yaml"] = pick([
      "/axes/machines/: axis:machines\n", "/axes/valeur/: axis:valeur\n", "what\n",
      "/numeros/1/: issue:1\n/personnes/ada/: person:ada\n",
    ])
    return "addresses"
  }
}

/// The golden site with seeds.
private func editedSite() throws -> [String: String] {
  var texts: [String: String] = [:]
  func add(_ folder: URL, _ prefix: String) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    for path in paths {
      let file = folder.appending(path: path)
      guard ["md", "yaml", "bib", "json", "mustache", "csl", "xml"].contains(file.pathExtension)
      else { continue }
      texts["\(prefix)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
    }
  }
  try add(
    packageRoot.appending(path: "Tests/GoldenTests/Sites/cahiers/Content"),
    "Content"
  )
  try add(packageRoot.appending(path: "Templates"), "Templates")
  texts["seeds/seeds.yaml"] = "texts: []\n"
  texts["seeds/vie.txt"] = """
    Maria Gaetana AGNESI est mathématicienne et philosophe, professeure honoraire à l’Université de
    Bologne. Elle est actuellement en délégation à l’hospice, avec Ada Lovelace.

    Elle a été reçue membre de l’Académie de Bologne (AB) en 1748.

    """
  texts["seeds/rapport.txt"] = """
    Séance n° 4 – Peser, compter, classer (mardi 3 décembre 1844)

    Modératrice : Mary Somerville, traductrice

    Intervenants :

    - Pr. Adolphe Quetelet, directeur de l’Observatoire royal de Bruxelles
    - Charles BABBAGE, professeur à la Société des cahiers (SDC)

    1) Adolphe Quetelet, directeur de l’Observatoire royal de Bruxelles

    La moyenne n’est pas un artifice de calcul. Ada Lovelace y revient plus loin.

    """
  return texts
}
