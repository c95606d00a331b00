import Build
import FileSystem
import Foundation
import Support
import Testing

/// An output that somebody touched, or of which too little is remembered, is made right again.
struct TouchedOutputTests {
  private static let page = "output/a-propos/index.html"

  /// What somebody does beside the sources.
  static let touches = [
    KeptChange("a file of the same size and time") { site in
      let path = site.root.appending(path: page).path()
      let time = try #require(
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      )
      var data = try site.data(page)
      data[data.count / 2] ^= 1
      try site.put(data, at: page)
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    },
    KeptChange("a file touched") { try $0.put($0.data(page), at: page) },
    KeptChange("a file gone") { try $0.remove(page) },
    KeptChange("a folder gone") { try $0.remove("output/a-propos") },
    KeptChange("a link in the place of a file") { site in
      let file = site.root.appending(path: page)
      let moved = site.root.appending(path: "elsewhere.html")
      try FileManager.default.moveItem(at: file, to: moved)
      try FileManager.default.createSymbolicLink(at: file, withDestinationURL: moved)
    },
    KeptChange("the list of the files gone") { try $0.remove("output/.sitegen-manifest") },
    KeptChange("the output gone") { try $0.remove("output") },
    KeptChange("an output that was copied in its place") { site in
      let output = site.root.appending(path: "output")
      let copy = site.root.appending(path: "copy")
      try FileManager.default.copyItem(at: output, to: copy)
      try FileManager.default.removeItem(at: output)
      try FileManager.default.moveItem(at: copy, to: output)
    },
    KeptChange("nothing remembered") { try $0.remove(".output.built") },
    KeptChange("an empty record") { try $0.put("", at: ".output.built") },
    KeptChange("half a record") { site in
      let data = try site.data(".output.built")
      try site.put(data.prefix(data.count / 2), at: ".output.built")
    },
    KeptChange("a damaged record") { site in
      var data = try site.data(".output.built")
      data[data.count / 2] ^= 1
      try site.put(data, at: ".output.built")
    },
    KeptChange("the record of another version") { site in
      let data = try site.data(".output.built")
      try site.put(Data("sitegen-built 1\n".utf8) + data.dropFirst(16), at: ".output.built")
    },
  ]

  @Test(arguments: touches)
  func theOutputIsRightAgain(touch: KeptChange) async throws {
    try await withKeptSite { site in
      let first = try await site.settle()
      let expected = try site.files()
      try touch.make(site)
      let run = try await site.settle()
      #expect(!run.isReplay)
      #expect(run.diagnostics == first.diagnostics)
      #expect(try site.files() == expected)
      #expect(try await site.build().isReplay)
    }
  }

  @Test func aFileOfSomebodyElseStaysAndIsSeen() async throws {
    try await withKeptSite { site in
      try await site.settle()
      try site.put("mine", at: "output/notes.txt")
      #expect(try await !site.settle().isReplay)
      #expect(try await site.build().isReplay)
      #expect(try site.data("output/notes.txt") == Data("mine".utf8))
    }
  }

  /// What is remembered goes with the folder when a site is copied, but not what it is of.
  @Test func aCopyOfTheWholeSiteIsBuiltOnce() async throws {
    try await withKeptSite { site in
      try await site.settle()
      let copy = KeptSite(root: site.root.appending(path: "copy"))
      try FileManager.default.createDirectory(at: copy.root, withIntermediateDirectories: true)
      for name in ["Content", "seeds", "Templates", "output", ".output.built"] {
        try FileManager.default.copyItem(
          at: site.root.appending(path: name),
          to: copy.root.appending(path: name)
        )
      }
      #expect(try await !copy.settle().isReplay)
      #expect(try await copy.build().isReplay)
    }
  }

  /// Two outputs of one site are remembered apart.
  @Test func eachOutputIsRememberedForItself() async throws {
    try await withKeptSite { site in
      try await site.settle()
      #expect(try await !site.build(into: "other").isReplay)
      #expect(try await site.build().isReplay)
    }
  }
}
