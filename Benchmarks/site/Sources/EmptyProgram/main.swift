// Nothing: how long a Swift program takes to start and end.
