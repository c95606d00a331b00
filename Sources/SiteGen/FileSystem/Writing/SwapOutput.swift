/// Lets the staged output take the place of the old one.
///
/// At once where the system can exchange two folders: whoever reads the site sees the old one or
/// the new one whole. Afterwards the old output stands in `staging` or in `previous`.
///
/// - Throws: `OUT014`; the old output then stands where it stood.
func swapOutput(_ place: OutputPlace) throws(FileSystemError) {
  try reporting(FileSystemDiagnostics.outputNotSwapped) { () throws(SystemFailure) in
    guard try readStatus(at: place.target) != nil else {
      return try renamePath(place.staging, to: place.target)
    }
    if try exchangePaths(place.staging, place.target) { return }
    try renameInTurn(place)
  }
}

/// The swap in two steps; between them there is no output, and `recoverInterruptedSwap` mends a
/// build that ends there.
func renameInTurn(_ place: OutputPlace) throws(SystemFailure) {
  try renamePath(place.target, to: place.previous)
  do throws(SystemFailure) {
    try renamePath(place.staging, to: place.target)
  } catch {
    try renamePath(place.previous, to: place.target)
    throw error
  }
}

/// Clears away what a killed build left beside the output, and puts the old output back where
/// the build ended between the two steps of a swap.
///
/// - Throws: `OUT014` when the old output cannot be put back, `OUT013` when leftovers cannot be
///   removed.
func recoverInterruptedSwap(_ place: OutputPlace) throws(FileSystemError) {
  try reporting(FileSystemDiagnostics.outputNotSwapped) { () throws(SystemFailure) in
    guard try readStatus(at: place.previous) != nil else { return }
    // A swap that came to its end left an output with a manifest. An empty folder somebody made
    // meanwhile gives way; anything else there makes the renaming fail, and nothing is lost.
    let manifest = place.target / OutputManifest.fileName
    guard try readStatus(at: manifest) == nil else { return }
    try renamePath(place.previous, to: place.target)
  }
  try reporting(FileSystemDiagnostics.outputNotWritten) { () throws(SystemFailure) in
    try removeTree(place.previous)
    try removeTree(place.staging)
  }
}

/// Removes the old output, now that the new one is in place.
///
/// - Throws: `OUT015`.
func removeOldOutput(_ place: OutputPlace) throws(FileSystemError) {
  try reporting(FileSystemDiagnostics.oldOutputNotRemoved) { () throws(SystemFailure) in
    try removeTree(place.staging)
    try removeTree(place.previous)
  }
}
