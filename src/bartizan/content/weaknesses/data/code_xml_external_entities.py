"""XML is parsed without external entities."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-xml-external-entities",
    title="XML is parsed without external entities",
    severity=Severity.HIGH,
    because=(
        "An external entity reads any file of the server into the document, reaches internal "
        "services, or makes the parser run out of memory."
    ),
    fix=(
        "Python: `defusedxml`, or `etree.XMLParser(resolve_entities=False, no_network=True)`. "
        'Java: `factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", '
        "true)`. libxmljs: leave `noent` out."
    ),
    cwe=("CWE-611",),
    serves=("injection-prevention",),
    also=(
        "B313",
        "B314",
        "B315",
        "B316",
        "B317",
        "B318",
        "B319",
        "B320",
        "B405",
        "XXE_DOCUMENT",
        "XXE_SAXPARSER",
        "XXE_XMLREADER",
        "XXE_XMLSTREAMREADER",
        "use-defused-xml",
        "documentbuilderfactory-disallow-doctype-decl-missing",
        "express-libxml-noent",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"(?:lxml\.)?etree\.XMLParser", python.keyword("resolve_entities", python.TRUE)),
                python.call(r"(?:lxml\.)?etree\.XMLParser", python.keyword("no_network", python.FALSE)),
                python.call(
                    r"\w+\.setFeature",
                    python.first(rule.has_text(r"feature_external_(?:ges|pes)")),
                    python.second(rule.text("True|1")),
                ),
                python.call(
                    r"(?:lxml\.)?etree\.(?:fromstring|XML|parse)",
                    python.first(python.TAINTED_TEXT),
                    rule.without(python.keyword("parser", rule.has_text("."))),
                    python.imports("lxml"),
                ),
                python.call(
                    r"(?:xml\.)?(?:dom\.)?(?:minidom|pulldom|sax|expatreader)\.(?:parseString|parse)",
                    python.first(python.TAINTED_TEXT),
                ),
            ),
            fails=[
                "parser = etree.XMLParser(resolve_entities=True)\n",
                "from lxml import etree\ndef f():\n    return etree.fromstring(request.data)\n",
                "def f():\n    return minidom.parseString(request.data)\n",
            ],
            passes=[
                "parser = etree.XMLParser(resolve_entities=False)\n",
                "from lxml import etree\ntree = etree.parse('menu.xml')\n",
                "from defusedxml import ElementTree\ndef f():\n    return ElementTree.fromstring(request.data)\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.both(
                java.call(
                    "newInstance|newFactory|newDefaultInstance",
                    java.on(
                        rule.text(r"(?:javax\.xml\.\w+\.)?(?:DocumentBuilderFactory|SAXParserFactory|XMLInputFactory)")
                    ),
                ),
                rule.without(
                    rule.within(
                        rule.both(
                            java.METHOD,
                            {
                                "regex": (
                                    r"(?s)disallow-doctype-decl|external-general-entities|SUPPORT_DTD"
                                    r"|IS_SUPPORTING_EXTERNAL_ENTITIES|FEATURE_SECURE_PROCESSING|ACCESS_EXTERNAL_DTD"
                                    r"|load-external-dtd|setExpandEntityReferences\(\s*false"
                                )
                            },
                        )
                    )
                ),
                rule.without(
                    rule.within(
                        {
                            "kind": "class_body",
                            "regex": (
                                r"(?s)disallow-doctype-decl|external-general-entities|SUPPORT_DTD"
                                r"|IS_SUPPORTING_EXTERNAL_ENTITIES|ACCESS_EXTERNAL_DTD"
                            ),
                        }
                    )
                ),
                rule.within(
                    {
                        "kind": "method_declaration",
                        "regex": r"(?s)\.(?:parse|createXMLStreamReader|createXMLEventReader)\(",
                    }
                ),
            ),
            fails=[
                (
                    "class A { void f(InputStream in) { DocumentBuilderFactory factory = "
                    "DocumentBuilderFactory.newInstance(); factory.newDocumentBuilder().parse(in); } }"
                )
            ],
            passes=[
                (
                    "class A { void f(InputStream in) { DocumentBuilderFactory factory = "
                    "DocumentBuilderFactory.newInstance(); "
                    'factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); '
                    "factory.newDocumentBuilder().parse(in); } }"
                ),
                "class A { void f() { DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument(); } }",
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:libxml|libxmljs|libxmljs2)\.parse\w*",
                javascript.argument(javascript.pair("noent", javascript.TRUE)),
            ),
            fails=["libxml.parseXml(text, { noblanks: true, noent: true });"],
            passes=["libxml.parseXml(text, { noblanks: true });"],
        ),
    ],
)
