import Testing

/// The help of every command, read in a window of 80 columns.
struct HelpTests {
  private static let columns = 80

  static let commands: [[String]] = [
    [], ["addresses"], ["build"], ["check"], ["cite"], ["csl"], ["diagnostics"], ["diff"],
    ["explain"], ["import"], ["inspect"], ["markdown"], ["new"], ["publish"], ["serve"],
    ["template"], ["why"],
  ]

  private func help(of command: [String]) throws -> [String] {
    let run = try runProgram(command + ["--help"], environment: ["COLUMNS": "\(Self.columns)"])
    #expect(run.status == 0)
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func everyCommandIsHeldToIt() throws {
    let list = try help(of: []).drop { $0 != "SUBCOMMANDS:" }.prefix { !$0.isEmpty }
    let listed = list.compactMap { line -> String? in
      let words = line.split(separator: " ")
      let isCommand = line.hasPrefix("  ") && !line.hasPrefix("   ") && words.count > 1
      return isCommand ? String(words[0]) : nil
    }
    #expect(Set(listed) == Set(Self.commands.joined()))
  }

  /// A line that the window breaks once more leaves a stub of a line behind it; the parser leaves the
  /// last column free.
  @Test(arguments: commands)
  func paragraphsFillTheWindow(command: [String]) throws {
    let prose = try help(of: command).prefix { !$0.hasPrefix("USAGE:") }
    for (line, next) in zip(prose, prose.dropFirst()) {
      #expect(line.count <= Self.columns)
      let isBroken = !line.isEmpty && !line.hasSuffix(":") && !next.isEmpty && !next.hasPrefix(" ")
      guard isBroken, let word = next.split(separator: " ").first else { continue }
      #expect(!line.hasPrefix(" "), "an example is broken before \"\(next)\"")
      #expect(line.count + 1 + word.count > Self.columns - 1, "\"\(line)\" is too short")
    }
  }
}
