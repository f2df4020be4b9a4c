"""Keys from a request cannot reach the prototype of objects."""

from bartizan.content.weaknesses.shapes import javascript, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-prototype-pollution",
    title="Keys from a request cannot reach the prototype of objects",
    severity=Severity.HIGH,
    because=(
        "A key `__proto__` or `constructor` changes every object of the process: checks are "
        "passed, and often commands run."
    ),
    fix=(
        "Use `Map`, or `Object.create(null)`, and refuse the keys `__proto__`, `constructor` and "
        "`prototype`; merge with a library that does."
    ),
    cwe=("CWE-1321",),
    serves=("injection-prevention",),
    also=("prototype-pollution-assignment", "prototype-pollution-loop", "detect-object-injection"),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    (
                        r"(?:_|lodash)\.(?:merge|mergeWith|defaultsDeep|set|setWith|zipObjectDeep)|(?:\$"
                        r"|jQuery)\.extend|deepmerge|merge|extend|defaultsDeep"
                    ),
                    javascript.argument(
                        rule.both(javascript.REQUEST, rule.begins(r"(?:req|request|ctx\.request)\.(?:body|query)$"))
                    ),
                ),
                rule.both(
                    {"kind": "assignment_expression"},
                    rule.field(
                        "left",
                        rule.both(
                            {"kind": "subscript_expression"},
                            rule.field(
                                "object",
                                rule.both({"kind": "subscript_expression"}, rule.field("index", javascript.TAINTED)),
                            ),
                            rule.field("index", rule.both({"kind": "member_expression"}, javascript.REQUEST)),
                        ),
                    ),
                ),
                javascript.call(r"(?:_|lodash)\.set(?:With)?", javascript.at(2, javascript.TAINTED)),
            ),
            fails=[
                "app.post('/', (req, res) => { _.merge(settings, req.body); });",
                "const f = (req) => { const key = req.body.key; table[key][req.body.name] = req.body.value; };",
            ],
            passes=[
                "app.post('/', (req, res) => { _.merge({}, defaults); });",
                "const f = (req) => { table.set(req.body.key, req.body.value); };",
            ],
        ),
    ],
)
