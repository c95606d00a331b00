/// The kinds of texts that can be read, in the order in which they are named to the editor.
public enum SeedParsers {
  /// All of them.
  public static let all: [any SeedParser.Type] = [
    IssueSeed.self, BiographySeed.self, SessionReportSeed.self, EventReportSeed.self,
    ProgrammeSeed.self,
  ]
}
