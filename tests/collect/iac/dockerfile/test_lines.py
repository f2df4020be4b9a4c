"""How the lines of a Dockerfile make instructions."""

from __future__ import annotations

import pytest

from bartizan.collect.iac.dockerfile.instruction import parse
from bartizan.collect.iac.dockerfile.line import read_lines
from tests.collect.iac.dockerfile.reading import read


def texts(text: str) -> list[str]:
    return [line.placed.text for line in read_lines(text).lines]


def test_continuations_drop_comments_and_empty_lines() -> None:
    assert texts("RUN a && \\\n  # why\n\n  b \\ \n  c\n") == ["RUN a &&   b   c"]


def test_a_doubled_escape_does_not_continue() -> None:
    assert texts("RUN a \\\\\nRUN b") == ["RUN a \\\\", "RUN b"]


def test_the_escape_directive_changes_what_continues() -> None:
    assert texts("# escape=`\nRUN a `\n b\\\nRUN c") == ["RUN a  b\\", "RUN c"]


@pytest.mark.parametrize("before", ["# a comment\n", "\n", "# unknown=x\n", "FROM a\n"])
def test_a_directive_counts_only_at_the_very_top(before: str) -> None:
    assert read_lines(f"{before}# escape=`\n").escape == "\\"


def test_directives_are_told() -> None:
    lines = read_lines("#!/usr/bin/env docker\n# syntax = docker/dockerfile:1.7 \n#check=skip=all\nFROM a")

    assert lines.directives == {"syntax": "docker/dockerfile:1.7", "check": "skip=all"}


def test_a_bad_or_repeated_directive_is_told() -> None:
    assert [line for _, line in read_lines("# escape=x\n# escape=`\nFROM a").faults] == [1, 2]


def test_windows_line_endings_are_no_part_of_an_instruction() -> None:
    assert texts("FROM a\r\nRUN b \\\r\n  c\r\n") == ["FROM a", "RUN b   c"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("RUN <<EOF", ["EOF"]),
        ("RUN <<-'EOF' cat", ["EOF"]),
        ('COPY <<a <<"b" /x/', ["a", "b"]),
        ("RUN cat << EOF", ["EOF"]),
        ("ONBUILD RUN <<EOF", ["EOF"]),
        ("RUN --mount=type=cache,target=/x <<EOF", ["EOF"]),
        ("RUN cat <<< word", []),
        ("RUN echo 'a <<EOF b'", []),
        ('RUN ["cat", "<<EOF"]', []),
        ("RUN cat<<EOF", []),
        ("ENV a=<<EOF", []),
        ("RUN echo it's <<EOF", []),
    ],
)
def test_here_documents_are_recognised_as_the_builder_does(line: str, names: list[str]) -> None:
    bodies = "".join(f"body of {name}\n{name}\n" for name in names)

    (first, *_) = read_lines(f"{line}\n{bodies}USER x\n").lines

    assert [heredoc.name for heredoc in first.heredocs] == names
    assert [heredoc.body for heredoc in first.heredocs] == [f"body of {name}\n" for name in names]


def test_a_here_document_ends_at_its_name_alone() -> None:
    (line, after) = read_lines("RUN <<-EOF\n\tEOF x\n EOF\n\tEOF\nUSER a").lines

    assert line.heredocs[0].body == "\tEOF x\n EOF\n"
    assert after.placed.text == "USER a"


def test_a_here_document_that_never_ends_is_a_gap() -> None:
    _, gaps = read("FROM a\nRUN <<EOF\nls\n")

    assert [(gap.line, "EOF" in gap.why) for gap in gaps] == [(2, True)]


def test_flags_are_told_from_arguments() -> None:
    (line,) = read_lines("COPY --from=b --chown='a b' --link --link=false -- --x /y").lines

    instruction = parse(line)

    assert instruction.flags == {"from": "b", "chown": "a b", "link": False}
    assert instruction.rest == "--x /y"


def test_flags_that_repeat_are_a_list() -> None:
    (line,) = read_lines("RUN --mount=type=secret,id=a --mount=type=ssh --network=host make --jobs=4").lines

    instruction = parse(line)

    assert instruction.flags == {"mount": ["type=secret,id=a", "type=ssh"], "network": "host"}
    assert instruction.rest == "make --jobs=4"


@pytest.mark.parametrize(
    ("text", "form", "array"),
    [
        ('CMD ["a", "b c"]', "exec", ("a", "b c")),
        ("CMD ['a']", "shell", None),
        ('CMD ["a"] b', "shell", None),
        ('cmd  [ "a" ]  ', "exec", ("a",)),
        ("CMD []", "exec", ()),
        ('HEALTHCHECK --retries=3 CMD ["a"]', "exec", ("a",)),
        ('USER ["a"]', "shell", None),
    ],
)
def test_json_arrays_are_the_exec_form(text: str, form: str, array: tuple[str, ...] | None) -> None:
    (line,) = read_lines(text).lines

    assert (parse(line).form, parse(line).array) == (form, array)


def test_an_array_of_something_else_than_texts_is_a_gap() -> None:
    _, gaps = read('FROM a\nCMD ["a", 1]')

    assert [gap.line for gap in gaps] == [2]


def test_places_lead_through_continuations_and_here_documents() -> None:
    resources, _ = read("FROM a\nRUN x \\\n    && curl y\nRUN <<E\n  wget z\nE\nRUN bash <<E\nls\nE\n")

    commands = {command["program"]: index for index, command in enumerate(resources[1].value["commands"])}
    spots = resources[1].spots
    assert resources[1].place.end_line == 9
    assert spots[f"commands/{commands['curl']}"] == (3, 8)
    assert spots[f"commands/{commands['wget']}"] == (5, 3)
    assert spots[f"commands/{commands['ls']}"] == (8, 1)
