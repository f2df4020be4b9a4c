"""Exports of AWS IAM and AWS Organizations, whole, cut off and broken."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.exports import aws_authorization, aws_json, aws_organizations
from bartizan.collect.exports.aws_json import Malformed, members
from bartizan.collect.format import Format
from bartizan.collect.resource import Reading
from bartizan.collect.tree import walk
from bartizan.core.truth import Unknown


def role(name: str, account: str = "111122223333", **more: Any) -> dict[str, Any]:
    arn = f"arn:aws:iam::{account}:role/{name}"
    return {"RoleName": name, "Path": "/", "Arn": arn, "AssumeRolePolicyDocument": {"Statement": []}, **more}


def page(*roles: Any, **more: Any) -> dict[str, Any]:
    return {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": list(roles), "Policies": [], **more}


def read(directory: Path, format: Format = aws_authorization.FORMAT, **files: Any) -> Reading:
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (directory / f"{name}.json").write_text(text, encoding="utf-8")
    tree = walk(directory)
    units = list(format.units(tree))
    assert len(units) == 1
    return format.read(units[0], tree)


def addresses(reading: Reading) -> list[str]:
    return [resource.address.rpartition("/")[2] for resource in reading.resources]


def test_pages_of_one_account_in_several_files_are_one_export(tmp_path: Path) -> None:
    reading = read(tmp_path, one=page(role("a"), IsTruncated=True, Marker="x"), two=page(role("b"), IsTruncated=False))

    assert addresses(reading) == ["a", "b"]
    assert reading.gaps == []


@pytest.mark.parametrize("joined", ["[{0}, {1}]", "{0}\n{1}", "{0}{1}"])
def test_pages_may_be_a_list_or_follow_one_another(tmp_path: Path, joined: str) -> None:
    text = joined.replace("{0}", json.dumps(page(role("a"), IsTruncated=True))).replace(
        "{1}", json.dumps(page(role("b")))
    )

    reading = read(tmp_path, all=text)

    assert addresses(reading) == ["a", "b"]
    assert reading.gaps == []


@pytest.mark.parametrize("mark", [{"IsTruncated": True, "Marker": "x"}, {"NextToken": "x"}])
def test_an_export_that_is_cut_off_is_a_gap(tmp_path: Path, mark: dict[str, Any]) -> None:
    (gap,) = read(tmp_path, one=page(role("a"), **mark)).gaps

    assert "cut off" in gap.why
    assert "111122223333" in gap.why


def test_a_list_that_is_missing_is_a_gap(tmp_path: Path) -> None:
    (gap,) = read(tmp_path, one={"RoleDetailList": [role("a")]}).gaps

    assert "no UserDetailList and no GroupDetailList and no Policies" in gap.why


def test_entries_that_are_none_are_left_out_with_a_gap(tmp_path: Path) -> None:
    reading = read(tmp_path, one=page(role("a"), {"RoleName": "b"}, 3))

    assert addresses(reading) == ["a"]
    assert "2 entries of RoleDetailList" in reading.gaps[0].why


def test_documents_are_read_as_objects_texts_and_encoded(tmp_path: Path) -> None:
    encoded = "%7B%22Statement%22%3A%5B%5D%7D"
    reading = read(
        tmp_path,
        one=page(
            role("a"),
            role("b", AssumeRolePolicyDocument='{"Statement":[]}'),
            role("c", AssumeRolePolicyDocument=encoded),
            role("d", AssumeRolePolicyDocument=None),
        ),
    )

    texts = [resource.value["AssumeRolePolicyDocument"] for resource in reading.resources]

    assert texts[:3] == ['{"Statement":[]}'] * 3
    assert isinstance(texts[3], Unknown)


def test_of_the_versions_of_a_policy_the_default_one_counts(tmp_path: Path) -> None:
    versions = [{"VersionId": f"v{n}", "IsDefaultVersion": n == 2, "Document": {"Id": f"{n}"}} for n in (3, 2, 1)]
    arn = "arn:aws:iam::111122223333:policy/p"
    exported = page(Policies=[{"PolicyName": "p", "Arn": arn, "Path": "/", "PolicyVersionList": versions}])

    (policy,) = read(tmp_path, one=exported).resources

    assert policy.value["Document"] == '{"Id":"2"}'


def test_groups_are_found_by_name_within_their_own_account(tmp_path: Path) -> None:
    accounts = ("111122223333", "444455556666")
    exported = {
        "UserDetailList": [
            {"UserName": "ann", "Arn": f"arn:aws:iam::{account}:user/ann", "GroupList": ["devs", "lost"]}
            for account in accounts
        ],
        "GroupDetailList": [
            {"GroupName": "devs", "Arn": f"arn:aws:iam::{account}:group/team/devs"} for account in accounts
        ],
        "RoleDetailList": [],
        "Policies": [],
    }

    users = [r for r in read(tmp_path, one=exported).resources if r.type == "aws-iam/UserDetailList"]

    assert [user.value["GroupList"] for user in users] == [
        [f"arn:aws:iam::{account}:group/team/devs", "lost"] for account in accounts
    ]


def test_an_export_of_the_same_role_twice_is_told_where_it_differs(tmp_path: Path) -> None:
    reading = read(tmp_path, one=page(role("a")), three=page(role("a")), two=page(role("a", Path="/x/")))

    assert addresses(reading) == ["a"]
    assert len(reading.gaps) == 1
    assert "exported twice" in reading.gaps[0].why


@pytest.mark.parametrize(
    "text",
    [
        '{"RoleDetailList": [',
        '{"RoleDetailList": [{]}',
        '{"RoleDetailList": "x" "y"}',
        '{"RoleDetailList": [{"Arn": "arn:aws:iam::1:role/a"}',
        '[{"RoleDetailList": []}',
        '{"RoleDetailList": []} 3',
        '{"RoleDetailList": [' + "[" * 100_000 + "]}",
        '{"RoleDetailList": [{"x": ' + "9" * 10_000 + "}]}",
    ],
)
def test_broken_json_is_a_gap_with_a_line(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, one=text)

    assert any("not valid JSON" in gap.why and gap.line >= 1 for gap in reading.gaps)


def test_lines_are_counted_over_the_whole_file(tmp_path: Path) -> None:
    reading = read(tmp_path, one=json.dumps(page(role("a"), role("b")), indent=1))

    lines = [resource.place.line for resource in reading.resources]

    text = (tmp_path / "one.json").read_text().splitlines()
    assert [text[line - 1].strip() for line in lines] == ["{", "{"]
    assert lines[0] < lines[1]


def test_an_export_is_recognised_by_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"Roles": []}')
    (tmp_path / "dump.json").write_text(json.dumps(page()))

    (unit,) = aws_authorization.units(walk(tmp_path))

    assert unit.files == ("dump.json",)


def test_utf_16_and_byte_order_marks_are_read(tmp_path: Path) -> None:
    text = json.dumps(page(role("ä")), ensure_ascii=False)
    (tmp_path / "wide.json").write_bytes(text.encode("utf-16"))
    (tmp_path / "marked.json").write_bytes(b"\xef\xbb\xbf" + text.encode())
    tree = walk(tmp_path)
    (unit,) = aws_authorization.units(tree)

    reading = aws_authorization.read(unit, tree)

    assert unit.files == ("marked.json", "wide.json")
    assert addresses(reading) == ["ä"]
    assert reading.gaps == []


def test_text_that_is_not_text_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(b'{"RoleDetailList": ["\xff\xfe\xfa"]}')
    tree = walk(tmp_path)
    (unit,) = aws_authorization.units(tree)

    (gap, *_) = aws_authorization.read(unit, tree).gaps

    assert "UTF-8" in gap.why


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(
    pages=st.lists(st.dictionaries(st.text(max_size=4), json_values, max_size=4), max_size=3), size=st.integers(1, 40)
)
def test_entries_are_those_of_the_json_whatever_the_chunks(pages: list[dict[str, Any]], size: int) -> None:
    """A stream cut anywhere, even within a character or a number, reads the same."""
    expected = [
        (number, key, item)
        for number, each in enumerate(pages)
        for key, value in each.items()
        for item in (value if isinstance(value, list) and value else [value])
    ]
    data = json.dumps(pages, ensure_ascii=False).encode()
    before, aws_json.CHUNK = aws_json.CHUNK, size

    try:
        found = [(each.page, each.key, each.value) for each in members(io.BytesIO(data))]
    finally:
        aws_json.CHUNK = before

    assert found == expected


@given(st.binary(max_size=60))
def test_any_bytes_end_in_entries_or_one_error(data: bytes) -> None:
    found: list[Any] = []
    with suppress(Malformed):
        found += members(io.BytesIO(data))

    assert all(each.page >= 0 for each in found)


ORGANIZATION = "arn:aws:organizations::999999999999:organization/o-a1"


def test_policies_without_content_or_targets_are_unknown(tmp_path: Path) -> None:
    summary = {"Arn": "arn:aws:organizations::9:policy/o-a1/service_control_policy/p-1", "Name": "x", "Type": "T"}

    (policy,) = read(tmp_path, aws_organizations.FORMAT, one={"Policies": [summary]}).resources

    assert isinstance(policy.value["Content"], Unknown)
    assert isinstance(policy.value["Targets"], Unknown)


@pytest.mark.parametrize(
    ("told", "parent"),
    [
        ({"ParentId": "ou-1"}, "ou-1"),
        ({"Parents": [{"Id": "r-1", "Type": "ROOT"}]}, "r-1"),
        ({"Paths": ["o-a1/r-1/ou-2/111122223333/"]}, "ou-2"),
    ],
)
def test_what_an_account_is_in_is_told_in_several_ways(tmp_path: Path, told: dict[str, Any], parent: str) -> None:
    account = {"Id": "111122223333", "Arn": "arn:aws:organizations::9:account/o-a1/111122223333", **told}

    (made,) = read(tmp_path, aws_organizations.FORMAT, one={"Accounts": [account]}).resources

    assert made.value["ParentId"] == parent


def test_an_organisation_that_is_cut_off_or_strange_is_a_gap(tmp_path: Path) -> None:
    exported = {"Organization": {"Id": "o-a1", "Arn": ORGANIZATION}, "Accounts": [3, {}], "NextToken": "x"}

    reading = read(tmp_path, aws_organizations.FORMAT, one=exported)

    assert len(reading.resources) == 1
    assert {gap.why.split(" ")[0] for gap in reading.gaps} == {"2", "The"}
