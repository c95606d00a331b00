import Testing

struct ExplainCommandTests {
  @Test(arguments: ["LNK001", "lnk001", "broken-internal-link"])
  func aCodeIsExplainedByItsNumberOrItsName(word: String) throws {
    let run = try runProgram(["explain", word])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("## LNK001 broken-internal-link\n"))
    #expect(run.output.contains("*To mend it:*"))
  }

  @Test func aMisspeltCodeIsGuessed() throws {
    let run = try runProgram(["explain", "LNK01"])
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean \"LNK001\"?"))
  }

  @Test func withoutACodeAllAreListed() throws {
    let run = try runProgram(["explain"])
    #expect(run.status == 0)
    #expect(run.output.contains("LNK001 broken-internal-link\n"))
  }
}
