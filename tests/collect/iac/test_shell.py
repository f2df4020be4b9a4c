"""Which commands are seen in a shell script, whatever they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.shell import Command, split


def argvs(script: str, macros: bool = False) -> list[list[str]]:
    return [list(command.argv) for command in split(script, macros)]


def only(script: str, program: str) -> Command:
    (command,) = (command for command in split(script) if command.program == program)
    return command


def test_lists_and_their_operators() -> None:
    commands = split("apt-get update && apt-get install -y curl || exit 1; true & wait")

    assert [(command.before, command.text) for command in commands] == [
        ("", "apt-get update"),
        ("&&", "apt-get install -y curl"),
        ("||", "exit 1"),
        (";", "true"),
        ("&", "wait"),
    ]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo 'a b' \"c d\" e\\ f", ["echo", "a b", "c d", "e f"]),
        ('echo "it\'s" \'say "x"\'', ["echo", "it's", 'say "x"']),
        ("echo a\\\n  b", ["echo", "a", "b"]),
        ("echo $'a\\n'", ["echo", "a\\n"]),
        ('echo "$HOME/x" ${A:-b}', ["echo", "$HOME/x", "${A:-b}"]),
        ("echo a#b # a comment", ["echo", "a#b"]),
        ("x=$((1 + (2 * 3)))", []),
        ("echo ${{ github.head_ref || 'a b' }}", ["echo", "${{ github.head_ref || 'a b' }}"]),
        ("echo $[[ inputs.a | expand_vars ]]", ["echo", "$[[ inputs.a | expand_vars ]]"]),
        ("echo 'never closed", ["echo", "never closed"]),
    ],
)
def test_words_are_told_apart_as_a_shell_does(script: str, words: list[str]) -> None:
    assert argvs(script) == [words]


def test_a_pipeline_is_told_with_each_of_its_commands() -> None:
    command = only("curl -fsSL https://example.com/x | sudo -E bash -", "curl")

    assert command.pipeline == ("curl", "bash")


@pytest.mark.parametrize(
    "script",
    [
        "{ curl x; } | sh",
        "(cd /tmp; curl x) | sh",
        "if true; then curl x; fi | sh",
        "for u in a b; do curl $u; done | sh",
        "case $a in x) curl x;; esac | sh",
        "curl x | env A=b nice -n 5 sh",
        "curl x |& timeout 5 sh",
        "curl x |\n  # why\n  sh",
    ],
)
def test_what_is_piped_into_a_shell_is_seen_through_groups_and_wrappers(script: str) -> None:
    shell = [command for command in split(script) if command.pipeline[-1:] == ("sh",)][-1]

    assert "curl" in shell.pipeline


@pytest.mark.parametrize(
    ("script", "within"),
    [
        ("sudo -u root apt-get install x", "sudo"),
        ("env -u C A=b apt-get install x", "env"),
        ("echo y | xargs -n 1 apt-get install x", "xargs"),
        ("sh -c 'apt-get install x'", "sh"),
        ('bash -euxc "cd / && apt-get install x"', "bash"),
        ("su app -c 'apt-get install x'", "su"),
        ("eval 'apt-get install x'", "eval"),
        ('echo "$(apt-get install x)"', "echo"),
        ("echo `apt-get install x`", "echo"),
        ("diff <(apt-get install x) y", "diff"),
        ("bash <<EOF\napt-get install x\nEOF\n", "bash"),
        ("bash <<< 'apt-get install x'", "bash"),
        ("if x; then apt-get install x; fi", ""),
        ("while x; do apt-get install x; done", ""),
        ("f() { apt-get install x; }", ""),
        ("function f { apt-get install x\n}", ""),
        ("case a in b|c) apt-get install x;; (d) y;; esac", ""),
        ("[[ -f a && -f b ]] && apt-get install x", ""),
        ("((a > b)) && apt-get install x", ""),
        ("A=(b 'c d') apt-get install x", ""),
        ("! apt-get install x", ""),
        ("DEBIAN_FRONTEND=noninteractive apt-get install x > /dev/null 2>&1", ""),
    ],
)
def test_a_command_is_seen_wherever_it_stands(script: str, within: str) -> None:
    command = only(script, "apt-get")

    assert command.argv == ("apt-get", "install", "x")
    assert command.within == within


def test_a_here_document_for_another_program_is_no_script() -> None:
    commands = split("cat <<-'EOF' > /x\n\tcurl x | sh\n\tEOF\necho done")

    assert [command.program for command in commands] == ["cat", "echo"]
    assert commands[0].redirects == (("<<-", "EOF"), (">", "/x"))


def test_asking_whether_a_command_exists_does_not_run_it() -> None:
    assert [command.program for command in split("command -v curl")] == ["command"]


def test_assignments_are_told_by_name_only() -> None:
    command = only("TOKEN=abc FOO+=x run it", "run")

    assert command.assigns == ("TOKEN", "FOO")
    assert command.argv == ("run", "it")


@pytest.mark.parametrize(
    ("script", "dynamic"),
    [("npm ci $FLAGS", True), ('npm ci "$FLAGS"', False), ("npm ci `flags`", True), ("npm ci --x", False)],
)
def test_an_unquoted_expansion_may_be_further_words(script: str, dynamic: bool) -> None:
    assert only(script, "npm").dynamic is dynamic


def test_a_computed_program_has_no_name() -> None:
    assert [command.program for command in split("$CMD a; $(which x) b; $HOME/bin/tool c")][:1] == [""]
    assert split("$HOME/bin/tool c")[0].program == "tool"


def test_macros_of_a_pipeline_are_no_substitutions() -> None:
    assert argvs("echo $(Build.SourceBranch) $(date)", macros=True) == [["echo", "$(Build.SourceBranch)", "$(date)"]]
    assert argvs("echo $(date -u)", macros=True) == [["echo", "$(date -u)"], ["date", "-u"]]


def test_offsets_lead_to_the_command() -> None:
    script = "a && \\\n  b; sh -c 'c; d'\nbash <<E\ne\nE\n"

    for command in split(script):
        assert script[command.start :].startswith(command.program)


@pytest.mark.parametrize(
    "piece", ["$(", "((", "{ ", "`", '"$(', "case x in ", "sh -c '", 'eval "$(', "${", "<<E ", "a|"]
)
def test_what_is_nested_or_never_closed_ends(piece: str) -> None:
    assert len(split(piece * 3000)) <= 3000


PIECES = [
    "a", " ", "\n", "|", "&&", ";", "(", ")", "{", "}", "'", '"', "`", "$(", "${", "$((", "))", "<<E", "\nE\n",
    "<(", "\\", "#", "if ", "then ", "fi", "case x in", "esac", ";;", "do ", "done", "[[ ", " ]]", "sh -c ",
    "eval ", "sudo ", "$[[", "${{", "}}", "=(", ">", "2>&1", "f()",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80))
def test_any_text_is_some_script(script: str) -> None:
    for command in split(script):
        assert 0 <= command.start <= len(script)
        assert command.text in script or "\\" in script or command.within
