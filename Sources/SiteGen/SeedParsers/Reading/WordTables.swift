/// The words of a table of data, divided by spaces and line ends.
///
/// Tables are read at the first question to them, so in every build: by bytes, not by characters.
func words(ofTable table: String) -> Set<String> {
  var words: Set<String> = []
  for word in table.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
    words.insert(String(Substring(word)))
  }
  return words
}
