public import Diagnostics

/// The rules of `serve`; here because the list of all codes stands below the server.
public enum ServerDiagnostics {
  /// All of them, in order.
  static let all = [portInUse, addressUnavailable, unreadableRule]

  /// Another program listens there.
  public static let portInUse = DiagnosticCode(
    "SRV003",
    "port-in-use",
    rule: "One program at a time listens on a port.",
    remedy: "Choose another port with `--port`; `--port 0` takes any that is free."
  )
  /// A host that is none of this machine's, or a port that needs more rights.
  public static let addressUnavailable = DiagnosticCode(
    "SRV004",
    "address-unavailable",
    rule: "`--host` names an address of this machine, `--port` one that the user may listen on.",
    remedy: "Leave `--host` out to serve this machine alone, and choose a port from 1024 on."
  )
  /// A line of `_redirects` or `_headers`.
  public static let unreadableRule = DiagnosticCode(
    "SRV005",
    "unreadable-host-rule",
    rule:
      "`_redirects` holds lines `OLD NEW STATUS`; `_headers` holds a path, then indented fields.",
    remedy: "Correct the line; until then it is passed over."
  )
}
