"""The comment on a pull request: short enough, in one place, and nothing in a name is markup or mention."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from bartizan.core.attack import Edit
from bartizan.core.compared import Opened
from bartizan.report.paths import markdown
from tests.report.attack import ATTACKED, COMPARED, FIXES, MAIN, PATHS, REPAIR, hostile, long, several
from tests.report.conftest import Render
from tests.report.sample import HOSTILE_NAMES

EVIL = tuple(hostile(number) for number in range(len(HOSTILE_NAMES)))
OPENED = tuple(
    Opened(
        path=path,
        new=(0,),
        by=path.hops[0].causes,
        repair=replace(
            REPAIR,
            title=path.goal.node.name,
            manual=path.goal.node.name,
            edits=(Edit(file="a`b|c", before="```\n</details>", after=path.goal.node.name, line=1),),
        ),
    )
    for path in EVIL
)
HOSTILE = replace(COMPARED, base=HOSTILE_NAMES[5], head="a|b`@everyone", opened=OPENED, closed=OPENED)


def written(answer: Any) -> str:
    stream = StringIO()
    markdown.write(answer, stream)
    return stream.getvalue()


def test_the_comment_as_it_is_written(snapshot: SnapshotAssertion) -> None:
    assert written(COMPARED) == snapshot


@pytest.mark.parametrize("answer", [COMPARED, PATHS, FIXES], ids=lambda answer: type(answer).__name__)
def test_a_comment_begins_with_its_hidden_mark(answer: Any) -> None:
    first, *rest = written(answer).splitlines()

    assert first == markdown.MARKS[type(answer)]
    assert "<!--" not in "".join(rest)


@pytest.mark.parametrize("answer", [HOSTILE, several(*EVIL)], ids=["Compared", "Paths"])
def test_nothing_in_a_name_becomes_a_link_a_picture_or_a_tag(answer: Any) -> None:
    parser = MarkdownIt("commonmark").enable("table")

    tokens = parser.parse(written(answer))
    inner = [child for token in tokens for child in token.children or ()]
    tags = {child.content for child in inner if child.type == "html_inline"}

    assert not {token.type for token in (*tokens, *inner)} & {"link_open", "image"}
    assert tags <= {"<br>", "<sub>", "</sub>"}


def test_a_table_has_as_many_cells_in_every_row_whatever_the_names_are() -> None:
    parser = MarkdownIt("commonmark").enable("table")

    tokens = parser.parse(written(HOSTILE))
    cells = sum(token.type == "td_open" for token in tokens)

    assert sum(token.type == "tr_open" for token in tokens) == 2 * len(EVIL)
    assert cells == 5 * len(EVIL)


def test_names_outside_of_code_mention_nobody() -> None:
    text = re.sub(r"(`{3,})diff\n.*?\n\1\n", "", written(HOSTILE), flags=re.DOTALL)
    outside = re.sub(r"(`+)(?:(?!\1).)+\1", "", text)
    assert re.search(r"@\w|(?<!&)#\d|://", outside) is None


def test_a_change_cannot_close_the_block_it_is_shown_in() -> None:
    tokens = MarkdownIt("commonmark").parse(written(HOSTILE))
    blocks = [token for token in tokens if token.type == "fence"]

    assert len(blocks) == len(EVIL)
    assert all("</details>" in token.content for token in blocks)


def test_a_comment_of_many_long_paths_is_cut_and_says_so() -> None:
    many = replace(COMPARED, opened=[Opened(path=long(40), new=(1,))] * 30, closed=[Opened(path=MAIN, new=())] * 900)

    text = written(many)

    assert len(text) < 65_536
    assert re.search(r"_\d+ more opened paths not shown here", text)
    assert "more paths not shown here" in text
    assert "new finding" in text


def test_a_secret_in_a_proposed_change_is_hidden() -> None:
    edit = Edit(file="a.tf", before='password = "hunter2"', after="password = var.p", line=1)
    opened = Opened(path=MAIN, new=(0,), repair=replace(REPAIR, edits=(edit,)))

    text = written(replace(COMPARED, opened=(opened,)))

    assert '-password = "••••••"' in text
    assert "hunter2" not in text


def test_the_comment_of_a_scan_opens_with_its_paths(render: Render) -> None:
    text = render("markdown", ATTACKED)
    assert text.index("### Attack paths: 2 of 4") < text.index("<details>")
    assert "**act within 3 days** ◆ `deploy/web.yaml:2:1`" in text
