"""Escapes: what each output language would take for more than text."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.report.escape import (
    azure_data,
    azure_text,
    code_span,
    csv_cell,
    github_data,
    github_property,
    html,
    html_prose,
    markdown,
    uri,
    visible,
)


def test_terminal_commands_are_written_out() -> None:
    assert visible("\x1b[2J\x07\x9b") == "\\x1b[2J\\x07\\x9b"


def test_text_that_reorders_or_hides_is_written_out() -> None:
    assert visible("a\u202eb\u200bc\ufeff\U000e0041") == "a\\u202eb\\u200bc\\ufeff\\U000e0041"


def test_line_breaks_of_every_kind_are_written_out() -> None:
    assert visible("a\nb\r\tc\u2028d\x85e") == "a\\nb\\r\\tc\\u2028d\\x85e"


def test_bytes_of_a_file_name_that_are_no_text_are_told_as_bytes() -> None:
    assert visible("caf\udce9") == "caf\\xe9"


def test_ordinary_text_of_any_language_stays() -> None:
    assert visible("größe 名前 naïve 🙂 a\ufffdb") == "größe 名前 naïve 🙂 a\ufffdb"


def test_markup_is_text_in_html_also_within_quotes() -> None:
    assert html("<a href=\"x\" title='y'>&") == "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;"


def test_code_in_prose_is_escaped_too() -> None:
    assert html_prose("set `<b>` & `") == "set <code>&lt;b&gt;</code> &amp; `"


def test_markdown_prose_is_neither_markup_nor_link_nor_mention() -> None:
    assert markdown("[a](b) *c* <d> @all #12 http://x") == (
        "\\[a\\](b) \\*c\\* \\<d\\> @\u2060all #\u206012 http:\u2060//x"
    )


def test_code_in_markdown_prose_stays_code() -> None:
    assert markdown("set `a_b` to `*`") == "set `a_b` to `*`"


@pytest.mark.parametrize(
    ("text", "span"),
    [("plain", "`plain`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", "` `"), (" x ", "`  x  `")],
)
def test_a_code_span_holds_any_backticks(text: str, span: str) -> None:
    assert code_span(text) == span


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\uff1d1"])
def test_formulas_are_neutralised_in_cells(start: str) -> None:
    assert csv_cell(start) == f"'{start}"


def test_tabs_and_returns_do_not_lead_a_cell() -> None:
    assert csv_cell("\t=1") == "\\t=1"


@given(st.text())
def test_a_cell_never_starts_a_formula(text: str) -> None:
    line = StringIO()
    csv.writer(line).writerow([csv_cell(text)])

    (cell,) = next(csv.reader(StringIO(line.getvalue(), newline="")))

    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_a_github_message_keeps_its_line_breaks_and_nothing_else() -> None:
    assert github_data("a%\nb\x1b") == "a%25%0Ab\\x1b"


def test_a_github_property_ends_where_it_should() -> None:
    assert github_property("a,b:c\nd") == "a%2Cb%3Ac\\nd"


def test_an_azure_property_ends_where_it_should() -> None:
    assert azure_data("a;b]c%3B") == "a%3Bb%5Dc%AZP253B"


@pytest.mark.parametrize("command", ["##vso[task.complete]", "x ##VSO[a]", "##[error]x", "###[group]", "##\u200b[x]"])
def test_no_azure_command_hides_in_a_line(command: str) -> None:
    assert "##[" not in azure_text(command)
    assert "##vso[" not in azure_text(command).lower()


def test_a_path_becomes_a_relative_uri() -> None:
    assert uri("a b/c:d#e?f%.tf") == "a%20b/c%3Ad%23e%3Ff%25.tf"


def test_a_path_that_is_no_text_keeps_its_bytes() -> None:
    assert uri("caf\udce9") == "caf%E9"
    assert uri("half\ud800") == "half%ED%A0%80"
