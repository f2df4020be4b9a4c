"""Shapes of Python."""

from __future__ import annotations

from bartizan.content.weaknesses.shapes.rule import (
    Shape,
    begins,
    both,
    either,
    field,
    holding,
    text,
    within,
    without,
)


def call(name: str, *given: Shape) -> Shape:
    """Return the shape of a call of a function whose whole name matches an expression."""
    return {"kind": "call", "all": [field("function", text(name)), *given]}


def argument(shape: Shape) -> Shape:
    """Return the shape of a call that is given something by its place or by name."""
    return field("arguments", {"has": either(shape, both({"kind": "keyword_argument"}, field("value", shape)))})


def first(shape: Shape) -> Shape:
    """Return the shape of a call whose first argument has a shape."""
    return field("arguments", {"has": {"all": [{"nthChild": 1}, shape]}})


def second(shape: Shape) -> Shape:
    """Return the shape of a call whose second argument has a shape."""
    return field("arguments", {"has": {"all": [{"nthChild": 2}, shape]}})


def keyword(name: str, value: Shape) -> Shape:
    """Return the shape of a call that is given a value of a shape by name."""
    named = both({"kind": "keyword_argument"}, field("name", text(name)), field("value", value))
    return field("arguments", {"has": named})


NO_KEYWORDS_SPREAD = without(field("arguments", {"has": {"kind": "dictionary_splat"}}))
"""A call all of whose named arguments can be seen."""


def unnamed(name: str) -> Shape:
    """Return the shape of a call that is certainly not given a value by name."""
    return both(without(keyword(name, {"regex": "."})), NO_KEYWORDS_SPREAD)


def imports(module: str) -> Shape:
    """Return the shape of what stands in a file that imports a module."""
    statement = both(
        either({"kind": "import_statement"}, {"kind": "import_from_statement"}),
        {"regex": rf"^(?:import|from)\s[^#]*\b(?:{module})\b"},
    )
    return {"inside": {"kind": "module", "stopBy": "end", "has": {"stopBy": "end", **statement}}}


LITERAL = both({"kind": "string"}, without({"has": {"kind": "interpolation"}}))
"""A text that is written out."""
CONSTANT_NAME = {"regex": r"^(?:\w+\.)*_?[A-Z][A-Z0-9_]*$"}
"""A name that is a constant by convention."""
_FILLED = both(
    {"kind": "string"},
    {"has": {"kind": "interpolation", "not": {"regex": r"^\{\s*(?:\w+\.)*_?[A-Z][A-Z0-9_]*\s*(?:![rsa])?\}$"}}},
)
_PERCENT = both(
    {"kind": "binary_operator"},
    field("operator", text("%")),
    field("left", either({"kind": "string"}, {"kind": "concatenated_string"}, {"kind": "parenthesized_expression"})),
    without(field("right", CONSTANT_NAME)),
)
_PLUS = both(
    {"kind": "binary_operator"},
    field("operator", text(r"\+")),
    holding({"kind": "string"}),
    holding(
        both(
            either({"kind": "identifier"}, {"kind": "attribute"}, {"kind": "call"}, {"kind": "subscript"}),
            without(CONSTANT_NAME),
            {"inside": {"kind": "binary_operator"}},
        )
    ),
)
_FORMAT = both(
    {"kind": "call"},
    field("function", both({"kind": "attribute"}, field("attribute", text("format")))),
    field("arguments", {"has": {"not": CONSTANT_NAME}}),
    field("function", field("object", either({"kind": "string"}, {"kind": "concatenated_string"}))),
)
_JOINED = both({"kind": "concatenated_string"}, {"has": _FILLED})
BUILT = either(_FILLED, _PERCENT, _PLUS, _FORMAT, _JOINED, both({"kind": "parenthesized_expression"}, {"has": _JOINED}))
"""A text that is put together from values."""
REQUEST = both(
    either({"kind": "call"}, {"kind": "subscript"}, {"kind": "attribute"}, {"kind": "await"}),
    begins(
        r"(?:await )?(?:flask\.|self\.|bottle\.|cherrypy\.)?request\.(?:args|form|values|json|data|files|headers"
        r"|cookies|GET|POST|COOKIES|META|FILES|query_params|path_params|query_string|get_json|get_data|body|stream|query"
        r"|forms|params|match_info|rel_url|url|view_args|full_path|path|POST)\b|(?:self\.)?get_(?:query_|body_)?arguments?\("
    ),
)
"""What whoever sends a request decides: Flask, Django, FastAPI, aiohttp, Bottle, Tornado."""
_ROUTE = both(
    {"kind": "decorated_definition"},
    {"has": {"kind": "decorator", "regex": r"^@[\w.]*\.(?:route|get|post|put|patch|delete|websocket|api_route)\("}},
)
_NO_TEXT = {"has": {"field": "type", "regex": r"^(?:int|float|bool|complex|UUID|uuid\.UUID|date|datetime)\b"}}
_TYPED = either({"kind": "typed_parameter"}, {"kind": "typed_default_parameter"}, {"kind": "default_parameter"})


