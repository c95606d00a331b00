import Diagnostics

/// Gathers what the stages find, each with the weight that editors and `--strict` give it.
struct FoundDiagnostics {
  /// Weights that the editors chose, by code; final.
  var severities: [String: Severity] = [:]
  /// Codes that the editors do not want to hear of.
  var silenced: Set<String> = []
  private let isStrict: Bool
  private var stages: [[Diagnostic]] = []

  init(isStrict: Bool) { self.isStrict = isStrict }

  /// Keeps the diagnostics of a stage and gives its value.
  mutating func take<Value>(_ diagnosed: Diagnosed<Value>) -> Value {
    stages.append(diagnosed.diagnostics)
    return diagnosed.value
  }

  /// Keeps the diagnostics of a stage that gives nothing else.
  mutating func take(_ diagnostics: [[Diagnostic]]) {
    stages.append(diagnostics.flatMap { $0 })
  }

  var containsError: Bool { weighed.contains { $0.containsError } }

  /// Whether there is an error by its own weight, without which pages could be made: neither editors
  /// nor `--strict` made one of a warning, and editors did not take its weight away.
  var breaksPages: Bool {
    stages.contains { stage in
      stage.contains { diagnostic in
        diagnostic.severity == .error && !silenced.contains(diagnostic.code.id)
          && weigh(diagnostic).severity == .error
      }
    }
  }

  /// By stage, then place.
  var sorted: [Diagnostic] { weighed.flatMap { $0.sortedForPrinting() } }

  private var weighed: [[Diagnostic]] {
    stages.map { stage in stage.filter { !silenced.contains($0.code.id) }.map(weigh) }
  }

  private func weigh(_ diagnostic: Diagnostic) -> Diagnostic {
    if let chosen = severities[diagnostic.code.id] { return diagnostic.with(severity: chosen) }
    let isPromoted = isStrict && diagnostic.severity == .warning
    return isPromoted ? diagnostic.with(severity: .error) : diagnostic
  }
}
