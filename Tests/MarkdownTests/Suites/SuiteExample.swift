import Foundation

@testable import Markdown

/// One example of an official specification: Markdown and the HTML it asks for.
struct SuiteExample: Sendable {
  let suite: String
  /// 1-based number in its file, disabled ones counted.
  let number: Int
  /// Words after the fence: names of extensions, or `disabled`.
  let tags: [String]
  let markdown: String
  let html: String

  var name: String { "\(suite) \(number)" }
}

/// The official suites, which are no part of this package.
enum OfficialSuites {
  /// `$SITEGEN_SUITES`, or `shared/suites` beside the package.
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["SITEGEN_SUITES"] { return folder }
    let root = URL(filePath: #filePath).appending(path: "../../../../").standardizedFileURL
    return root.appending(path: "../shared/suites").standardizedFileURL.path
  }()

  static let commonMark = examples(in: "commonmark-spec.txt", suite: "commonmark")
  static let gfm = examples(in: "gfm-spec.txt", suite: "gfm")
  static let gfmExtensions = examples(in: "gfm-extensions.txt", suite: "gfm-extensions")

  /// Whether the suites are there; without them their tests are skipped.
  static var areFound: Bool {
    !commonMark.isEmpty && !gfm.isEmpty && !gfmExtensions.isEmpty
  }

  private static func examples(in file: String, suite: String) -> [SuiteExample] {
    let path = "\(folder)/commonmark/\(file)"
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return parseExamples(String(decoding: data, as: UTF8.self), suite: suite)
  }

  /// Reads blocks fenced by 32 backquotes: Markdown, a line `.`, HTML; `→` stands for a tab.
  static func parseExamples(_ text: String, suite: String) -> [SuiteExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SuiteExample] = []
    var tags: [String]?
    var parts: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = tags {
        if line == fence {
          let texts = parts.map { $0.map { $0 + "\n" }.joined().replacing("→", with: "\t") }
          examples.append(
            SuiteExample(
              suite: suite,
              number: examples.count + 1,
              tags: open,
              markdown: texts.first ?? "",
              html: texts.dropFirst().joined()
            )
          )
          tags = nil
        } else if line == ".", parts.count == 1 {
          parts.append([])
        } else {
          parts[parts.count - 1].append(line)
        }
      } else if line.hasPrefix("\(fence) example") {
        tags = line.dropFirst(fence.count + 8).split(separator: " ").map(String.init)
        parts = [[]]
      }
    }
    return examples
  }
}

extension SuiteExample {
  /// What the reference runner of GFM switches on for an example: nothing but its tags; the
  /// file of extensions has them all on.
  var extensions: CommonMarkExtensions {
    if suite == "gfm-extensions" { return .gitHub }
    return tags.reduce(into: []) { extensions, tag in
      switch tag {
      case "table": extensions.insert(.table)
      case "strikethrough": extensions.insert(.strikethrough)
      case "autolink": extensions.insert(.autolink)
      case "tagfilter": extensions.insert(.tagFilter)
      case "footnotes": extensions.insert(.footnotes)
      default: break
      }
    }
  }
}
