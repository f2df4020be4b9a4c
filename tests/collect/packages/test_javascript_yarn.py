"""Lock files of Yarn 1 and of Yarn 2 and later."""

from tests.collect.packages.javascript_samples import MANIFEST, YARN_1, YARN_4
from tests.collect.packages.planted import lines, only, packages, told


def test_yarn_1_with_its_manifest() -> None:
    reading = only("yarn-lock", {"yarn.lock": YARN_1, "package.json": MANIFEST})

    assert told(reading, "direct") == {
        "@scope/tool@1.1.0": False,
        "real@2.0.0": True,
        "express@4.18.2": True,
        "debug@2.6.9": False,
        "jest@29.0.0": True,
        "other@1.0.0": False,
        "mine@0.0.1": True,
    }
    assert told(reading, "development") == {
        "@scope/tool@1.1.0": False,
        "real@2.0.0": False,
        "express@4.18.2": False,
        "debug@2.6.9": False,
        "jest@29.0.0": True,
        "other@1.0.0": True,
        "mine@0.0.1": False,
    }
    assert told(reading, "needed_by")["debug@2.6.9"] == ["express@4.18.2", "jest@29.0.0"]
    assert lines(reading)["debug@2.6.9"] == "yarn.lock:19"
    assert packages(reading)["@scope/tool@1.1.0"].value["checksums"] == ["sha1:" + "b" * 40]
    assert packages(reading)["real@2.0.0"].value["modules"] == ["alias"]
    assert "token" not in str([each.value for each in reading.resources])


def test_yarn_1_without_a_manifest_does_not_tell_what_is_direct() -> None:
    reading = only("yarn-lock", {"yarn.lock": YARN_1})

    assert set(told(reading, "direct").values()) == {"?"}
    assert told(reading, "needed_by")["other@1.0.0"] == ["jest@29.0.0"]


def test_yarn_4_with_its_manifest() -> None:
    reading = only("yarn-lock", {"yarn.lock": YARN_4, "package.json": MANIFEST})

    assert told(reading, "direct") == {
        "real@2.0.0": True,
        "express@4.18.2": True,
        "debug@2.6.9": False,
        "jest@29.0.0": True,
        "other@1.0.0": False,
        "patched@3.0.0": False,
    }
    assert told(reading, "development")["other@1.0.0"] is True
    assert told(reading, "needed_by")["debug@2.6.9"] == ["express@4.18.2"]
    assert lines(reading)["express@4.18.2"] == "yarn.lock:12"
    assert packages(reading)["patched@3.0.0"].value["purl"] == "pkg:npm/patched@3.0.0"


def test_yarn_4_tells_what_is_direct_without_a_manifest_but_not_for_what() -> None:
    reading = only("yarn-lock", {"yarn.lock": YARN_4})

    assert told(reading, "direct")["express@4.18.2"] is True
    assert told(reading, "direct")["debug@2.6.9"] is False
    assert set(told(reading, "development").values()) == {"?"}


def test_all_workspaces_ask() -> None:
    files = {
        "yarn.lock": 'a@1:\n  version "1.0.0"\nb@1:\n  version "1.0.0"\n',
        "package.json": '{"workspaces": {"packages": ["packages/*"]}}',
        "packages/one/package.json": '{"dependencies": {"a": "1"}}',
        "other/package.json": '{"dependencies": {"b": "1"}}',
    }

    assert told(only("yarn-lock", files), "direct") == {"a@1.0.0": True, "b@1.0.0": False}


def test_a_line_of_another_language_is_a_gap() -> None:
    reading = only("yarn-lock", {"yarn.lock": 'hello\n\na@1:\n  version "1.0.0"\n'})

    assert [gap.line for gap in reading.gaps] == [1]
    assert list(told(reading, "version")) == ["a@1.0.0"]
