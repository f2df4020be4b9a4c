"""Shapes of JavaScript and TypeScript."""

from __future__ import annotations

from bartizan.content.weaknesses.shapes.rule import Shape, begins, both, either, field, holding, text, within, without


def call(name: str, *given: Shape) -> Shape:
    """Return the shape of a call of a function whose whole name matches an expression."""
    return {"kind": "call_expression", "all": [field("function", text(name)), *given]}


def new(name: str, *given: Shape) -> Shape:
    """Return the shape of an object made by a constructor whose whole name matches an expression."""
    return {"kind": "new_expression", "all": [field("constructor", text(name)), *given]}


def argument(shape: Shape) -> Shape:
    """Return the shape of a call that is given something."""
    return field("arguments", {"has": shape})


def at(position: int, shape: Shape) -> Shape:
    """Return the shape of a call whose argument at a position, from 1, has a shape."""
    return field("arguments", {"has": {"all": [{"nthChild": position}, shape]}})


def pair(name: str, value: Shape) -> Shape:
    """Return the shape of an object literal that has a value of a shape by a name."""
    return both({"kind": "object"}, {"has": _pair(name, value)})


def _pair(name: str, value: Shape) -> Shape:
    return both({"kind": "pair"}, field("key", text(rf"""["']?(?:{name})["']?""")), field("value", value))


def unpaired(name: str) -> Shape:
    """Return the shape of an object literal that certainly has no value by a name."""
    shorthand = both({"kind": "shorthand_property_identifier"}, text(name))
    method = both({"kind": "method_definition"}, field("name", text(name)))
    return both(
        {"kind": "object"},
        without({"has": either(_pair(name, {"regex": "."}), shorthand, method, {"kind": "spread_element"})}),
    )


def imports(module: str) -> Shape:
    """Return the shape of what stands in a file that imports a module, or requires it."""
    named = rf"""["'](?:node:)?(?:{module})["']"""
    statement = both({"kind": "import_statement"}, {"regex": rf"{named};?\s*$"})
    required = {"kind": "call_expression", "regex": rf"^require\(\s*{named}\s*\)$"}
    return {"inside": {"kind": "program", "stopBy": "end", "has": {"stopBy": "end", **either(statement, required)}}}


STRING = {"kind": "string"}
LITERAL = either(STRING, both({"kind": "template_string"}, without({"has": {"kind": "template_substitution"}})))
"""A text that is written out."""
VALUE = either(
    {"kind": "identifier"},
    {"kind": "member_expression"},
    {"kind": "call_expression"},
    {"kind": "subscript_expression"},
    {"kind": "await_expression"},
)
"""A value that is not written out."""
CONSTANT_NAME = {"regex": r"^(?:\w+\.)*[A-Z][A-Z0-9_]*$"}
"""A name that is a constant by convention."""
_FILLED = both(
    {"kind": "template_string"},
    {
        "has": {
            "kind": "template_substitution",
            "not": {"regex": r"^\$\{\s*(?:(?:\w+\.)*[A-Z][A-Z0-9_]*|\w+\.(?:length|\w+Id|size))\s*\}$"},
        }
    },
)
_PLUS = both(
    {"kind": "binary_expression"},
    field("operator", text(r"\+")),
    holding(LITERAL),
    holding(both(VALUE, without(CONSTANT_NAME), {"inside": {"kind": "binary_expression"}})),
)
_FORMAT = both(
    {"kind": "call_expression"},
    field("function", text(r"(?:util\.)?format|sprintf")),
    field("arguments", {"has": {"all": [{"nthChild": 2}]}}),
)
BUILT = either(_FILLED, _PLUS, _FORMAT)
"""A text that is put together from values."""
FUNCTION = either(
    {"kind": "function_declaration"},
    {"kind": "arrow_function"},
    {"kind": "function_expression"},
    {"kind": "method_definition"},
    {"kind": "generator_function_declaration"},
)
_COMPARED = both({"kind": "binary_expression"}, field("operator", text(r"[!=]==?|[<>]=?|in|instanceof")))
REQUEST = both(
    begins(
        r"(?:await )?(?:(?:this\.)?(?:req|request|ctx|ctx\.req|ctx\.request|context\.request)\.(?:query|body|params"
        r"|headers|cookies|signedCookies|param\(|get\(|header\(|json\(|text\(|formData\(|originalUrl|rawBody|files?\b"
        r"|nextUrl)|event\.(?:queryStringParameters|pathParameters|body|headers)\b"
        r"|(?:url|nextUrl|req\.nextUrl|request\.nextUrl)?\.?searchParams\.get\()"
    ),
    without(either({"kind": "ternary_expression"}, {"kind": "sequence_expression"}, _COMPARED)),
)
"""What whoever sends a request decides: Express, Koa, Fastify, Next, Lambda."""


def assigned(shape: Shape, name: str = "$NAME") -> Shape:
    """Return the shape of a variable that is given, in the same function, a value of a shape or a part of one."""
    pattern = {
        "has": either(
            both({"kind": "shorthand_property_identifier_pattern"}, {"pattern": name}),
            both({"kind": "pair_pattern"}, field("value", {"pattern": name})),
            both(
                {"kind": "object_assignment_pattern"},
                field("left", both({"kind": "shorthand_property_identifier_pattern"}, {"pattern": name})),
            ),
        )
    }
    target = field("name", either({"pattern": name}, both({"kind": "object_pattern"}, pattern)))
    declared = both({"kind": "variable_declarator"}, target, field("value", shape))
    assignment = both({"kind": "assignment_expression"}, field("left", {"pattern": name}), field("right", shape))
    function = both(FUNCTION, holding(either(declared, assignment)))
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
ANSWER = both(
    either({"kind": "call_expression"}, {"kind": "member_expression"}, {"kind": "await_expression"}),
    either(
        {"regex": r"\.choices\[0\]\??\.(?:message\??\.content|text|delta\.content)(?:\.trim\(\))?$"},
        {"regex": r"(?:^|\.)(?:content\[0\]\.text|output_text)$"},
        begins(r"(?:await )?(?:generateText|streamText|generateObject)\("),
        begins(r"(?:await )?(?:this\.)?(?:llm|chain|agent|chatModel|\w+Llm)\.(?:invoke|call|predict|run)\("),
    ),
)
"""What a language model answers: by the libraries of OpenAI, Anthropic, Vercel, LangChain."""
FALSE = {"kind": "false"}
TRUE = {"kind": "true"}
