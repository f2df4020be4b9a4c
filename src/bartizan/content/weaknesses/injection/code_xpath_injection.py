"""XPath expressions get their values as variables."""

from bartizan.content.weaknesses.shapes import java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-xpath-injection",
    title="XPath expressions get their values as variables",
    severity=Severity.MEDIUM,
    because=(
        "A quotation mark in a value changes what the expression selects: other people's records "
        "are read, or a sign-in is passed."
    ),
    fix="Hand values over as variables (`tree.xpath('//u[@n=$name]', name=name)`, `XPathVariableResolver`).",
    cwe=("CWE-643",),
    serves=("injection-prevention",),
    also=("XPATH_INJECTION",),
    looks=[
        Look(
            language="python",
            rule=python.call(
                r".*\.xpath|etree\.XPath",
                python.first(
                    rule.either(
                        rule.both(python.BUILT, rule.has_text(r"/"), rule.holding(python.tainted("$PART"))),
                        python.assigned(rule.both(python.BUILT, rule.holding(python.tainted("$PART")))),
                    )
                ),
            ),
            fails=["def f():\n    name = request.args['name']\n    return tree.xpath(f\"//user[@name='{name}']\")\n"],
            passes=[
                (
                    "def f():\n"
                    "    name = request.args['name']\n"
                    "    return tree.xpath('//user[@name=$name]', name=name)\n"
                ),
                "tree.xpath(f'//{tag}')\n",
            ],
        ),
        Look(
            language="java",
            rule=java.call(
                r"evaluate|compile|selectNodes|selectSingleNode",
                java.at(
                    1,
                    rule.either(
                        rule.both(java.BUILT, rule.has_text(r"\"/{1,2}\w")),
                        java.assigned(rule.both(java.BUILT, rule.has_text(r"\"//?\w"))),
                    ),
                ),
                java.imports(r"javax\.xml\.xpath|org\.dom4j|org\.jdom"),
            ),
            fails=[
                (
                    "import javax.xml.xpath.XPath;\n"
                    'class A { void f(String name) { xpath.evaluate("//user[@name=\'" + name + "\']", '
                    "doc); } }"
                )
            ],
            passes=[
                'import javax.xml.xpath.XPath;\nclass A { void f() { xpath.evaluate("//user[@name=$name]", doc); } }',
                'class A { void f(String a) { Pattern.compile("//x" + a); } }',
            ],
        ),
    ],
)
