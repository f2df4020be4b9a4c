"""Composer: locks, manifests, and what is installed."""

import json

from bartizan.collect.tree import DIRECTORY, ROOTFS
from tests.collect.packages.planted import lines, only, packages, readings, told, why

LOCK: dict[str, list[dict[str, object]]] = {
    "packages": [
        {
            "name": "Monolog/monolog",
            "version": "2.9.1",
            "require": {"php": ">=7.2", "psr/log-implementation": "1.0"},
            "license": ["MIT"],
            "dist": {"shasum": "a" * 40},
        },
        {"name": "psr/log", "version": "v1.1.4", "provide": {"psr/log-implementation": "1.0"}, "license": ["MIT"]},
        {"name": "some/branch", "version": "dev-main"},
    ],
    "packages-dev": [{"name": "phpunit/phpunit", "version": "9.6.0"}],
}
MANIFEST = {
    "require": {"monolog/monolog": "^2", "php": ">=8", "ext-json": "*"},
    "require-dev": {"phpunit/phpunit": "^9"},
}


def test_lock_with_its_manifest() -> None:
    reading = only("composer", {"composer.lock": json.dumps(LOCK, indent=1), "composer.json": json.dumps(MANIFEST)})

    assert told(reading, "direct") == {
        "monolog/monolog@2.9.1": True,
        "psr/log@v1.1.4": False,
        "some/branch": False,
        "phpunit/phpunit@9.6.0": True,
    }
    assert told(reading, "development")["phpunit/phpunit@9.6.0"] is True
    assert told(reading, "checksums")["monolog/monolog@2.9.1"] == ["sha1:" + "a" * 40]
    assert "dev-main" in why(reading, "some/branch")
    assert lines(reading)["psr/log@v1.1.4"] == "composer.lock:18"


def test_package_that_provides_a_name_is_needed_by_who_needs_the_name() -> None:
    reading = only("composer", {"composer.lock": json.dumps(LOCK)})

    assert told(reading, "needed_by")["psr/log@v1.1.4"] == ["monolog/monolog@2.9.1"]
    assert set(told(reading, "direct").values()) == {"?"}


def test_manifest_alone_tells_ranges() -> None:
    reading = only("composer", {"composer.json": json.dumps(MANIFEST)})

    assert set(packages(reading)) == {"monolog/monolog", "phpunit/phpunit"}


def test_installed_packages_are_read_of_root_file_systems_alone() -> None:
    installed = {"packages": LOCK["packages"] + LOCK["packages-dev"], "dev-package-names": ["phpunit/phpunit"]}
    files = {"app/vendor/composer/installed.json": json.dumps(installed), "app/composer.json": json.dumps(MANIFEST)}
    reading = readings("composer", files, ROOTFS)[-1]

    assert told(reading, "development")["phpunit/phpunit@9.6.0"] is True
    assert told(reading, "direct")["monolog/monolog@2.9.1"] is True
    assert [list(packages(each)) for each in readings("composer", files, DIRECTORY)] == [
        ["monolog/monolog", "phpunit/phpunit"]
    ]


def test_truncated_lock_is_a_gap_with_its_line() -> None:
    reading = only("composer", {"composer.lock": '{\n"packages": [\n{"name": "a/b"'})

    assert (reading.gaps[0].line, reading.resources) == (3, [])
