public import Diagnostics

extension FileSystemDiagnostics {
  /// One path twice.
  public static let samePath = DiagnosticCode(
    "OUT001",
    "same-output-path",
    rule: "No two files of the output have the same path.",
    remedy: "Rename one of the two sources."
  )
  /// A path that is a file and a folder.
  public static let fileIsAlsoFolder = DiagnosticCode(
    "OUT002",
    "file-is-also-folder",
    rule: "No file of the output bears the path of a folder that holds another.",
    remedy: "Rename one of the two sources."
  )
  /// Paths that some disks cannot tell apart.
  public static let differsOnlyInCase = DiagnosticCode(
    "OUT003",
    "paths-differ-only-in-case",
    rule: "Paths of the output differ in more than capitals or the way accents are encoded.",
    remedy: "Rename one of the two sources."
  )
  /// The path of the manifest.
  public static let reservedPath = DiagnosticCode(
    "OUT004",
    "reserved-output-path",
    rule: "`.sitegen-manifest` is the list of the files made, and no file of the site.",
    remedy: "Rename the source."
  )
  /// An output that would swallow the site.
  public static let outputHoldsSources = DiagnosticCode(
    "OUT005",
    "output-holds-sources",
    rule: "The output folder stands apart from the site's sources: neither around nor inside them.",
    remedy: "Choose another output folder, for instance `output` in the root of the site."
  )
  /// An output path where a file stands.
  public static let outputNotAFolder = DiagnosticCode(
    "OUT006",
    "output-not-a-folder",
    rule: "The output path names a folder, or nothing yet.",
    remedy: "Choose another output folder, or move the file away."
  )
  /// An output whose parent is missing or closed.
  public static let outputUnreachable = DiagnosticCode(
    "OUT007",
    "output-unreachable",
    rule: "The folder that is to hold the output folder exists and may be written.",
    remedy: "Make the folder above the output folder, or choose another output folder."
  )
  /// Two builds at once.
  public static let outputLocked = DiagnosticCode(
    "OUT008",
    "output-locked",
    rule: "One build at a time writes to an output folder.",
    remedy: "Wait until the other build is done, or choose another output folder."
  )
  /// A list of made files that cannot be trusted.
  public static let damagedManifest = DiagnosticCode(
    "OUT009",
    "damaged-manifest",
    rule:
      "`.sitegen-manifest` is as the last build wrote it: nothing is removed on doubtful words.",
    remedy: "Move the output folder away and build again; a new one is made."
  )
  /// A file of somebody else where one of the site must go.
  public static let foreignFileInTheWay = DiagnosticCode(
    "OUT010",
    "foreign-file-in-the-way",
    rule: "The output never replaces a file that the site did not make.",
    remedy: "Move that file away, or rename the source."
  )
  /// An asset that cannot be copied.
  public static let unreadableAsset = DiagnosticCode(
    "OUT011",
    "unreadable-asset",
    rule: "Every file that is copied to the output can be read.",
    remedy: "Put the file back, or mend what the system complains of."
  )
  /// An asset outside the site.
  public static let assetLeavesSite = DiagnosticCode(
    "OUT012",
    "asset-leaves-site",
    rule: "Every file that is copied to the output stands inside the root folder of the site.",
    remedy: "Copy the file into the site in place of the link."
  )
  /// A new output that could not be made.
  public static let outputNotWritten = DiagnosticCode(
    "OUT013",
    "output-not-written",
    rule: "The whole output is written beside the old one, which stays until then.",
    remedy: "Mend what the system complains of and build again; the old site is untouched."
  )
  /// A new output that could not take its place.
  public static let outputNotSwapped = DiagnosticCode(
    "OUT014",
    "output-not-swapped",
    rule: "The new output takes the place of the old one at once.",
    remedy: "Mend what the system complains of and build again; the old site is untouched."
  )
  /// An old output that could not be cleared away.
  public static let oldOutputNotRemoved = DiagnosticCode(
    "OUT015",
    "old-output-not-removed",
    rule: "The old output is removed once the new one is in place.",
    remedy: "The new site is in place; remove the folder named by hand."
  )
}
