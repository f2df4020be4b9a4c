"""Shapes of Go."""

from __future__ import annotations

from bartizan.content.weaknesses.shapes.rule import Shape, begins, both, either, field, holding, text, within, without


def call(name: str, *given: Shape) -> Shape:
    """Return the shape of a call of a function whose whole name matches an expression."""
    return {"kind": "call_expression", "all": [field("function", text(name)), *given]}


def argument(shape: Shape) -> Shape:
    """Return the shape of a call that is given something."""
    return field("arguments", {"has": shape})


def at(position: int, shape: Shape) -> Shape:
    """Return the shape of a call whose argument at a position, from 1, has a shape."""
    return field("arguments", {"has": {"all": [{"nthChild": position}, shape]}})


def keyed(type: str, name: str, value: Shape) -> Shape:
    """Return the shape of a composite literal of a type that has a value of a shape by a name."""
    return both(
        {"kind": "composite_literal"},
        field("type", text(type)),
        field("body", {"has": element(name, value)}),
    )


def element(name: str, value: Shape) -> Shape:
    """Return the shape of a key and a value in a composite literal."""
    return both(
        {"kind": "keyed_element"},
        {"has": {"all": [{"nthChild": 1}, text(name)]}},
        {"has": {"all": [{"nthChild": 2}, {"has": value}]}},
    )


def unkeyed(type: str, *names: str) -> Shape:
    """Return the shape of a composite literal of a type that has none of some names."""
    return both(
        {"kind": "composite_literal"},
        field("type", text(type)),
        *(without(field("body", {"has": both({"kind": "keyed_element"}, begins(rf"{name}\s*:"))})) for name in names),
    )


def imports(path: str) -> Shape:
    """Return the shape of what stands in a file that imports a package."""
    spec = both({"kind": "import_spec"}, field("path", text(rf'"{path}"')))
    return {"inside": {"kind": "source_file", "stopBy": "end", "has": {"stopBy": "end", **spec}}}


LITERAL = either({"kind": "interpreted_string_literal"}, {"kind": "raw_string_literal"})
"""A text that is written out."""
_VALUE = either(
    {"kind": "identifier"}, {"kind": "selector_expression"}, {"kind": "call_expression"}, {"kind": "index_expression"}
)
_PLUS = both(
    {"kind": "binary_expression"},
    field("operator", text(r"\+")),
    holding(LITERAL),
    holding(
        both(
            _VALUE,
            without(text(r"(?:\w+\.)?[A-Z][A-Za-z0-9_]*|strconv\.\w+\(.*\)")),
            {"inside": {"kind": "binary_expression"}},
        )
    ),
)
_SPRINTF = both(
    {"kind": "call_expression"},
    field("function", text(r"fmt\.(?:Sprintf|Sprint|Sprintln)")),
    field("arguments", both({"has": {"all": [{"nthChild": 2}]}}, {"regex": r"%[+\-#]?[svq]|^\([^\"]"})),
)
BUILT = either(_PLUS, _SPRINTF)
"""A text that is put together from values."""
REQUEST = both(
    either({"kind": "call_expression"}, {"kind": "selector_expression"}, {"kind": "index_expression"}),
    begins(
        r"(?:r|req|request)\.(?:URL\.Query\(\)|FormValue\(|PostFormValue\(|Form\b|PostForm\b|Header\.Get\(|URL\.(?:Path|RawQuery"
        r"|RequestURI)\b|PathValue\(|RequestURI\b|Body\b)|mux\.Vars\(|chi\.URLParam\(|(?:c|ctx|ec|e|gc)\.(?:Query|Param|PostForm"
        r"|DefaultQuery|DefaultPostForm|QueryParam|FormValue|Params|GetHeader|GetRawData|FormFile)\(|ps\.ByName\("
    ),
)
"""What whoever sends a request decides: net/http, Gorilla, chi, Gin, Echo, Fiber."""
FUNCTION = either({"kind": "function_declaration"}, {"kind": "method_declaration"}, {"kind": "func_literal"})


def assigned(shape: Shape, name: str = "$NAME") -> Shape:
    """Return the shape of a variable that is given, in the same function, a value of a shape."""
    named = {"has": {"all": [{"nthChild": 1}, {"pattern": name}]}}
    valued = {"has": {"all": [{"nthChild": 1}, shape]}}
    declared = both({"kind": "short_var_declaration"}, field("left", named), field("right", valued))
    changed = both({"kind": "assignment_statement"}, field("left", named), field("right", valued))
    spec = both({"kind": "var_spec"}, field("name", {"pattern": name}), field("value", valued))
    function = both(FUNCTION, holding(either(declared, changed, spec)))
    return {"kind": "identifier", "all": [{"pattern": name}, within(function)]}


TAINTED = either(REQUEST, assigned(REQUEST))
"""A value that whoever sends a request decides, or a variable that is given one."""
PART = either(REQUEST, assigned(REQUEST, "$PART"))
"""A value of a request, as a part of a text."""
_PARTLY = both(BUILT, holding(PART))
TAINTED_TEXT = either(TAINTED, _PARTLY, assigned(_PARTLY))
"""The same, or a text with such a value in it."""
BUILT_TEXT = either(BUILT, assigned(BUILT))
"""A text that is put together from values, or a variable that is given one."""
TRUE = text("true")
