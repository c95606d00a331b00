public import Diagnostics

/// The rules, in the order in which they run.
public let rules: [any Rule] = [
  BrokenInternalLink(), BrokenAnchor(), DuplicateIdentifier(), ScriptInPage(), PlaceholderLeft(),
  FormerAddressOfFile(),
]

/// The codes of all rules.
public let ruleCodes: [DiagnosticCode] = rules.map { type(of: $0).code }
