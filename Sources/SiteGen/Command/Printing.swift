import Build
import Diagnostics
import Foundation
import Synchronization

/// Writes diagnostics for people to standard error.
func printDiagnostics(_ diagnostics: [Diagnostic], sources: [SourceFile]) {
  let printer = DiagnosticPrinter(format: .text, sources: sources, for: diagnostics)
  write(printer.print(diagnostics), to: .standardError)
}

/// Writes diagnostics: for people to standard error, for machines, which ask for them, to standard
/// output; ends the program when that fails.
func printDiagnostics(
  _ diagnostics: [Diagnostic],
  sources: [SourceFile],
  format: DiagnosticFormat
) throws {
  guard format.isForMachines else { return printDiagnostics(diagnostics, sources: sources) }
  let printer = DiagnosticPrinter(format: format, sources: sources, for: diagnostics)
  try deliver(Array(printer.print(diagnostics).utf8))
}

/// Writes what tells of the work; a stream that nobody reads must not stop the work itself.
func write(_ text: String, to stream: FileHandle) {
  try? stream.write(contentsOf: Data(text.utf8))  // only words about the work are lost
}

/// Writes what a command was asked for to standard output; ends the program when that fails.
func deliver(_ bytes: [UInt8]) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
  } catch {
    write("error: standard output cannot be written\n", to: .standardError)
    throw Exit.software
  }
}

/// `1 error, 16 warnings`, for the end of a build; empty when there is nothing to count.
func count(of diagnostics: [Diagnostic]) -> String {
  let parts = Severity.allCases.compactMap { severity -> String? in
    let count = diagnostics.count { $0.severity == severity }
    return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
  }
  return parts.joined(separator: ", ")
}

/// Tells of stages as they end, one line each; on a terminal also of the one that runs.
final class StagePrinter: Sendable {
  private let stream: FileHandle
  private let isTerminal: Bool
  private let start: ProcessReading
  private let walked: Mutex<WalkedStages>

  /// What is known of the stages that have ended.
  private struct WalkedStages {
    var lastEnd: ProcessReading
    var timings: [StageTiming] = []
  }

  /// - Parameter isMachineRead: whether standard output belongs to a machine.
  init(isMachineRead: Bool) {
    stream = isMachineRead ? .standardError : .standardOutput
    isTerminal = isatty(stream.fileDescriptor) == 1
    start = .now()
    walked = Mutex(WalkedStages(lastEnd: start))
    announce(Stage.allCases.first)
  }

  /// One line for a stage that has ended.
  func print(_ stage: Stage, _ made: StageProduct) {
    let now = ProcessReading.now()
    let timing = walked.withLock { walked in
      let timing = StageTiming(stage.rawValue, made, from: walked.lastEnd, to: now)
      walked.timings.append(timing)
      walked.lastEnd = now
      return timing
    }
    let name = stage.rawValue.padding(toLength: 7, withPad: " ", startingAt: 0)
    write("\(clearing)\(name) \(milliseconds(timing.wall))  \(made.words)\n", to: stream)
    announce(Stage.allCases.drop { $0 != stage }.dropFirst().first)
  }

  /// Takes the line of the running stage away.
  func finish() { write(clearing, to: stream) }

  /// The last line, with the whole time.
  func conclude(_ text: String) {
    let whole = start.instant.duration(to: ProcessReading.now().instant)
    write("total   \(milliseconds(whole))  \(text)\n", to: stream)
  }

  /// What the stages took that were walked, and all together at the end.
  var timings: [StageTiming] {
    walked.withLock { $0.timings } + [StageTiming("total", nil, from: start, to: .now())]
  }

  private var clearing: String { isTerminal ? "\r\u{1B}[K" : "" }

  private func announce(_ stage: Stage?) {
    guard isTerminal, let stage else { return }
    write("\(stage.rawValue)…", to: stream)
  }
}

/// A duration in milliseconds with one decimal, aligned to the right.
func milliseconds(_ duration: Duration) -> String {
  let text = tenths(of: duration) + " ms"
  return String(repeating: " ", count: max(0, 10 - text.count)) + text
}
