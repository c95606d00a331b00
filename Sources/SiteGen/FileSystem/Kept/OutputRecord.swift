extension ClaimedOutput {
  /// What `writeRecord` left beside the output; nil when there is nothing that can be read.
  public func readRecord() -> [UInt8]? {
    // Without it a build makes all anew, and leaves another.
    try? OpenFile(reading: place.record).readAll()
  }

  /// Leaves some bytes beside the output, for the next build that writes there.
  ///
  /// Beside, not inside: readers of the site have no use for them, and they are not the same
  /// wherever and whenever a site is built. They replace what was there at once. The disk need not
  /// have them: after a power cut they are not believed anyway (`OutputStamp.machineStart`).
  public func writeRecord(_ bytes: [UInt8]) {
    do throws(SystemFailure) {
      try removeFile(place.newRecord)
      // It stands where a server may look, and may quote what is not out yet.
      try writeFile(bytes, at: place.newRecord, permissions: 0o600)
      try renamePath(place.newRecord, to: place.record)
    } catch {
      // The site is built; only the next build takes as long as this one.
      try? removeFile(place.newRecord)
    }
  }
}
