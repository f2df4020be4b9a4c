"""Scans of small trees: what is found, what is not seen, what is kept between scans."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import bartizan
from bartizan.app.errors import ContentError, TargetError
from bartizan.app.options import Options
from bartizan.app.reading import read_one
from bartizan.app.scan import scan
from bartizan.core.finding import Verdict, Waiver
from tests.app.estates import OPEN_BUCKET, RULE, SEALED_BUCKET

ONLY = Options(rules=(RULE,), cache=None)


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_an_open_bucket_is_found_at_the_attribute_that_opens_it(tmp_path: Path) -> None:
    report = bartizan.scan(put(tmp_path, template=OPEN_BUCKET), ONLY)

    (finding,) = report.failures()
    assert (finding.rule, finding.asset, str(finding.place)) == (RULE, "template.yaml//Open", "template.yaml:5:7")
    assert {"open_by_acl": "true"}.items() <= {e.attribute: e.value for e in finding.evidence}.items()


def test_a_sealed_bucket_passes(tmp_path: Path) -> None:
    report = scan(put(tmp_path, template=SEALED_BUCKET), ONLY)

    assert report.findings == []
    assert report.tallies[RULE].passed == 1


def test_a_target_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="does not exist"):
        scan(tmp_path / "gone", ONLY)


def test_a_framework_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no framework nonsense"):
        scan(tmp_path, replace(ONLY, frameworks=("nonsense",)))


def test_a_broken_file_is_a_gap_and_the_rest_is_judged(tmp_path: Path) -> None:
    report = scan(put(tmp_path, good=OPEN_BUCKET, bad="Resources:\n  A:\n    Type: AWS::S3::Bucket\n  B: ]\n"), ONLY)

    assert [f.asset for f in report.failures()] == ["good.yaml//Open"]
    (gap,) = report.coverage.gaps
    assert (gap.file, gap.line) == ("bad.yaml", 4)
    assert not report.coverage.complete


def test_an_excluded_path_is_not_looked_at(tmp_path: Path) -> None:
    folder = put(tmp_path, template=OPEN_BUCKET)

    assert scan(folder, replace(ONLY, exclude=("*.yaml",))).coverage.files == 0


def test_a_single_file_can_be_the_target(tmp_path: Path) -> None:
    put(tmp_path, one=OPEN_BUCKET, two=OPEN_BUCKET)

    assert len(scan(tmp_path / "one.yaml", ONLY).failures()) == 1


def test_a_comment_suppresses_and_an_expired_one_does_not(tmp_path: Path) -> None:
    line = "      AccessControl: PublicRead"
    ours = OPEN_BUCKET.replace(line, f"      # bartizan:ignore {RULE} a public site{{until}}\n{line}")
    put(tmp_path, current=ours.format(until=" until=2999-01-01"), late=ours.format(until=" until=2001-01-01"))

    report = scan(tmp_path, ONLY)

    assert [f.place.file for f in report.failures()] == ["late.yaml"]
    (accepted,) = [f.suppression for f in report.findings if f.suppression]
    assert (accepted.by, accepted.reason, accepted.until) == ("comment", "a public site", "2999-01-01")


def test_the_comment_of_another_tool_is_understood(tmp_path: Path) -> None:
    text = OPEN_BUCKET.replace("  Open:\n", "  Open:\n    # checkov:skip=CKV_AWS_20:a public site\n")

    assert scan(put(tmp_path, template=text), ONLY).failures() == []


@pytest.mark.parametrize(("expires", "failures"), [("", 0), ("2999-01-01", 0), ("2001-01-01", 1)])
def test_a_waiver_counts_until_it_expires(tmp_path: Path, expires: str, failures: int) -> None:
    waiver = Waiver(rule="aws-s3-*", path="*.yaml", reason="a public site", owner="web", expires=expires)

    report = scan(put(tmp_path, template=OPEN_BUCKET), replace(ONLY, waivers=(waiver,)))

    assert len(report.failures()) == failures


def test_a_second_scan_gives_the_same_report_from_the_cache(tmp_path: Path) -> None:
    options = replace(ONLY, cache=tmp_path / "cache")
    folder = tmp_path / "estate"
    folder.mkdir()
    first = scan(put(folder, template=OPEN_BUCKET), options)

    assert scan(folder, options) == first


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    options = replace(ONLY, cache=tmp_path / "cache")
    folder = tmp_path / "estate"
    folder.mkdir()
    scan(put(folder, template=OPEN_BUCKET), options)

    assert scan(put(folder, template=SEALED_BUCKET), options).failures() == []


def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path) -> None:
    options = replace(ONLY, cache=tmp_path / "cache")
    folder = tmp_path / "estate"
    folder.mkdir()
    first = scan(put(folder, template=OPEN_BUCKET), options)
    entries = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert entries
    for path in entries:
        path.write_bytes(path.read_bytes()[:-3] + b"xyz")

    assert scan(folder, options) == first


def test_a_cache_that_others_may_write_is_not_used(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    folder = tmp_path / "estate"
    folder.mkdir()
    scan(put(folder, template=OPEN_BUCKET), replace(ONLY, cache=cache))

    assert list(cache.iterdir()) == []


def test_a_cache_on_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("/dev/full is not there to stand for a full disk")
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    for name in range(256):
        (cache / f"{name:02x}").symlink_to("/dev/full")

    assert len(scan(put(tmp_path, template=OPEN_BUCKET), replace(ONLY, cache=cache)).failures()) == 1


def test_processes_find_what_one_process_finds(tmp_path: Path) -> None:
    text = OPEN_BUCKET + "".join(f"  B{n}:\n    Type: AWS::S3::Bucket\n" for n in range(900))
    for number in range(8):
        (tmp_path / f"stack-{number}.yaml").write_text(text, "utf-8")

    alone, together = (scan(tmp_path, replace(ONLY, jobs=jobs)) for jobs in (1, 2))

    assert alone == together
    assert len(together.failures()) == 8


def test_a_fault_of_ours_in_one_file_is_a_gap(tmp_path: Path) -> None:
    from bartizan.app.inventory import units
    from bartizan.collect.pack import unpack
    from bartizan.collect.tree import walk

    tree = walk(put(tmp_path, template=OPEN_BUCKET))
    (unit,) = units(tree, ("cloudformation",))
    packed = read_one(tree, replace(unit, format="no such format"))

    (gap,) = unpack(packed, {}).gaps
    assert "internal error" in gap.why


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can read every file")
def test_an_unreadable_file_is_a_gap(tmp_path: Path) -> None:
    put(tmp_path, template=OPEN_BUCKET)
    (tmp_path / "template.yaml").chmod(0)

    assert scan(tmp_path, ONLY).coverage.gaps


def test_links_out_of_the_tree_are_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    put(outside, template=OPEN_BUCKET)
    (inside / "link.yaml").symlink_to(outside / "template.yaml")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)

    report = scan(inside, ONLY)

    assert report.findings == []
    assert [gap.file for gap in report.coverage.gaps] == ["folder", "link.yaml"]


def test_a_directory_that_disappears_in_the_middle_is_a_gap(tmp_path: Path) -> None:
    from bartizan.app.inventory import units
    from bartizan.collect.pack import unpack
    from bartizan.collect.tree import walk

    folder = tmp_path / "gone"
    folder.mkdir()
    put(folder, template=OPEN_BUCKET)
    tree = walk(tmp_path)
    (unit,) = units(tree, ("cloudformation",))
    shutil.rmtree(folder)

    assert unpack(read_one(tree, unit), {}).gaps


def test_what_is_not_declared_is_unknown_not_pass(tmp_path: Path) -> None:
    text = """Parameters:
  Access: {Type: String}
Resources:
  Maybe:
    Type: AWS::S3::Bucket
    Properties: {AccessControl: !Ref Access}
"""
    report = scan(put(tmp_path, template=text), ONLY)

    (finding,) = report.findings
    assert finding.verdict is Verdict.UNKNOWN
    assert "Access" in report.coverage.unknowns[0].why