def parameter(name: str = "$NAME") -> Shape:
    """Return the shape of a variable that is a parameter of a function that answers requests."""
    bare = {"kind": "identifier", "pattern": name}
    named = either(bare, both(_TYPED, without(_NO_TEXT), {"has": bare}))
    handler = both({"kind": "function_definition"}, {"inside": _ROUTE}, field("parameters", {"has": named}))
    return {"kind": "identifier", "all": [{"pattern": name}, within(handler)]}


def assigned(shape: Shape, name: str = "$NAME") -> Shape:
    """Return the shape of a variable that is assigned, in the same function, a value of a shape."""
    assignment = both({"kind": "assignment"}, field("left", {"pattern": name}), field("right", shape))
    function = {"kind": "function_definition", "has": {"stopBy": "end", **assignment}}
    return {"kind": "identifier", "all": [{"pattern": name}, within(function)]}


def tainted(name: str = "$NAME") -> Shape:
    """Return the shape of a value that whoever sends a request decides, or of a variable that is given one."""
    return either(REQUEST, assigned(REQUEST, name), parameter(name))


TAINTED = tainted()
"""A value that whoever sends a request decides, or a variable that is given one."""
PART = tainted("$PART")
"""A value of a request, as a part of a text."""
_PARTLY = both(BUILT, holding(PART))
TAINTED_TEXT = either(TAINTED, _PARTLY, assigned(_PARTLY))
"""The same, or a text with such a value in it."""
BUILT_TEXT = either(BUILT, assigned(BUILT))
"""A text that is put together from values, or a variable that is given one."""
_CHOICE = r"\.choices\[0\](?:\.message(?:\.content|\[.content.\])|\.text|\[.(?:text|message).\].*)"
ANSWER = both(
    either({"kind": "call"}, {"kind": "subscript"}, {"kind": "attribute"}, {"kind": "await"}),
    either(
        {"regex": rf"{_CHOICE}(?:\.\w+\(\))?$"},
        {"regex": r"\.(?:messages|responses)\.create\((?s:.*)\)\.(?:content\[0\]\.text|output_text)(?:\.strip\(\))?$"},
        begins(
            r"(?:await )?(?:self\.)?(?:llm|chat_?model|chat|chain|llm_chain|agent|agent_executor|\w+_llm)"
            r"\.(?:invoke|ainvoke|predict|run|generate|complete|call|__call__|chat)\("
        ),
        begins(r"(?:await )?(?:self\.)?(?:model|gemini|genai_model|client\.models)\.generate_content\("),
        begins(r"(?:await )?(?:ollama\.(?:chat|generate)|litellm\.completion|openai\.\w+\.create|completion)\("),
    ),
)
"""What a language model answers: by the libraries of OpenAI, Anthropic, Google, LangChain, Ollama, LiteLLM."""
FALSE = {"kind": "false"}
TRUE = {"kind": "true"}
NONE = {"kind": "none"}
