import Diagnostics
import FileSystem
import Testing

struct FileSystemDiagnosticsTests {
  @Test func codesAreNumberedWithoutGapAndNamedOnce() {
    let codes = FileSystemDiagnostics.all
    let sources = codes.filter { $0.id.hasPrefix("SRC") }.map(\.id)
    let outputs = codes.filter { $0.id.hasPrefix("OUT") }.map(\.id)
    #expect(sources == (1...14).map { "SRC0" + ($0 < 10 ? "0" : "") + "\($0)" })
    #expect(outputs == (1...15).map { "OUT0" + ($0 < 10 ? "0" : "") + "\($0)" })
    #expect(Set(codes.map(\.name)).count == codes.count)
  }

  @Test func rulesAndRemediesAreSentences() {
    for code in FileSystemDiagnostics.all {
      #expect(code.rule.hasSuffix("."), "\(code.id)")
      #expect(code.remedy.hasSuffix("."), "\(code.id)")
    }
  }
}
