"""Markdown: fit for a comment, and nothing in a name is markup."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from bartizan.core.finding import Verdict
from bartizan.report import Look
from tests.report.conftest import Render
from tests.report.sample import large

OWN_TAGS = {"details", "summary", "b", "code"}


def test_the_comment_as_it_is_written(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("markdown") == snapshot


def test_nothing_in_a_name_becomes_a_link_a_picture_or_a_tag(render: Render) -> None:
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(render("markdown", look=Look(verbose=True, show=frozenset(Verdict))))
    inner = [child for token in tokens for child in token.children or ()]

    assert not {token.type for token in (*tokens, *inner)} & {"link_open", "image", "html_inline"}
    blocks = "".join(token.content for token in tokens if token.type == "html_block")
    assert set(re.findall(r"</?(\w+)", blocks)) == OWN_TAGS


def test_names_outside_of_code_mention_nobody(render: Render) -> None:
    outside = re.sub(r"(`+)(?:(?!\1).)+\1", "", render("markdown"))
    assert re.search(r"@\w|(?<!&)#\d|://", outside) is None


def test_many_findings_fit_in_a_comment_and_the_rest_is_counted(render: Render) -> None:
    text = render("markdown", large(5000))
    assert len(text) < 65_536
    assert "and 615 more places" in text


def test_everything_is_listed_when_verbose(render: Render, root: Path) -> None:
    text = render("markdown", large(3000), Look(root=root, verbose=True))
    assert "more place" not in text
    assert text.count("aws_s3_bucket.b") == 3000
