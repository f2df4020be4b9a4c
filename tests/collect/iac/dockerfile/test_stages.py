"""What is known of the stages of a Dockerfile before it is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.iac.dockerfile import FORMAT
from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.dockerfile.reading import read, stage, stages
from tests.collect.iac.planting import by_address, plant, read_all


def is_unknown(value: Any) -> bool:
    return isinstance(value, Unknown)


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [
        ("Dockerfile", "", True),
        ("a/dockerfile", "", True),
        ("api.Dockerfile", "", True),
        ("Containerfile", "", True),
        ("Dockerfile.dev", "# dev\n\nFROM a\n", True),
        ("Dockerfile-dev", "ARG A\nFROM a\n", True),
        ("Containerfile.web", "from a", True),
        ("Dockerfile.dockerignore", "FROM a", False),
        ("Dockerfile.md", "# How to\n\nUse it.\n", False),
        ("dockerfile_test.go", "package a\n\nconst b = `\nFROM a\n`\n", False),
        ("Dockerfile.tmpl", "{{ x }}", True),
        ("dockerfiles/readme", "FROM a", False),
    ],
)
def test_files_are_recognised_by_name_and_beginning(tmp_path: Path, name: str, text: str, taken: bool) -> None:
    assert [unit.root for unit in FORMAT.units(plant(tmp_path, {name: text}))] == ([name] if taken else [])


def test_a_file_and_its_stages_are_resources() -> None:
    resources, gaps = read("# syntax=docker/dockerfile:1\nARG V=3\nFROM a:$V AS Build\nFROM b\nFROM build\nRUN x\n")

    assert gaps == []
    assert [(each.type, each.address, each.place.line) for each in resources] == [
        ("dockerfile", "Dockerfile", 1),
        ("dockerfile/stage", "Dockerfile#build", 3),
        ("dockerfile/stage", "Dockerfile#1", 4),
        ("dockerfile/stage", "Dockerfile#2", 5),
    ]
    assert resources[0].value["syntax"] == "docker/dockerfile:1"
    assert resources[1].value["base"]["tag"] == "3"
    assert [each.value["final"] for each in resources[1:]] == [False, False, True]
    assert [each.value["shipped"] for each in resources[1:]] == [True, False, True]
    assert resources[3].value["base"]["stage"] == "Dockerfile#build"
    assert resources[3].place.end_line == 6


def test_stages_of_one_name_have_addresses_of_their_own() -> None:
    resources, _ = read("FROM a AS x\nFROM b AS x\n")

    assert [each.address for each in resources] == ["Dockerfile", "Dockerfile#x", "Dockerfile#1"]


@pytest.mark.parametrize("argument", ["ARG V", "ARG TARGETARCH=amd64\nARG V=$TARGETARCH", ""])
def test_a_base_made_of_what_the_builder_gives_is_unknown(argument: str) -> None:
    base = stage(f"{argument}\nFROM a:${{V}}\n")["base"]

    assert base["repository"] == "a"
    assert is_unknown(base["tag"])
    assert isinstance(base["image"], Composite)


def test_an_argument_has_its_default_in_a_stage_that_declares_it() -> None:
    value = stage("ARG V=3\nFROM base\nARG V\nARG W=$V.1\nENV A=$W B=$V\nCOPY x$W /\n")

    assert [each["value"] for each in value["env"]] == ["3.1", "3"]
    assert value["copies"][0]["sources"] == ["x3.1"]
    assert [each["has_default"] for each in value["args"]] == [False, True]


def test_an_argument_of_another_stage_is_not_seen() -> None:
    assert is_unknown(stage("FROM a\nARG U=x\nFROM b\nUSER $U\n")["user"])
    assert stage("FROM a AS a\nARG U=x\nFROM a\nUSER $U\n")["user"] == "x"


@pytest.mark.parametrize(
    ("text", "user", "group"),
    [
        ("USER app", "app", None),
        ("USER 1000:2000", "1000", "2000"),
        ("USER root\nUSER app", "app", None),
        ("FROM scratch", "0", None),
        ("FROM a AS b\nUSER app\nFROM b\nRUN x", "app", None),
        ("ARG U=9\nFROM a\nARG U\nUSER ${U}:$U", "9", "9"),
    ],
)
def test_the_user_is_the_last_that_is_set(text: str, user: str, group: str | None) -> None:
    value = stage(text)

    assert (value["user"], value["group"]) == (user, group)


def test_a_user_that_nobody_set_is_decided_by_the_base_image() -> None:
    assert is_unknown(stage("RUN x")["user"])
    assert is_unknown(stage("FROM a AS b\nFROM b\n")["user"])


def test_a_base_that_may_be_an_earlier_stage_leaves_everything_open() -> None:
    resources = stages("FROM a AS build-arm\nUSER x\nFROM b AS other\nFROM build-$TARGETARCH\n")

    assert is_unknown(resources[2].value["base"]["stage"])
    assert is_unknown(resources[2].value["user"])
    assert is_unknown(resources[0].value["shipped"])


def test_a_base_that_may_be_scratch_is_not_told_to_be() -> None:
    assert is_unknown(stage("ARG B\nFROM $B\n")["base"]["scratch"])
    assert stage("ARG B\nFROM x/$B\n")["base"]["scratch"] is False


def test_settings_in_effect_come_from_the_stage_below() -> None:
    text = 'FROM a AS a\nSHELL ["/bin/bash", "-c"]\nWORKDIR /x\nCMD run\nHEALTHCHECK CMD y\nFROM a\nWORKDIR y\n'

    value = stage(text)

    assert value["shell"] == ["/bin/bash", "-c"]
    assert value["workdir"] == "/x/y"
    assert value["cmd"] == {"form": "shell", "text": "run", "json": None}
    assert value["healthcheck"] is True
    assert stages(text)[1].spots["shell"] == (2, 1)


def test_an_entry_point_drops_the_command_of_the_base() -> None:
    assert stage("ENTRYPOINT x")["cmd"] is None
    assert is_unknown(stage("RUN x")["cmd"])
    assert stage("CMD a\nENTRYPOINT x")["cmd"]["text"] == "a"


def test_health_checks() -> None:
    value = stage('HEALTHCHECK --interval=5s --start-period=1m CMD ["curl", "x"]')

    assert value["health"] == {
        "form": "exec", "text": "curl x", "json": ["curl", "x"], "interval": "5s", "start_period": "1m",
    }  # fmt: skip
    assert stage("HEALTHCHECK none")["healthcheck"] == "none"
    assert stage("RUN x")["healthcheck"] is False


def test_literal_secrets_are_told_but_not_kept() -> None:
    resources, _ = read("FROM a\nENV API_TOKEN=hunter2 B=c\nENV DB_PASSWORD hunter2 hunter2\nARG SECRET=hunter2\n")

    (stage,) = resources[1:]
    assert stage.value["env"] == [
        {"name": "API_TOKEN", "literal": True, "secret_name": True, "like": "text", "value": None},
        {"name": "B", "literal": True, "secret_name": False, "like": "text", "value": "c"},
        {"name": "DB_PASSWORD", "literal": True, "secret_name": True, "like": "text", "value": None},
    ]
    assert "hunter2" not in repr(resources)
    assert stage.spots["env/1"] == (2, 23)


def test_a_secret_from_an_argument_is_no_literal() -> None:
    value = stage("ARG TOKEN\nENV TOKEN=$TOKEN")

    assert value["env"][0]["literal"] is False
    assert is_unknown(value["env"][0]["like"])


def test_variables_of_one_instruction_are_those_before_it() -> None:
    assert [each["value"] for each in stage("ENV a=1\nENV a=2 b=$a\nENV c=$b")["env"]] == ["1", "2", "1", "1"]


def test_copies() -> None:
    text = (
        "FROM a AS build\nFROM b\nCOPY --from=build --chown=u:g --chmod=777 --link x y /z/\nCOPY --from=0 x /\n"
        "COPY --from=nginx:1 x /\nADD --checksum=sha256:ff https://example.com/x.tgz /\nADD <<EOF /x\nbody\nEOF\n"
        'COPY ["a b", "/c"]\nADD $URL /\n'
    )

    copies = stage(text)["copies"]

    assert copies[0] == {
        "op": "COPY", "sources": ["x", "y"], "destination": "/z/", "from": "build", "chown": "u:g", "chmod": "777",
        "checksum": None, "from_stage": "Dockerfile#build", "link": True, "heredoc": False, "remote": False,
    }  # fmt: skip
    assert [each["from_stage"] for each in copies[1:3]] == ["Dockerfile#build", None]
    assert (copies[3]["remote"], copies[3]["checksum"]) == (True, "sha256:ff")
    assert (copies[4]["heredoc"], copies[4]["sources"], copies[4]["destination"]) == (True, [], "/x")
    assert copies[5]["sources"] == ["a b"]
    assert is_unknown(copies[6]["remote"])


def test_ports() -> None:
    ports = stage("ARG P\nARG Q=22\nEXPOSE 80 53/udp 8000-8010 $P/udp $Q x")["exposes"]

    assert ports[:3] == [
        {"port": 80, "end_port": 80, "protocol": "tcp"},
        {"port": 53, "end_port": 53, "protocol": "udp"},
        {"port": 8000, "end_port": 8010, "protocol": "tcp"},
    ]
    assert is_unknown(ports[3]["port"])
    assert ports[3]["protocol"] == "udp"
    assert ports[4]["port"] == 22
    assert is_unknown(ports[5]["port"])


def test_the_rest_of_a_stage() -> None:
    value = stage(
        'LABEL a=b "c d"="e $A f"\nVOLUME /x /y\nVOLUME ["/z"]\nSTOPSIGNAL 9\nMAINTAINER me <m@example.com>\n'
        "ONBUILD RUN x\nWORKDIR x\n"
    )

    assert value["labels"]["a"] == "b"
    assert isinstance(value["labels"]["c d"], Composite)
    assert value["volumes"] == ["/x", "/y", "/z"]
    assert (value["stop_signal"], value["maintainer"]) == ("9", "me <m@example.com>")
    assert value["onbuild"][0]["op"] == "RUN"
    assert isinstance(value["workdir"], Composite)


def test_commands_of_every_form_of_run() -> None:
    value = stage(
        'RUN curl x | sh\nRUN ["sh", "-c", "wget y"]\nRUN <<EOF\n#!/bin/bash -e\nnpm ci\nEOF\n'
        "RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n"
    )

    assert [(each["program"], each["run"]) for each in value["commands"]] == [
        ("curl", 0), ("sh", 0), ("sh", 1), ("wget", 1), ("npm", 2), ("env", 3), ("python3", 3),
    ]  # fmt: skip
    assert [each["form"] for each in value["instructions"]] == ["shell", "exec", "heredoc", "heredoc"]
    assert value["runs"][1] == "sh -c wget y"


@pytest.mark.parametrize(
    "text",
    [
        'SHELL ["powershell", "-Command"]\nRUN Get-Item x',
        "FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir",
        "# escape=`\nFROM x\nRUN dir",
    ],
)
def test_commands_of_another_shell_are_unknown(text: str) -> None:
    (command,) = stage(text)["commands"]

    assert is_unknown(command)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("FROM a\nFOO bar\nUSER x\n", 2),
        ("RUN x\nFROM a\nUSER x\n", 1),
        ("FROM a b\nUSER x\n", 1),
        ("FROM\nUSER x", 1),
        ("FROM a\nENV X\nUSER x", 2),
        ("FROM a\nENV A=b c\nUSER x", 2),
        ("FROM a\nCOPY x\nUSER x", 2),
        ("FROM a\nSHELL x\nUSER x", 2),
        ("FROM a\nHEALTHCHECK x\nUSER x", 2),
        ("FROM a\nONBUILD FROM x\nUSER x", 2),
        ("FROM a\nUSER\nUSER x", 2),
        ("FROM a\nWORKDIR ${a\nUSER x", 2),
        ("FROM a AS 1x\nUSER x", 1),
    ],
)
def test_what_is_wrong_is_a_gap_and_the_rest_is_read(text: str, line: int) -> None:
    resources, gaps = read(text)

    assert [gap.line for gap in gaps] == [line]
    assert resources[-1].value["user"] == "x"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"# only a comment\n", "no FROM"),
        (b"FROM a\n\0\0", "binary"),
        (b"FROM \xff\xfe", "UTF-8"),
    ],
)
def test_a_file_that_is_none_is_a_gap(tmp_path: Path, content: bytes, words: str) -> None:
    reading = read_all(FORMAT, plant(tmp_path, {"Dockerfile": content, "b/Dockerfile": b"\xef\xbb\xbfFROM a"}))

    assert [gap.file for gap in reading.gaps] == ["Dockerfile"]
    assert words in reading.gaps[0].why
    assert "b/Dockerfile#0" in by_address(reading)


@pytest.mark.parametrize("name", ["Dockerfile.j2", "Dockerfile"])
def test_a_template_of_dockerfiles_is_one_gap(tmp_path: Path, name: str) -> None:
    reading = read_all(FORMAT, plant(tmp_path, {name: "# x\n\n{% if x %}\nFROM a\n{% endif %}\n"}))

    assert len(reading.gaps) == 1
    assert reading.resources == []
