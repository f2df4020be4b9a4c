"""Lock files of pnpm, Bun and Deno, and what is installed."""

import pytest

from bartizan.collect.tree import ROOTFS
from tests.collect.packages.javascript_samples import (
    BUN,
    DENO_3,
    DENO_5,
    DIGEST,
    INSTALLED,
    PNPM_5,
    PNPM_6,
    PNPM_9,
)
from tests.collect.packages.planted import lines, only, packages, readings, told


@pytest.mark.parametrize("text", [PNPM_5, PNPM_6, PNPM_9])
def test_pnpm_in_each_version(text: str) -> None:
    reading = only("pnpm-lock", {"pnpm-lock.yaml": text})

    common = {"express@4.18.2": (True, False), "debug@2.6.9": (False, False), "@scope/tool@1.0.0": (True, True)}
    direct, development = told(reading, "direct"), told(reading, "development")
    assert {address: (direct[address], development[address]) for address in common} == common
    assert "express@4.18.2" in told(reading, "needed_by")["debug@2.6.9"]
    assert told(reading, "checksums")["express@4.18.2"] == [DIGEST]


def test_pnpm_keeps_aliases_repositories_and_lines() -> None:
    reading = only("pnpm-lock", {"pnpm-lock.yaml": PNPM_9})

    assert told(reading, "direct")["real@2.0.0"] is True
    assert told(reading, "direct")["mine@0.0.1"] is True
    assert (
        "download_url=https://codeload.github.com/owner/mine/tar.gz/abc"
        in packages(reading)["mine@0.0.1"].value["purl"]
    )
    assert "near" not in str(list(told(reading, "version")))
    assert lines(reading)["debug@2.6.9"] == "pnpm-lock.yaml:27"


def test_pnpm_may_keep_two_documents() -> None:
    first = "lockfileVersion: '9.0'\nimporters: {}\npackages:\n  pnpm@10.0.0: {}\nsnapshots:\n  pnpm@10.0.0: {}\n"

    reading = only("pnpm-lock", {"pnpm-lock.yaml": f"---\n{first}---\n{PNPM_9}"})

    assert {"pnpm@10.0.0", "express@4.18.2"} <= set(packages(reading))


def test_pnpm_is_read_though_it_lacks_entries() -> None:
    text = "lockfileVersion: '6.0'\ndependencies:\n  a: {specifier: 1, version: 1.0.0(b@1.0.0)}\n"

    assert told(only("pnpm-lock", {"pnpm-lock.yaml": text}), "direct") == {"a@1.0.0": True}


def test_bun_finds_what_lies_nearest() -> None:
    reading = only("bun-lock", {"bun.lock": BUN})

    assert told(reading, "direct") == {
        "real@2.0.0": True,
        "debug@4.3.4": True,
        "debug@2.6.9": False,
        "express@4.18.2": True,
        "jest@29.0.0": True,
        "mine": False,
    }
    assert told(reading, "needed_by")["debug@2.6.9"] == ["express@4.18.2"]
    assert told(reading, "development")["jest@29.0.0"] is True
    assert told(reading, "development")["debug@4.3.4"] is False
    assert packages(reading)["real@2.0.0"].value["modules"] == ["alias"]
    assert lines(reading)["debug@2.6.9"] == "bun.lock:21"


def test_the_binary_lock_of_bun_is_a_gap_and_the_manifest_is_read() -> None:
    files: dict[str, str | bytes] = {
        "bun.lockb": b"#!/usr/bin/env bun\n\0",
        "package.json": '{"dependencies": {"a": "1.0.0"}}',
    }

    assert "save-text-lockfile" in only("bun-lock", files).gaps[0].why
    assert list(told(only("javascript-manifest", files), "version")) == ["a@1.0.0"]
    assert not readings("bun-lock", {**files, "bun.lock": BUN})[0].gaps


def test_deno_has_packages_of_npm_and_of_jsr() -> None:
    reading = only("deno-lock", {"deno.lock": DENO_5})

    assert told(reading, "ecosystem") == {"debug@2.6.9": "npm", "express@4.18.2": "npm", "@std/fmt@1.0.2": "JSR"}
    assert told(reading, "direct") == {"debug@2.6.9": False, "express@4.18.2": False, "@std/fmt@1.0.2": True}
    assert told(reading, "needed_by") == {
        "debug@2.6.9": ["express@4.18.2"],
        "express@4.18.2": ["@std/fmt@1.0.2"],
        "@std/fmt@1.0.2": [],
    }
    assert packages(reading)["@std/fmt@1.0.2"].value["purl"] == "pkg:jsr/%40std/fmt@1.0.2"


def test_deno_once_nested_its_packages() -> None:
    reading = only("deno-lock", {"deno.lock": DENO_3})

    assert told(reading, "direct") == {"debug@2.6.9": "?", "express@4.18.2": "?"}
    assert told(reading, "needed_by")["debug@2.6.9"] == ["express@4.18.2"]


def test_installed_packages_need_each_other_as_node_finds_them() -> None:
    reading = only("installed-javascript", INSTALLED, ROOTFS)

    assert told(reading, "needed_by") == {
        "@scope/tool@1.0.0": [],
        "debug@4.3.4": ["@scope/tool@1.0.0"],
        "debug@2.6.9": ["express@4.18.2"],
        "express@4.18.2": [],
    }
    assert told(reading, "direct")["express@4.18.2"] is True
    assert told(reading, "development") == {
        "@scope/tool@1.0.0": True,
        "debug@4.3.4": True,
        "debug@2.6.9": False,
        "express@4.18.2": False,
    }
    assert told(reading, "licenses")["debug@4.3.4"] == ["ISC"]
    assert lines(reading)["express@4.18.2"] == "app/node_modules/express/package.json:2"


def test_what_npm_noted_tells_what_is_for_development() -> None:
    noted = '{"packages": {"node_modules/express": {"dev": true}, "node_modules/debug": {}}}'

    reading = only("installed-javascript", {**INSTALLED, "app/node_modules/.package-lock.json": noted}, ROOTFS)

    assert told(reading, "development")["express@4.18.2"] is True
    assert told(reading, "development")["debug@4.3.4"] is False


def test_what_is_installed_for_all_users_was_asked_for() -> None:
    files = {
        "usr/lib/node_modules/npm/package.json": '{"name": "npm", "version": "10.0.0"}',
        "usr/lib/node_modules/npm/node_modules/abbrev/package.json": '{"name": "abbrev", "version": "2.0.0"}',
    }

    reading = only("installed-javascript", files, ROOTFS)

    assert told(reading, "direct") == {"npm@10.0.0": True, "abbrev@2.0.0": False}


def test_links_of_pnpm_are_not_followed_so_nobody_knows_who_needs_whom() -> None:
    files = {
        "app/package.json": '{"dependencies": {"a": "1"}}',
        "app/node_modules/.pnpm/a@1.0.0/node_modules/a/package.json": '{"name": "a", "version": "1.0.0"}',
    }

    reading = only("installed-javascript", files, ROOTFS)

    assert told(reading, "direct") == {"a@1.0.0": "?"}
    assert told(reading, "needed_by") == {"a@1.0.0": "?"}
