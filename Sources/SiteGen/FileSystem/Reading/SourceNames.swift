/// Whether the name is of no concern to the site: hidden, or the backup of an editor.
func isPassedOver(_ name: NativePath) -> Bool {
  name.bytes.first == CChar(bitPattern: UInt8(ascii: "."))
    || name.bytes.last == CChar(bitPattern: UInt8(ascii: "~"))
}

/// Whether the extension of a path is that of a text, which is read; all else is an asset.
func isText(_ path: String) -> Bool {
  guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
  switch path[path.utf8.index(after: dot)...].lowercased() {
  case "md", "yaml", "yml", "mustache", "txt", "bib", "json", "ris", "csl", "xml": return true
  default: return false
  }
}

/// A name as a message may show it: control characters would disturb the terminal.
func printable(_ name: String) -> String {
  var text = ""
  for scalar in name.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: text += "\u{FFFD}"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}
