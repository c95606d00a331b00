import Foundation
import Support
import Testing

/// `sitegen cite`, with the style of the house and with styles of its own.
struct CiteCommandTests {
  private static let json = #"""
    [{"id": "b", "type": "book", "title": "Notes & marges", "publisher": "Presses du Nord",
      "publisher-place": "Lille", "issued": {"date-parts": [[1843]]},
      "author": [{"family": "Noiret", "given": "Ada"}, {"family": "Zach", "given": "Jean-Luc"}]},
     {"id": "a", "type": "article-journal", "title": "Des marges", "container-title": "Annales",
      "volume": "3", "issue": "2", "page": "7-9", "issued": {"date-parts": [[1842]]},
      "author": [{"family": "Berthe", "given": "Léa"}]}]
    """#
  private static let bibTeX = """
    @book{b, author = {Noiret, Ada and Zach, Jean-Luc}, title = {Notes \\& marges}, year = 1843,
      publisher = {Presses du Nord}, address = {Lille}}
    @article{a, author = {Berthe, L{\\'e}a}, title = {Des marges}, journal = {Annales}, volume = 3,
      number = 2, pages = {7--9}, year = 1842}
    """
  private static let ris = """
    TY  - BOOK
    AU  - Noiret, Ada
    AU  - Zach, Jean-Luc
    TI  - Notes & marges
    PB  - Presses du Nord
    CY  - Lille
    PY  - 1843
    ER  -
    TY  - JOUR
    AU  - Berthe, Léa
    TI  - Des marges
    JO  - Annales
    VL  - 3
    IS  - 2
    SP  - 7
    EP  - 9
    PY  - 1842
    ER  -

    """
  private static let lines = """
    Berthe L. (1842) Des marges, Annales, 3(2): 7-9
    Noiret A. & Zach J.-L. (1843) Notes & marges, Presses du Nord, Lille

    """

  @Test(arguments: [
    ("l.json", json), ("l.bib", bibTeX), ("l.RIS", ris), ("l", json), ("l", bibTeX),
  ])
  func everyFormatGivesTheSameList(name: String, text: String) throws {
    try withSite([name: text]) { root in
      let run = try runProgram(["cite", name], in: root)
      #expect(run.output == Self.lines)
      #expect(run.errors == "")
      #expect(run.status == 0)
    }
  }

  @Test(arguments: [json, bibTeX, ris])
  func standardInputIsToldByItsFirstCharacters(text: String) throws {
    #expect(try runProgram(["cite", "-"], input: text).output == Self.lines)
  }

  @Test func entriesMayBeHTML() throws {
    let run = try runProgram(["cite", "--format", "html", "-"], input: Self.json)
    #expect(run.output.contains("(1843) <i>Notes &#38; marges</i>, Presses du Nord, Lille\n"))
  }

  @Test func aStyleMayBeAFileAndWriteInAnotherLanguage() throws {
    let style = """
      <style><citation><layout suffix="."><text term="and"/><text variable="title" prefix=" "/>
      </layout></citation></style>
      """
    try withSite(["s/own.csl": style]) { root in
      for (language, word) in [("fr", "et"), ("en", "and")] {
        let run = try runProgram(
          ["cite", "--style", "s/own.csl", "--locale", language, "-"],
          input: Self.json,
          in: root
        )
        #expect(run.output == "\(word) Notes & marges.\n\(word) Des marges.\n")
      }
    }
  }

  @Test(arguments: [
    (["--style", "no-such-style-anywhere"], json, "CSL00", Int32(1)),
    (["--style", "nowhere/no.csl"], json, "SRC013", 70),
    ([], "[{\n", "standard input:2: error:", 1),
    (["--format", "pdf"], json, "--format", 64),
  ])
  func whatCannotBeReadIsSaid(arguments: [String], input: String, words: String, status: Int32)
    throws
  {
    let run = try runProgram(["cite"] + arguments + ["-"], input: input)
    #expect(run.errors.contains(words))
    #expect(run.output == "")
    #expect(run.status == status)
  }

  @Test func whatWasNoticedInAFileStandsWithItsPlace() throws {
    let text =
      "@book{a, title = {Un}, year = 1900, author = {Noiret, Ada}}\n@book{a, title = {Deux}"
    let run = try runProgram(["cite", "-"], input: text)
    #expect(run.errors.contains("standard input:2:6: "))
    #expect(run.output.hasPrefix("Noiret A. (1900) Un\n"))
    #expect(run.status == 0)
  }
}
