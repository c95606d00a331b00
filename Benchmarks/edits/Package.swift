// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that neither `swift build` nor `make test` of the house builds it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "edits",
  dependencies: [.package(name: "sitegen", path: "../..")],
  targets: [
    .executableTarget(
      name: "EditBenchmark",
      dependencies: [.product(name: "Engine", package: "sitegen")],
      swiftSettings: settings
    )
  ],
  swiftLanguageModes: [.v6]
)
