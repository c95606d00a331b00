// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that neither `swift build` nor `make test` of the house builds it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "site",
  targets: [
    .target(name: "Corpus", swiftSettings: settings),
    .executableTarget(name: "MakeCorpus", dependencies: ["Corpus"], swiftSettings: settings),
    // What `sitegen --version` is held against.
    .executableTarget(name: "EmptyProgram", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
