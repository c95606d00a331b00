/// What a way of watching has to tell.
enum WatchNews {
  /// These steps were taken, in order; none when the time is over.
  case steps([SettlingChanges.Step])
  /// Something changed, and nobody can say what.
  case lostSteps
  /// The root of the site is gone or bears another name.
  case lostRoot
}
