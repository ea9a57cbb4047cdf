// swift-tools-version:6.1

import PackageDescription

let package = Package(
  name: "TaggerTool",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Reader", path: "../../..")],
  targets: [
    .executableTarget(
      name: "TaggerTool", dependencies: [.product(name: "Model", package: "Reader")],
      path: "Sources")
  ],
  swiftLanguageModes: [.v6]
)
