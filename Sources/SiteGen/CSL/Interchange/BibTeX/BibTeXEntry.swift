/// One entry of a BibTeX text as it stands, before anything is made of it.
struct BibTeXEntry {
  /// The type in small letters; empty when missing.
  let type: String
  let key: String
  /// The offset of the `@`.
  let offset: Int
  /// In the order of the source, names in small letters.
  var fields: [BibTeXRawField]
}

/// A field and its value, abbreviations resolved.
struct BibTeXRawField {
  let name: String
  /// The value without its outer braces or quotes; TeX and all.
  let value: [UInt8]
  /// The offset of the field's name.
  let offset: Int
  /// The offset of the value's first byte, when the value is one piece of the source.
  let valueOffset: Int?
}
