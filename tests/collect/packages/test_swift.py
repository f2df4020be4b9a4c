"""Swift packages of every version, and CocoaPods."""

import json

from tests.collect.packages.planted import lines, only, packages, told, why

PIN = {
    "identity": "swift-nio",
    "kind": "remoteSourceControl",
    "location": "https://github.com/apple/swift-nio.git",
    "state": {"revision": "abc", "version": "2.50.0"},
}


def test_pins_of_the_later_versions() -> None:
    branch = {**PIN, "location": "git@github.com:own/thing.git", "state": {"revision": "abc", "branch": "main"}}
    reading = only("swift", {"Package.resolved": json.dumps({"version": 3, "pins": [PIN, branch]})})

    assert set(packages(reading)) == {"github.com/apple/swift-nio@2.50.0", "github.com/own/thing"}
    assert "branch main" in why(reading, "github.com/own/thing")
    assert told(reading, "purl")["github.com/apple/swift-nio@2.50.0"] == "pkg:swift/github.com/apple/swift-nio@2.50.0"


def test_pins_of_the_first_version_and_the_manifest() -> None:
    old = {
        "object": {"pins": [{"package": "Nio", "repositoryURL": PIN["location"], "state": PIN["state"]}]},
        "version": 1,
    }
    manifest = '.package(url: "https://github.com/apple/swift-nio", from: "2.0.0"),\n// .package(url: "https://x.y/z")'
    reading = only("swift", {"Package.resolved": json.dumps(old, indent=1), "Package.swift": manifest})

    assert told(reading, "direct") == {"github.com/apple/swift-nio@2.50.0": True}
    assert lines(reading)["github.com/apple/swift-nio@2.50.0"] == "Package.resolved:6"


def test_parts_of_a_pod_are_the_pod_and_local_pods_are_none() -> None:
    text = """\
PODS:
  - AFNetworking (4.0.1):
    - AFNetworking/Serialization (= 4.0.1)
  - AFNetworking/Serialization (4.0.1)
  - Own (1.0):
    - SDWebImage (~> 5)
  - SDWebImage (5.15.0)
DEPENDENCIES:
  - AFNetworking (~> 4.0)
  - Own (from `../own`)
EXTERNAL SOURCES:
  Own:
    :path: "../own"
SPEC CHECKSUMS:
  AFNetworking: 3bd23d814e976cd148d7d44c3ab78017b744cd58
COCOAPODS: 1.12.0
"""
    reading = only("cocoapods", {"Podfile.lock": text})

    assert told(reading, "direct") == {"AFNetworking@4.0.1": True, "SDWebImage@5.15.0": True}
    assert told(reading, "checksums")["AFNetworking@4.0.1"] == ["sha1:3bd23d814e976cd148d7d44c3ab78017b744cd58"]
    assert lines(reading)["SDWebImage@5.15.0"] == "Podfile.lock:7"


def test_pod_without_a_version_is_a_gap() -> None:
    assert "not a name and a version" in only("cocoapods", {"Podfile.lock": "PODS:\n  - A\n"}).gaps[0].why
