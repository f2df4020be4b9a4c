"""Requests to other servers do not go where a request says."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-ssrf",
    title="Requests to other servers do not go where a request says",
    severity=Severity.HIGH,
    because=(
        "Whoever decides the address makes this server ask for it: internal services and the "
        "cloud's metadata, with credentials, answer."
    ),
    fix=(
        "Choose the host from a fixed list and put only the checked rest together; refuse "
        "private addresses after resolving, and redirects."
    ),
    cwe=("CWE-918",),
    serves=("metadata-protection",),
    also=(
        "B310",
        "G107",
        "G704",
        "URLCONNECTION_SSRF_FD",
        "ssrf-requests",
        "node-ssrf",
        "tainted-url-host",
        "express-ssrf",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                rule.either(
                    python.call(
                        (
                            r"(?:requests|httpx|session|client|http|self\.(?:session|client))\.(?:get|post|put|patch"
                            r"|delete|head|options)|(?:urllib\.request\.|urllib2\.|request\.)?urlopen"
                            r"|urllib\.request\.urlretrieve"
                        ),
                        python.first(
                            rule.either(
                                rule.both(python.TAINTED, rule.without(python.parameter())),
                                python.assigned(python.REQUEST),
                                rule.both(
                                    {"kind": "string"},
                                    rule.begins(r"""f["'](?:https?://)?\{"""),
                                    {"has": rule.both({"kind": "interpolation"}, {"has": python.tainted("$PART")})},
                                ),
                                python.assigned(
                                    rule.both(
                                        {"kind": "string"},
                                        rule.begins(r"""f["'](?:https?://)?\{"""),
                                        {
                                            "has": rule.both(
                                                {"kind": "interpolation"},
                                                {
                                                    "has": rule.either(
                                                        python.REQUEST, python.assigned(python.REQUEST, "$PART")
                                                    )
                                                },
                                            )
                                        },
                                    )
                                ),
                            )
                        ),
                    ),
                    python.call(r"(?:requests|httpx|session|client)\.request", python.second(python.TAINTED)),
                    python.call(r"(?:requests|httpx)\.(?:get|post|put|head)", python.keyword("url", python.TAINTED)),
                ),
                rule.without(python.first(rule.has_text(r"request\.(?:path|full_path|url|headers\[)|url_for"))),
            ),
            fails=[
                "def f():\n    return requests.get(request.args['url']).text\n",
                "def f():\n    host = request.args.get('host')\n    return httpx.get(f'https://{host}/status')\n",
            ],
            passes=[
                "def f():\n    return requests.get('https://api.example/users', params={'id': request.args['id']})\n",
                "def f(url):\n    return requests.get(url)\n",
                "def f():\n    return requests.get(f'https://api.example/users/{request.args[\"id\"]}')\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                rule.either(
                    javascript.call(
                        (
                            r"fetch|axios(?:\.(?:get|post|put|patch|delete|head|request))?|got(?:\.\w+)?"
                            r"|request(?:\.(?:get|post|put|head))?|needle(?:\.\w+)?|superagent\.\w+|https?\.(?:get"
                            r"|request)|nodeFetch|undici\.(?:fetch|request)|ky(?:\.\w+)?"
                        ),
                        javascript.at(
                            1,
                            rule.either(
                                javascript.TAINTED,
                                rule.both(
                                    {"kind": "template_string"},
                                    rule.begins(r"`(?:https?://)?\$\{"),
                                    {
                                        "has": {
                                            "kind": "template_substitution",
                                            "nthChild": {"position": 1, "ofRule": {"kind": "template_substitution"}},
                                            "has": rule.either(
                                                javascript.REQUEST, javascript.assigned(javascript.REQUEST, "$PART")
                                            ),
                                        }
                                    },
                                ),
                                javascript.pair("url|uri|host|hostname|baseURL", javascript.TAINTED),
                            ),
                        ),
                    ),
                ),
                rule.without(rule.begins(r"request\.(?:get|post|put|head)\(['\"]")),
            ),
            fails=[
                "app.get('/', async (req, res) => { res.send(await fetch(req.query.url)); });",
                (
                    "app.get('/', async (req, res) => { const { host } = req.body; await "
                    "axios.get(`https://${host}/status`); });"
                ),
            ],
            passes=[
                "app.get('/', async (req, res) => { await fetch(`https://api.example/users/${req.query.id}`); });",
                "const f = (url) => fetch(url);",
            ],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(
                    (
                        r"http\.(?:Get|Post|Head|PostForm)|(?:client|c|httpClient|http\.DefaultClient)\.(?:Get"
                        r"|Post|Head)"
                    ),
                    go.at(
                        1,
                        rule.either(
                            rule.both(go.TAINTED, rule.without(rule.text(r"r\.Body"))),
                            rule.both(
                                go.BUILT,
                                rule.either(
                                    rule.begins(r'"https?://"\s*\+\s*\w'), rule.begins(r'fmt\.Sprintf\("https?://%[sv]')
                                ),
                                rule.holding(rule.either(go.REQUEST, go.assigned(go.REQUEST, "$PART"))),
                            ),
                        ),
                    ),
                ),
                go.call(
                    r"http\.NewRequest(?:WithContext)?",
                    go.argument(
                        rule.both(go.TAINTED, rule.without(rule.text(r"(?:r|req)\.(?:Body|Context\(\)|Method)"))),
                    ),
                    rule.without(go.argument(rule.has_text(r"^(?:r|req)\.Body|httptest"))),
                ),
            ),
            fails=[
                'package m\nfunc f(w http.ResponseWriter, r *http.Request) { http.Get(r.FormValue("url")) }\n',
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { host := r.URL.Query().Get("host"); '
                    'http.Get("https://" + host + "/status") }\n'
                ),
            ],
            passes=[
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) { "
                    'http.Get("https://api.example/users/" + r.FormValue("id")) }\n'
                ),
                "package m\nfunc f(url string) { http.Get(url) }\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.new(
                    "HttpGet|HttpPost|HttpPut|HttpDelete|HttpHead|UrlResource|GetMethod|PostMethod",
                    java.at(1, java.TAINTED),
                ),
                rule.both(
                    java.new("URL", java.at(1, java.TAINTED)),
                    rule.within(
                        rule.both(
                            java.METHOD, {"regex": r"\.open(?:Stream|Connection)\(|\.getContent\(|ImageIO\.read\("}
                        )
                    ),
                ),
                java.call(
                    "getForObject|getForEntity|postForObject|postForEntity|exchange",
                    java.on(rule.has_text("(?i)restTemplate")),
                    java.at(1, java.TAINTED),
                ),
            ),
            fails=[
                "class A { void f(@RequestParam String url) { new URL(url).openStream(); } }",
                (
                    "class A { void f(HttpServletRequest request) { String url = "
                    'request.getParameter("url"); restTemplate.getForObject(url, String.class); } }'
                ),
            ],
            passes=[
                (
                    "class A { void f(@RequestParam String id) { "
                    'restTemplate.getForObject("https://api.example/{id}", String.class, id); } }'
                ),
                "class A { void f(@RequestParam String url) { new URL(url).getHost(); } }",
            ],
        ),
    ],
)
