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
      // gold, where it is the linker, fails with an internal error.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
    )
  ],
  swiftLanguageModes: [.v6]
)
