"""JMESPath where some of it is unknown: equal to the reference library where nothing is."""

from typing import Any

import jmespath
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.comparison import AtLeast
from bartizan.collect.query import compiled, focus
from bartizan.core.truth import Composite, Ref, Unknown

GONE = Unknown("not known")
REF = Ref("later", "aws_x.a", "arn")
SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "x", "y", "Enabled"])
DOCUMENTS = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)
EXPRESSIONS = (
    "a",
    "a.b",
    "a[0].b",
    "a[-1]",
    "a[].b",
    "a[*].b[]",
    "a[?b=='x']",
    "a[?b=='x' && c].a | [0]",
    "a || b",
    "a && b",
    "!a",
    "a == b",
    "a != `null`",
    "a < b",
    "[a, b]",
    "{x: a, y: b.c}",
    "a.*",
    "a[1:2]",
    "not_null(a, b, `1`)",
    "to_array(a)",
    "type(a)",
    "a[?b=='x' || b=='y'].c",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(document=DOCUMENTS)
def test_known_documents_read_as_the_reference_library_reads_them(expression: str, document: Any) -> None:
    try:
        expected = jmespath.search(expression, document)
    except TypeError:
        expected = None  # it compares a number with a text, where the standard says null

    assert compiled(expression)(document) == expected


@pytest.mark.parametrize(
    ("expression", "document", "expected"),
    [
        ("a == 'x'", {"a": GONE}, GONE),
        ("a == `null`", {"a": REF}, False),
        ("a != `null`", {"a": REF}, True),
        ("a == '*'", {"a": REF}, False),
        ("a == 'arn:x'", {"a": Composite("later", ("http:", REF))}, False),
        ("a || `true`", {"a": GONE}, True),
        ("a && `false`", {"a": GONE}, False),
        ("a[?b=='x'] | length(@) > `0`", {"a": [{"b": GONE}, {"b": "x"}]}, True),
        ("a[?b=='x'] | length(@) == `0`", {"a": [{"b": "y"}]}, True),
        ("contains(a, 'x')", {"a": [GONE, "x"]}, True),
        ("contains(a, 'x')", {"a": [GONE, "y"]}, GONE),
        ("length(a)", {"a": ["y", GONE]}, AtLeast("not known", 1)),
        ("length(a) > `0`", {"a": ["y", GONE]}, True),
        ("length(a) < `1`", {"a": ["y", GONE]}, False),
        ("not_null(a, `1`)", {"a": GONE}, GONE),
        ("a.b.c", {"a": GONE}, GONE),
        ("a[3]", {"a": [GONE]}, GONE),
        ("any(a)", {"a": [GONE, True]}, True),
        ("all(a)", {"a": [GONE, False]}, False),
        ("lower(a)", {"a": GONE}, GONE),
        ("starts_with(a, 'arn:')", {"a": Composite("later", ("arn:aws:", REF))}, True),
        ("flag(a)", {"a": "True"}, True),
        ("flag(a)", {"a": None}, None),
        ("from_json(a).b", {"a": '{"b": 1}'}, 1),
        ("from_json(a).b", {"a": {"b": 1}}, 1),
    ],
)
def test_unknown_stays_unknown_unless_the_rest_decides(expression: str, document: Any, expected: Any) -> None:
    assert compiled(expression)(document) == expected


@given(document=st.dictionaries(st.sampled_from("abc"), DOCUMENTS, min_size=1), hidden=st.sampled_from("abc"))
@pytest.mark.parametrize("expression", [e for e in EXPRESSIONS if "==" in e or "contains" in e])
def test_hiding_a_value_never_turns_an_answer(expression: str, document: dict[str, Any], hidden: str) -> None:
    """What is answered with a value hidden is what is answered with it seen."""
    query = compiled(f"({expression}) | type(@) == 'boolean' && @")
    before, after = query(document), query({**document, hidden: GONE} if hidden in document else document)

    assert isinstance(after, Unknown) or after == before


def test_a_flag_written_bare_is_refused() -> None:
    """In JMESPath `true` without backquotes is an attribute of that name, which is never what is meant."""
    with pytest.raises(ValueError, match="backquotes"):
        compiled("a == true")


@pytest.mark.parametrize(
    ("expression", "paths"),
    [
        ("a.b == 'x'", ("a/b",)),
        ("not_null(a[0].b, `false`)", ("a/0/b",)),
        ("length(a[?b=='x']) > `0`", ("a",)),
        ("a || b.c", ("a", "b/c")),
    ],
)
def test_focus_is_where_a_person_should_look(expression: str, paths: tuple[str, ...]) -> None:
    assert focus(expression) == paths
