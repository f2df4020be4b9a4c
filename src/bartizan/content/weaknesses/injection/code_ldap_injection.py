"""LDAP filters get their values escaped."""

from bartizan.content.weaknesses.shapes import go, java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-ldap-injection",
    title="LDAP filters get their values escaped",
    severity=Severity.HIGH,
    because=(
        "A value with parentheses or an asterisk changes the filter: whoever signs in as `*)(uid=*` is someone else."
    ),
    fix=(
        "Escape values with `ldap.filter.escape_filter_chars`, `ldapjs` filter objects, "
        "`ldap.EscapeFilter` or `LdapEncoder.filterEncode` before they become part of a filter."
    ),
    cwe=("CWE-90",),
    serves=("injection-prevention",),
    also=("LDAP_INJECTION", "tainted-ldapi-from-http-request"),
    looks=[
        Look(
            language="python",
            rule=python.call(
                (
                    r".*\.(?:search_s|search_st|search_ext|search_ext_s|search_subtree_s)|(?:\w+\.)*(?:conn"
                    r"|connection|ldap\w*|l|server|client|c)\.search"
                ),
                python.argument(
                    rule.either(
                        rule.both(python.BUILT, rule.has_text(r"^[rf(]*[\"'(]*\([&|!(]*\w+=|\(\w+=")),
                        python.assigned(rule.both(python.BUILT, rule.has_text(r"\(\w+="))),
                    ),
                ),
                rule.without(rule.has_text(r"escape")),
            ),
            fails=[
                "def f(name):\n    conn.search_s(BASE, ldap.SCOPE_SUBTREE, f'(uid={name})')\n",
                "def f(name):\n    query = '(&(objectClass=user)(cn=%s))' % name\n    conn.search(BASE, query)\n",
            ],
            passes=[
                "def f(name):\n    conn.search_s(BASE, ldap.SCOPE_SUBTREE, '(uid=%s)' % escape_filter_chars(name))\n",
                "re.search('(uid=x)', text)\n",
                "conn.search(BASE, '(objectClass=user)')\n",
            ],
        ),
        Look(
            language="java",
            rule=java.call(
                r"search",
                java.argument(
                    rule.either(
                        rule.both(java.BUILT, rule.has_text(r"\(\w+=")),
                        java.assigned(rule.both(java.BUILT, rule.has_text(r"\(\w+="))),
                    )
                ),
            ),
            fails=['class A { void f(String name) { context.search("dc=example", "(uid=" + name + ")", controls); } }'],
            passes=[
                (
                    'class A { void f(String name) { context.search("dc=example", "(uid={0})", new '
                    "Object[]{name}, controls); } }"
                )
            ],
        ),
        Look(
            language="go",
            rule=go.call(
                r"ldap\.NewSearchRequest",
                go.argument(
                    rule.both(go.BUILT, rule.has_text(r"\(\w+="), rule.without(rule.has_text(r"EscapeFilter")))
                ),
            ),
            fails=[
                (
                    "package m\n"
                    "func f(name string) { ldap.NewSearchRequest(base, 2, 0, 0, 0, false, "
                    'fmt.Sprintf("(uid=%s)", name), nil, nil) }\n'
                )
            ],
            passes=[
                (
                    "package m\n"
                    "func f(name string) { ldap.NewSearchRequest(base, 2, 0, 0, 0, false, "
                    'fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(name)), nil, nil) }\n'
                )
            ],
        ),
    ],
)
