"""Shapes of Java."""

from __future__ import annotations

from bartizan.content.weaknesses.shapes.rule import Shape, begins, both, either, field, holding, text, within, without


def call(name: str, *given: Shape) -> Shape:
    """Return the shape of a call of a method whose bare name matches an expression."""
    return {"kind": "method_invocation", "all": [field("name", text(name)), *given]}


def on(shape: Shape) -> Shape:
    """Return the shape of a call of a method on an object of a shape."""
    return field("object", shape)


def new(type: str, *given: Shape) -> Shape:
    """Return the shape of an object made of a class whose name matches an expression."""
    return {"kind": "object_creation_expression", "all": [field("type", text(type)), *given]}


def argument(shape: Shape) -> Shape:
    """Return the shape of a call that is given something."""
    return field("arguments", {"has": shape})


def at(position: int, shape: Shape) -> Shape:
    """Return the shape of a call whose argument at a position, from 1, has a shape."""
    return field("arguments", {"has": {"all": [{"nthChild": position}, shape]}})


NO_ARGUMENTS = field("arguments", text(r"\(\s*\)"))


def imports(name: str) -> Shape:
    """Return the shape of what stands in a file that imports a class or a package."""
    statement = both({"kind": "import_declaration"}, {"regex": rf"^import\s+(?:static\s+)?(?:{name})\b"})
    return {"inside": {"kind": "program", "stopBy": "end", "has": statement}}


LITERAL = {"kind": "string_literal"}
"""A text that is written out."""
_VALUE = either(
    {"kind": "identifier"}, {"kind": "method_invocation"}, {"kind": "field_access"}, {"kind": "array_access"}
)
CONSTANT_NAME = {"regex": r"^(?:\w+\.)*[A-Z][A-Z0-9_]*$"}
"""A name that is a constant by convention."""
_PLUS = both(
    {"kind": "binary_expression"},
    field("operator", text(r"\+")),
    holding(LITERAL),
    holding(both(_VALUE, without(CONSTANT_NAME), {"inside": {"kind": "binary_expression"}})),
)
_FORMAT = both(
    {"kind": "method_invocation"},
    either(
        both(field("object", text("String|MessageFormat")), field("name", text("format"))),
        both(field("object", LITERAL), field("name", text("formatted|concat"))),
    ),
)
BUILT = either(_PLUS, _FORMAT)
"""A text that is put together from values."""
REQUEST = both(
    {"kind": "method_invocation"},
    begins(
        r"(?:\w*[rR]equest|req|httpReq|httpServletRequest)\.(?:getParameter|getParameterValues|getHeader|getHeaders|getQueryString"
        r"|getCookies|getInputStream|getReader|getPathInfo|getRequestURI|getRequestURL|getParameterMap|getPart)\("
    ),
)
"""What whoever sends a request decides, by the servlet API."""
_ANNOTATION = (
    r"^@(?:RequestParam|PathVariable|RequestBody|RequestHeader|CookieValue|ModelAttribute|MatrixVariable|RequestPart|QueryParam"
    r"|PathParam|FormParam|HeaderParam|CookieParam|BeanParam|QueryValue|Body)\b"
)
_NO_TEXT = (
    r"^(?:int|long|short|byte|boolean|double|float|Integer|Long|Short|Boolean|Double|Float|UUID|BigDecimal"
    r"|LocalDate\w*)$"
)
METHOD = either({"kind": "method_declaration"}, {"kind": "constructor_declaration"})


def parameter(name: str = "$NAME") -> Shape:
    """Return the shape of a variable that is a parameter bound to a part of the request."""
    bound = both(
        {"kind": "formal_parameter"},
        field("name", {"pattern": name}),
        without(field("type", {"regex": _NO_TEXT})),
        {"has": {"kind": "modifiers", "has": {"regex": _ANNOTATION}}},
    )
    handler = both(METHOD, field("parameters", {"has": bound}))
    return {"kind": "identifier", "all": [{"pattern": name}, within(handler)]}


def assigned(shape: Shape, name: str = "$NAME") -> Shape:
    """Return the shape of a variable that is given, in the same method, a value of a shape."""
    declared = both({"kind": "variable_declarator"}, field("name", {"pattern": name}), field("value", shape))
    changed = both({"kind": "assignment_expression"}, field("left", {"pattern": name}), field("right", shape))
    method = both(METHOD, holding(either(declared, changed)))
    return {"kind": "identifier", "all": [{"pattern": name}, within(method)]}


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
TRUE = {"kind": "true"}
FALSE = {"kind": "false"}
