"""Passwords and files do not travel in the clear."""

from bartizan.content.weaknesses.shapes import go, java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-clear-text-protocol",
    title="Passwords and files do not travel in the clear",
    severity=Severity.MEDIUM,
    because="Telnet, FTP, plain LDAP and plain SMTP send the password so that everyone on the way can read it.",
    fix="SSH and SFTP, `FTP_TLS`, `ldaps://` or StartTLS, `SMTP_SSL` or `starttls()` before `login`.",
    cwe=("CWE-319",),
    serves=("encryption-in-transit",),
    also=("B312", "B321", "B401", "B402", "UNENCRYPTED_SOCKET", "avoid-bind-to-all-interfaces-telnet"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"telnetlib\.Telnet|ftplib\.FTP|(?:telnetlib3)\.open_connection"),
                rule.both(
                    python.call(r"\w+\.login"),
                    rule.within({"kind": "function_definition", "regex": r"(?s)smtplib\.SMTP\("}),
                    rule.without(rule.within({"kind": "function_definition", "regex": r"(?s)starttls\("})),
                    rule.field(
                        "function",
                        rule.text(r"(?:server|smtp|s|mail|connection|client|session|smtp_server|mailserver)\.login"),
                    ),
                ),
                python.call(
                    r"(?:ldap)\.initialize|(?:ldap3\.)?Server",
                    python.first(rule.text(r"""["']ldap://(?:[^"'l]|l[^o])[^"']*["']""")),
                    python.imports("ldap|ldap3"),
                    rule.without({"inside": {"kind": "module", "stopBy": "end", "regex": r"start_tls"}}),
                ),
            ),
            fails=[
                "telnetlib.Telnet(host)\n",
                "def f():\n    server = smtplib.SMTP('mail.example', 25)\n    server.login(user, password)\n",
            ],
            passes=[
                "ftplib.FTP_TLS(host)\n",
                (
                    "def f():\n"
                    "    server = smtplib.SMTP('mail.example', 587)\n"
                    "    server.starttls()\n"
                    "    server.login(user, password)\n"
                ),
            ],
        ),
        Look(
            language="java",
            rule=rule.either(java.new("FTPClient|TelnetClient", java.imports(r"org\.apache\.commons\.net"))),
            fails=["import org.apache.commons.net.ftp.FTPClient;\nclass A { FTPClient client = new FTPClient(); }"],
            passes=["import org.apache.commons.net.ftp.FTPSClient;\nclass A { FTPSClient client = new FTPSClient(); }"],
        ),
        Look(
            language="go",
            rule=go.call(
                r"ftp\.(?:Dial|Connect|DialTimeout)|telnet\.Dial\w*|ldap\.Dial", rule.without(rule.has_text(r"(?i)tls"))
            ),
            fails=['package m\nfunc f() { ftp.Dial("files.example:21") }\n'],
            passes=['package m\nfunc f() { ftp.Dial("files.example:21", ftp.DialWithExplicitTLS(config)) }\n'],
        ),
    ],
)
