import Diagnostics
import FrontMatter
import SiteModel

/// Writes what a text says of organisations into drafts.
struct NamingWriter: Sendable {
  let text: SeedNamings
  let number: Int
  let names: OrganisationNames
  let forms: NamingForms
  let namings: [PlacedNaming]
  /// What the text brings to the glossary.
  let terms: [Draft]

  /// The drafts of the text with links to organisations, what people and events say of them, these
  /// themselves, and the terms.
  var drafts: [Draft] {
    text.drafts.map(linked) + affiliationDrafts() + organiserDrafts() + organisationDrafts()
      + terms
  }

  /// One draft for each organisation that the text names.
  private func organisationDrafts() -> [Draft] {
    var order: [Int] = []
    var printed: [Int: [PlacedNaming]] = [:]
    for naming in namings {
      if printed[naming.entry] == nil { order.append(naming.entry) }
      printed[naming.entry, default: []].append(naming)
    }
    return order.compactMap { entry in
      guard let slug = names.slugs[entry], let first = printed[entry]?.first else { return nil }
      var fields = FieldBuilder(at: first.span)
      fields.add("name", Spanned(names.titles[entry], at: first.span))
      if let acronym = names.acronyms[entry] {
        fields.add("acronym", Spanned(acronym, at: first.span))
      }
      fields.add(
        "aliases",
        names.variants[entry].map { form in
          let place = printed[entry]?.first { $0.printed.string == form }
          return .scalar(Spanned(form, at: place?.span ?? first.span))
        }
      )
      return Draft(
        EntityID(.organisation, slug),
        fields: fields.mapping,
        body: nil,
        source: first.span
      )
    }
  }

  private func linked(_ draft: Draft) -> Draft {
    guard ![.reference, .organisation, .term].contains(draft.id.kind) else { return draft }
    let entries = draft.fields.entries.map { entry -> FieldMapping.Entry in
      guard ["abstract", "presentation"].contains(entry.key.value),
        case .scalar(let scalar) = entry.value
      else { return entry }
      let composed = ComposedText(scalar.value, from: scalar.span)
      let bytes = linkOrganisations(in: composed, with: self).bytes
      let value = Spanned(String(decoding: bytes, as: UTF8.self), at: scalar.span)
      return FieldMapping.Entry(entry.key, .scalar(value))
    }
    return Draft(
      draft.id,
      fields: FieldMapping(entries, at: draft.fields.span),
      body: draft.body.map { linkOrganisations(in: $0, with: self) },
      source: draft.source
    )
  }

  /// The organisations that some words name, each once.
  private func entries(in words: String) -> [Int] {
    let traced = TracedText(words, at: 0..<1, path: text.path)
    var seen: [Int] = []
    return forms.namings(in: UnreadTokens(traced), ofText: number) { _ in true }
      .map(\.naming.entry).filter { entry in
        defer { seen.append(entry) }
        return !seen.contains(entry)
      }
  }

  private func affiliationDrafts() -> [Draft] {
    // Of a person, a function is looked at once: a second time it names the same.
    var known = WordBag()
    return text.affiliations.compactMap { stated in
      guard let person = Slug(stated.person),
        known.insert("\(stated.person) \(stated.text.value)").isNew
      else { return nil }
      var named: [Slug] = []
      let records = entries(in: stated.text.value).compactMap { entry -> FieldValue? in
        guard let slug = names.slugs[entry], !named.contains(slug) else { return nil }
        named.append(slug)
        var record = FieldBuilder(at: stated.text.span)
        record.add("organisation", Spanned(slug.text, at: stated.text.span))
        record.add("function", stated.text)
        if let date = stated.date { record.add("as-of", date) }
        return record.value
      }
      guard !records.isEmpty else { return nil }
      var fields = FieldBuilder(at: stated.text.span)
      fields.add("organisations", records)
      return Draft(
        EntityID(.person, person),
        fields: fields.mapping,
        body: nil,
        source: stated.text.span
      )
    }
  }

  /// The organisers of an event that are organisations as a whole, not by a part of their name.
  private func organiserDrafts() -> [Draft] {
    text.drafts.compactMap { draft in
      guard draft.id.kind == .event,
        case .sequence(let list, let span)? = draft.fields["organisers"]
      else { return nil }
      let slugs = list.compactMap { element -> FieldValue? in
        guard case .scalar(let name) = element, let entry = entries(in: name.value).first,
          let slug = names.slugs[entry],
          names.titles[entry] == name.value || names.variants[entry].contains(name.value)
            || names.acronyms[entry] == name.value
        else { return nil }
        return .slug(slug, at: name.span)
      }
      guard !slugs.isEmpty else { return nil }
      var fields = FieldBuilder(at: span)
      fields.add("organised-by", slugs)
      return Draft(draft.id, fields: fields.mapping, body: nil, source: draft.source)
    }
  }
}

extension SeedNamings {
  /// The entity whose page holds the text.
  var mainEntity: EntityID? {
    let main: EntityKind? =
      switch kind {
      case IssueSeed.kind: .issue
      case BiographySeed.kind: .person
      case SessionReportSeed.kind: .session
      case EventReportSeed.kind: .event
      case ProgrammeSeed.kind: .series
      default: nil
      }
    return drafts.first { $0.id.kind == main }?.id
  }
}

extension TracedText {
  /// Words that all come from one place.
  init(_ words: String, at place: Range<Int>, path: String) {
    self.init(
      path: path,
      scalars: words.unicodeScalars.map { TracedScalar(scalar: $0, source: place) }
    )
  }
}
