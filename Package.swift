// swift-tools-version: 6.1
import PackageDescription

// The floors of the house (ARCHITECTURE.md §Floors): a module names here every module it may
// import, and `swift build --explicit-target-dependency-import-check error` holds it to that.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-warnings-as-errors"]),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/SiteGen/\(name)",
    swiftSettings: settings
  )
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies,
    path: "Tests/\(name)Tests",
    swiftSettings: settings
  )
}

let package = Package(
  name: "sitegen",
  products: [],
  dependencies: [],
  targets: [
    // Floor 0: foundations.
    module("Diagnostics"),
    module("Markup"),

    // Tests, one target a module.
    tests("Diagnostics", ["Diagnostics"]),
    tests("Markup", ["Markup"]),
  ],
  swiftLanguageModes: [.v6]
)
