"""Commands hold nothing of what a request holds."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-command-injection",
    title="Commands hold nothing of what a request holds",
    severity=Severity.CRITICAL,
    because=(
        "A shell takes `;`, `|`, `$( )` and newlines in a value as its own language: whoever "
        "sends the request runs any command as this program."
    ),
    fix=(
        'Give the program and each argument by itself (`subprocess.run(["ls", path])`, '
        '`execFile("ls", [path])`, `exec.Command("ls", path)`, `new ProcessBuilder("ls", '
        "path)`), without a shell."
    ),
    cwe=("CWE-78",),
    serves=("injection-prevention",),
    also=(
        "B602",
        "B604",
        "B605",
        "G204",
        "COMMAND_INJECTION",
        "detect-child-process",
        "subprocess-shell-true",
        "dangerous-subprocess-use-audit",
        "dangerous-system-call",
        "dangerous-exec-command",
        "command-injection-process-builder",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"(?:subprocess\.|sp\.)?(?:run|call|check_call|check_output|Popen)",
                    python.keyword("shell", python.TRUE),
                    python.first(python.TAINTED_TEXT),
                ),
                python.call(
                    (
                        r"(?:os\.(?:system|popen)|(?:subprocess|commands)\.(?:getoutput|getstatusoutput)"
                        r"|(?:asyncio\.)?create_subprocess_shell|popen2\.\w+)"
                    ),
                    python.first(python.TAINTED_TEXT),
                ),
            ),
            fails=[
                "def f():\n    os.popen(request.args['command'])\n",
                (
                    "def f():\n"
                    "    host = request.args['host']\n"
                    "    command = 'ping %s' % host\n"
                    "    return subprocess.check_output(command, shell=True)\n"
                ),
            ],
            passes=[
                "subprocess.run(['ls', request.args['path']])\n",
                "subprocess.run('make all', shell=True)\n",
                "subprocess.run(f'ls {path}', shell=False)\n",
                "subprocess.run(f'{PYTHON} -m pip', shell=True)\n",
                "subprocess.run(f'ls {path}', shell=True)\n",
                "os.system('ping ' + host)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                javascript.call(
                    r"(?:\w+\.)?(?:exec|execSync|execAsync|execPromise)|execa\.command(?:Sync)?|shell\.exec"
                ),
                javascript.at(1, javascript.TAINTED_TEXT),
                rule.without(
                    rule.begins(r"\w*(?:[rR]e|[rR]egexp?|[pP]attern|RE|query|stmt|db|Query|Model)\w*\.exec\(")
                ),
                javascript.imports(r"child_process|shelljs|execa"),
            ),
            fails=["const cp = require('child_process');\napp.get('/', (req) => cp.exec(`ping ${req.query.host}`));"],
            passes=[
                "const { exec } = require('child_process');\nexec('ls -l');",
                (
                    "const { execFile } = require('child_process');\n"
                    "app.get('/', (req) => execFile('ls', [req.query.path]));"
                ),
                "const cp = require('child_process');\nconst m = nameRegex.exec(`a${b}`);",
                "const { exec } = require('child_process');\nexec(`ls ${path}`);",
                (
                    "import * as cp from 'node:child_process';\n"
                    "function f(name) {\n"
                    "  const command = 'git log ' + name;\n"
                    "  cp.execSync(command);\n"
                    "}\n"
                ),
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                javascript.call(r"(?:\w+\.)?(?:spawn|spawnSync|execFile|execFileSync)"),
                javascript.argument(javascript.pair("shell", rule.either(javascript.TRUE, javascript.STRING))),
                javascript.argument(
                    rule.either(javascript.TAINTED_TEXT, {"kind": "array", "has": javascript.TAINTED_TEXT})
                ),
            ),
            fails=["app.get(`/`, (req) => spawn(`ls ${req.query.path}`, { shell: true }));"],
            passes=["spawn('ls', [path], { stdio: 'inherit' });", "spawn('ls', ['-l'], { shell: true });"],
        ),
        Look(
            language="go",
            rule=go.call(
                r"exec\.Command(?:Context)?",
                go.argument(rule.text(r'"(?:/usr)?(?:/bin/)?(?:ba|z|da|a|k)?sh"|"(?:powershell|pwsh|cmd)(?:\.exe)?"')),
                go.argument(rule.text(r'"(?:-l?c|/[cC]|-Command|-lc|-ec|-xc)"')),
                go.argument(go.TAINTED_TEXT),
            ),
            fails=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { exec.Command("sh", "-c", "ping " '
                    '+ r.FormValue("host")).Run() }\n'
                )
            ],
            passes=[
                'package m\nfunc f(w http.ResponseWriter, r *http.Request) { exec.Command("ping", host).Run() }\n',
                'package m\nfunc f() { exec.Command("sh", "-c", "ls | wc").Run() }\n',
                'package m\nfunc f(host string) { exec.Command("sh", "-c", fmt.Sprintf("ping %s", host)).Run() }\n',
                (
                    "package m\n"
                    "func f(host string) {\n"
                    '\tline := "ping " + host\n'
                    '\texec.CommandContext(ctx, "/bin/bash", "-c", line)\n'
                    "}\n"
                ),
            ],
        ),
        Look(
            language="go",
            rule=go.call(r"exec\.Command(?:Context)?", go.argument(go.TAINTED)),
            fails=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { exec.Command(r.FormValue("tool"), '
                    '"-v").Run() }\n'
                )
            ],
            passes=['package m\nfunc f(tool string) { exec.Command(tool, "-v").Run() }\n'],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "exec",
                    java.on(rule.has_text(r"(?i)runtime|^rt$|^r$")),
                    java.at(
                        1,
                        rule.either(
                            java.TAINTED_TEXT,
                            {
                                "kind": "array_creation_expression",
                                "has": {
                                    "kind": "array_initializer",
                                    "all": [
                                        {"has": rule.text(r'"(?:/bin/)?(?:ba)?sh"|"cmd(?:\.exe)?"')},
                                        {"has": java.TAINTED_TEXT},
                                    ],
                                },
                            },
                        ),
                    ),
                ),
                java.new(
                    "ProcessBuilder",
                    java.argument(rule.text(r'"(?:/bin/)?(?:ba)?sh"|"cmd(?:\.exe)?"')),
                    java.argument(java.TAINTED_TEXT),
                ),
                java.new("ProcessBuilder", java.argument(java.TAINTED)),
            ),
            fails=[
                (
                    'class A { void f(HttpServletRequest request) { Runtime.getRuntime().exec("ping " + '
                    'request.getParameter("host")); } }'
                ),
                (
                    'class A { void f(@RequestParam String host) { new ProcessBuilder("sh", "-c", "ping '
                    '" + host).start(); } }'
                ),
            ],
            passes=[
                'class A { void f(String host) { new ProcessBuilder("ping", host).start(); } }',
                'class A { void f() { Runtime.getRuntime().exec("ls"); } }',
                'class A { void f(String a) { executor.exec("x" + a); } }',
                'class A { void f(String host) { Runtime.getRuntime().exec("ping " + host); } }',
                'class A { void f(String host) { new ProcessBuilder("sh", "-c", "ping " + host).start(); } }',
            ],
        ),
    ],
)
