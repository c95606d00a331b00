extension WordSet {
  /// The words of a table of data, divided by spaces and line ends.
  ///
  /// Tables are read at the first question to them, so in every build: by bytes, not by characters.
  init(ofTable table: String) {
    self.init(
      table.utf8.split { $0 == 0x20 || $0 == 0x0A }.lazy.map { String(Substring($0)) }
    )
  }
}
