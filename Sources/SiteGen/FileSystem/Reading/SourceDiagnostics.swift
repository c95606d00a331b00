public import Diagnostics

extension FileSystemDiagnostics {
  /// No `Content/`.
  public static let missingContentFolder = DiagnosticCode(
    "SRC001",
    "missing-content-folder",
    rule: "A site has a folder `Content`, which holds `site.yaml` and the texts of the editors.",
    remedy: "Run the command in the root folder of the site, name that folder, or make `Content`."
  )
  /// No `seeds/`.
  public static let missingSeedsFolder = DiagnosticCode(
    "SRC002",
    "missing-seeds-folder",
    rule: "A site has a folder `seeds`, which holds the raw texts; it may be empty.",
    remedy: "Run the command in the root folder of the site, or make an empty folder `seeds`."
  )
  /// No `Templates/`.
  public static let missingTemplatesFolder = DiagnosticCode(
    "SRC003",
    "missing-templates-folder",
    rule: "A site has a folder `Templates`, which holds the templates of its pages.",
    remedy: "Run the command in the root folder of the site, or put the folder `Templates` back."
  )
  /// A text in another encoding.
  public static let invalidUTF8 = DiagnosticCode(
    "SRC004",
    "invalid-utf-8",
    rule: "Texts are encoded in UTF-8.",
    remedy: "Save the file in UTF-8; `iconv -f WINDOWS-1252 -t UTF-8` converts older texts."
  )
  /// A text without a byte.
  public static let emptyText = DiagnosticCode(
    "SRC005",
    "empty-text",
    rule: "A text file holds something.",
    remedy: "Write the text, restore it from a copy, or remove the file."
  )
  /// A symbolic link that leads out of the site.
  public static let linkLeavesSite = DiagnosticCode(
    "SRC006",
    "link-leaves-site",
    rule: "A symbolic link leads to something inside the root folder of the site.",
    remedy: "Copy the target into the site in place of the link."
  )
  /// Links in a circle, or too many in a row.
  public static let linkLoop = DiagnosticCode(
    "SRC007",
    "link-loop",
    rule: "No symbolic link leads back to a folder it stands in; at most 8 stand on one path.",
    remedy: "Remove one of the links."
  )
  /// A symbolic link to nothing.
  public static let brokenLink = DiagnosticCode(
    "SRC008",
    "broken-symbolic-link",
    rule: "A symbolic link leads to something that exists.",
    remedy: "Correct the link, or remove it."
  )
  /// A file or folder that cannot be read.
  public static let unreadableSource = DiagnosticCode(
    "SRC009",
    "unreadable-source",
    rule: "Every file of the site can be read by whoever builds it.",
    remedy: "Mend what the system complains of, or move the file out of the site."
  )
  /// A pipe, a socket, a device.
  public static let notARegularFile = DiagnosticCode(
    "SRC010",
    "not-a-regular-file",
    rule: "A site is made of files and folders, not of pipes, sockets or devices.",
    remedy: "Move it out of the site."
  )
  /// A name that cannot be written in an address.
  public static let unfitFileName = DiagnosticCode(
    "SRC011",
    "unfit-file-name",
    rule: "File names are UTF-8 without backslashes, control and invisible characters.",
    remedy: "Rename the file."
  )
  /// No site at all.
  public static let missingSiteFolder = DiagnosticCode(
    "SRC012",
    "missing-site-folder",
    rule: "The root of the site is a folder that can be read.",
    remedy: "Correct the path of the site."
  )
  /// A file named on the command line, or the standard input.
  public static let unreadableInput = DiagnosticCode(
    "SRC013",
    "unreadable-input",
    rule: "What a command is given to read can be read.",
    remedy: "Correct the path, or mend what the system complains of."
  )
  /// Something stands where a new site is to be made.
  public static let folderNotEmpty = DiagnosticCode(
    "SRC014",
    "folder-not-empty",
    rule: "A new site is made in a folder that is empty or not there yet.",
    remedy: "Name another folder, or move away what stands in this one."
  )
}
