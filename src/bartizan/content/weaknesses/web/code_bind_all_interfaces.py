"""Services listen where they are meant to be reached."""

from bartizan.content.weaknesses.shapes import go, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-bind-all-interfaces",
    title="Services listen where they are meant to be reached",
    severity=Severity.LOW,
    because=(
        "Listening on every interface opens the service to every network the machine is in, also "
        "ones nobody thought of."
    ),
    fix=(
        "Take the address from the configuration, 127.0.0.1 by default. In a container, where "
        "0.0.0.0 is what is meant, the network's rules decide who gets there."
    ),
    cwe=("CWE-605",),
    serves=("restricted-ingress",),
    also=("B104", "G102", "avoid-bind-to-all-interfaces", "avoid_app_run_with_bad_host"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r"(?:.*\.)?(?:run|run_app|serve|start_server|create_server|make_server|run_simple"
                        r"|TCPServer|ThreadingTCPServer|HTTPServer|ThreadingHTTPServer|UDPServer)"
                    ),
                    rule.either(
                        python.keyword(
                            "host|hostname|address|bind|server_name", rule.text(r"""["'](?:0\.0\.0\.0|::)["']""")
                        ),
                        python.first(rule.text(r"""\(\s*["'](?:0\.0\.0\.0|::|)["']\s*,[^)]*\)""")),
                        rule.both(
                            python.call(r".*(?:run_simple|make_server|start_server|create_server)"),
                            python.argument(rule.text(r"""["']0\.0\.0\.0["']""")),
                        ),
                    ),
                ),
                python.call(
                    r"(?:\w+\.)*(?:s|sock|socket|server|server_socket|srv|listener|_sock|_socket)\.bind",
                    python.first(rule.text(r"""\(\s*["'](?:0\.0\.0\.0|::|)["']\s*,[^)]*\)""")),
                ),
            ),
            fails=["app.run(host='0.0.0.0')\n", "sock.bind(('', 80))\n"],
            passes=[
                "app.run(host='127.0.0.1')\n",
                "sock.bind(('127.0.0.1', 80))\n",
                "subprocess.run(['ping', '0.0.0.0'])\n",
            ],
        ),
        Look(
            language="go",
            rule=go.call(r"net\.Listen|tls\.Listen", go.at(2, rule.text(r'"(?:0\.0\.0\.0|\[::\])?:[1-9]\d*"'))),
            fails=['package m\nfunc f() { net.Listen("tcp", "0.0.0.0:22") }\n'],
            passes=[
                'package m\nfunc f() { net.Listen("tcp", "127.0.0.1:0") }\n',
                'package m\nfunc f() { net.Listen("tcp", ":0") }\n',
            ],
        ),
    ],
)
