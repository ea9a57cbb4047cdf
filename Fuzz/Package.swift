// swift-tools-version:6.1

import PackageDescription

// `make fuzz` builds it with coverage of all modules; nothing else does.
let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Reader", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [.product(name: "Model", package: "Reader")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    )
  ],
  swiftLanguageModes: [.v6]
)
