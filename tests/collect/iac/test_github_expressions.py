"""What expressions of workflows read, and what of it can come out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.iac.github_actions.expression import expressions, parse


@pytest.mark.parametrize(
    ("text", "contexts", "flows"),
    [
        ("github.event.issue.title", ["github.event.issue.title"], ["github.event.issue.title"]),
        ("github['event']['issue'].title", ["github.event.issue.title"], ["github.event.issue.title"]),
        ("GitHub.Event.Issue.Title", ["github.event.issue.title"], ["github.event.issue.title"]),
        ("github.event.commits[0].message", ["github.event.commits.*.message"], ["github.event.commits.*.message"]),
        ("github.event.commits.*.message", ["github.event.commits.*.message"], ["github.event.commits.*.message"]),
        ("env[matrix.name]", ["matrix.name", "env.*"], ["env.*"]),
        ("github.event_name == 'push' && 'a' || 'b'", ["github.event_name"], []),
        ("github.event_name == 'push' && github.sha || inputs.x", None, ["github.sha", "inputs.x"]),
        ("!github.head_ref", ["github.head_ref"], []),
        ("contains(github.head_ref, 'x')", ["github.head_ref"], []),
        ("format('{0} {1}', github.head_ref, inputs.x)", None, ["github.head_ref", "inputs.x"]),
        ("toJSON(github.event)", ["github.event"], ["github.event"]),
        ("fromJSON(needs.a.outputs.b).c", None, ["needs.a.outputs.b"]),
        ("(github.actor)", ["github.actor"], ["github.actor"]),
        ("hashFiles('**/lock') != ''", [], []),
        ("'github.actor ''quoted'''", [], []),
        ("secrets.TOKEN", ["secrets.TOKEN"], ["secrets.TOKEN"]),
        ("true", [], []),
        ("", [], []),
    ],
)
def test_contexts_and_flows(text: str, contexts: list[str] | None, flows: list[str]) -> None:
    expression = parse(text)

    assert contexts is None or expression.contexts == contexts
    assert expression.flow.paths == flows


def test_expressions_are_found_with_their_offsets() -> None:
    text = "a ${{ github.sha }} b ${{ format('}}', inputs.x) }} c ${{ open"

    assert [(each.text, each.offset) for each in expressions(text)] == [
        ("github.sha", 2),
        ("format('}}', inputs.x)", 22),
    ]


def test_what_is_nested_too_deep_is_searched_for_contexts() -> None:
    expression = parse("(" * 5000 + "github.head_ref" + ")" * 5000)

    assert expression.contexts == ["github.head_ref"]
    assert expression.flow.paths == ["github.head_ref"]


@given(st.text(alphabet="ab.[]()'!&|=<>,*0 ", max_size=60) | st.text(max_size=30))
def test_any_text_is_parsed(text: str) -> None:
    expression = parse(text)

    assert set(expression.flow.paths) <= set(expression.contexts)
    assert list(expressions(f"${{{{{text}")) is not None
