"""Dart packages: locks, and manifests without one."""

from tests.collect.packages.planted import lines, only, packages, told

LOCK = """\
packages:
  http:
    dependency: "direct main"
    description: {name: http, sha256: "%s", url: "https://pub.dev"}
    source: hosted
    version: "0.13.5"
  async:
    dependency: transitive
    source: hosted
    version: "2.10.0"
  lints:
    dependency: "direct dev"
    source: hosted
    version: "2.0.0"
  flutter:
    dependency: "direct main"
    description: flutter
    source: sdk
    version: "0.0.0"
  broken: 5
""" % ("a" * 64)


def test_lock_tells_what_is_direct_and_for_development() -> None:
    reading = only("pub", {"pubspec.lock": LOCK, "pubspec.yaml": "dependencies:\n  http: any\n"})

    assert told(reading, "direct") == {"http@0.13.5": True, "async@2.10.0": False, "lints@2.0.0": True}
    assert told(reading, "development") == {"http@0.13.5": False, "async@2.10.0": "?", "lints@2.0.0": True}
    assert told(reading, "checksums")["http@0.13.5"] == ["sha256:" + "a" * 64]
    assert lines(reading)["lints@2.0.0"] == "pubspec.lock:11"
    assert "broken is a number" in reading.gaps[0].why


def test_manifest_alone_tells_ranges() -> None:
    text = (
        "dependencies:\n  http: ^1.0.0\n  exact: 1.2.3\n  flutter:\n    sdk: flutter\ndev_dependencies:\n  test: any\n"
    )
    reading = only("pub", {"pubspec.yaml": text})

    assert told(reading, "development") == {"http": False, "exact@1.2.3": False, "test": True}
    assert set(packages(reading)) == {"http", "exact@1.2.3", "test"}
