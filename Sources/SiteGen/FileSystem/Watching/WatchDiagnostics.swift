public import Diagnostics

extension FileSystemDiagnostics {
  /// No watches left, or a disk without them.
  public static let systemCannotWatch = DiagnosticCode(
    "SRV001",
    "system-cannot-watch",
    rule: "The system tells `serve` of every change; else all files are looked at twice a second.",
    remedy: "Raise `fs.inotify.max_user_watches` and `fs.inotify.max_user_instances` with sysctl."
  )
  /// `--production` before a build.
  public static let nothingBuilt = DiagnosticCode(
    "SRV002",
    "nothing-built",
    rule: "`serve --production` serves what the last build left in the output folder.",
    remedy: "Run `sitegen build` first, or name the output folder with `--output`."
  )
}
