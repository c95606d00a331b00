import Build
import Diagnostics
import Foundation
import Support
import Testing

struct DiagnosticCatalogueTests {
  @Test func codesAndNamesAreUnique() {
    #expect(Set(allCodes.map(\.id)).count == allCodes.count)
    #expect(Set(allCodes.map(\.name)).count == allCodes.count)
  }

  @Test(arguments: allCodes)
  func codesAreWellFormedAndExplained(code: DiagnosticCode) {
    #expect(code.id.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil)
    #expect(code.name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil)
    #expect(code.rule.hasSuffix(".") && code.remedy.hasSuffix("."))
  }

  @Test func theManualIsFresh() throws {
    let manual = try String(
      contentsOf: packageRoot.appending(path: "docs/diagnostics.md"),
      encoding: .utf8
    )
    #expect(manual == diagnosticManual(), "run `make docs`")
  }

  /// Every code stands in some test, by its number, by the name of its declaration, or by its site.
  @Test func everyCodeIsExercised() throws {
    let declarations = try texts(in: "Sources").joined().matches(
      of: /static let (\w+) = DiagnosticCode\(\s*"([A-Z]{3}[0-9]{3})"/
    )
    let names = Dictionary(
      declarations.map { (String($0.2), String($0.1)) },
      uniquingKeysWith: { first, _ in first }
    )
    let broken = packageRoot.appending(path: "Tests/GoldenTests/Sites/broken")
    let tests =
      try texts(in: "Tests").joined()
      + FileManager.default.contentsOfDirectory(atPath: broken.path()).joined(separator: " ")
    let untested = allCodes.map(\.id).filter { id in
      !tests.contains(id) && !(names[id].map { tests.contains("Diagnostics.\($0)") } ?? false)
    }
    // Named here because no test can reach it: OUT015 needs a disk that refuses to remove a folder
    // it has just renamed.
    #expect(untested == [])
  }

  private func texts(in folder: String) throws -> [String] {
    let root = packageRoot.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path())
    return try paths.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }
  }
}
