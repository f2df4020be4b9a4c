"""Actions of other repositories, as packages."""

from tests.collect.packages.planted import lines, only, packages, readings, told, why

WORKFLOW = """\
on: push
jobs:
  build:
    steps:
      - uses: actions/checkout@v4.1.1
      - uses: github/codeql-action/init@0123456789abcdef0123456789abcdef01234567 # v3.22.0
      - uses: pinned/silent@0123456789abcdef0123456789abcdef01234567
      - uses: branch/one@main
      - uses: ./local
      - uses: docker://alpine:3
      - run: echo
  call:
    uses: org/repo/.github/workflows/x.yml@1.0.0
"""


def test_versions_of_tags_and_of_pinned_commits() -> None:
    reading = only("github-action-uses", {".github/workflows/ci.yml": WORKFLOW})

    assert set(packages(reading)) == {
        "actions/checkout@v4.1.1",
        "github/codeql-action@v3.22.0",
        "pinned/silent",
        "branch/one",
        "org/repo@1.0.0",
    }
    assert "no comment tells" in why(reading, "pinned/silent")
    assert "branch" in why(reading, "branch/one")
    assert lines(reading)["github/codeql-action@v3.22.0"] == ".github/workflows/ci.yml:6"
    assert told(reading, "purl")["actions/checkout@v4.1.1"] == "pkg:githubactions/actions/checkout@v4.1.1"
    assert set(told(reading, "development").values()) == {True}


def test_composite_action_uses_others_too() -> None:
    text = "runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n"

    assert list(packages(only("github-action-uses", {"some/action.yml": text}))) == ["a/b@v1"]


def test_workflow_that_is_no_yaml_is_left_to_who_reads_workflows() -> None:
    assert only("github-action-uses", {".github/workflows/ci.yml": "a: [\n"}).resources == []


def test_other_files_are_no_workflows() -> None:
    assert readings("github-action-uses", {"deploy/ci.yml": WORKFLOW}) == []
