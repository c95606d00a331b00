public import Diagnostics

/// The rules of the two doors: what is read (`SRC`), what is written (`OUT`), and what
/// is edited (`SED038`, `SED039`).
public enum FileSystemDiagnostics {
  /// All of them, in order.
  public static let all = sources + output + editing

  static let sources = [
    missingContentFolder, missingSeedsFolder, missingTemplatesFolder, invalidUTF8, emptyText,
    linkLeavesSite, linkLoop, brokenLink, unreadableSource, notARegularFile, unfitFileName,
    missingSiteFolder, unreadableInput, folderNotEmpty,
  ]

  static let editing = [sourceNotWritten, changedMeanwhile]

  static let output = [
    samePath, fileIsAlsoFolder, differsOnlyInCase, reservedPath, outputHoldsSources,
    outputNotAFolder, outputUnreachable, outputLocked, damagedManifest, foreignFileInTheWay,
    unreadableAsset, assetLeavesSite, outputNotWritten, outputNotSwapped, oldOutputNotRemoved,
  ]
}
