// swift-tools-version:6.1

import PackageDescription

let package = Package(
  name: "FeedTool",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Reader", path: "../../..")],
  targets: [
    .executableTarget(
      name: "FeedTool", dependencies: [.product(name: "Model", package: "Reader")],
      path: "Sources")
  ],
  swiftLanguageModes: [.v6]
)
