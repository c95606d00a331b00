public import Templating

extension EntityView {
  /// Identifiers with the addresses that resolve them, in the given order.
  public func identifiers(_ identifiers: [Identifier?]) -> TemplateValue {
    .listing(
      identifiers.compactMap { $0 }.map { identifier in
        let flags = IdentifierScheme.allCases.map {
          ($0.rawValue, TemplateValue.flag($0 == identifier.scheme))
        }
        return .record([
          "text": .text(identifier.text),
          "href": identifier.url.map(TemplateValue.text) ?? .absent,
          "scheme": .record(TemplateRecord(flags)),
        ])
      }
    )
  }

  /// The shape of `identifiers(_:)`: a flag for each scheme, for templates hold its name.
  public static let identifiersShape = TemplateShape.listing(
    of: .record([
      "text": .text, "href": .optional(.text),
      "scheme": .record(
        RecordShape(
          Dictionary(
            uniqueKeysWithValues: IdentifierScheme.allCases.map { ($0.rawValue, .flag) }
          )
        )
      ),
    ])
  )
}
