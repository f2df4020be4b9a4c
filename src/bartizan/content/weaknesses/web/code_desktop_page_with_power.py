"""Pages in desktop windows have no access to the machine."""

from bartizan.content.weaknesses.shapes import javascript, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-desktop-page-with-power",
    title="Pages in desktop windows have no access to the machine",
    severity=Severity.HIGH,
    because="Script on such a page, the site's own or injected, reads files and starts programs of the user.",
    fix=(
        "`nodeIntegration: false`, `contextIsolation: true`, `sandbox: true`, `webSecurity: "
        "true`; hand single functions over by `contextBridge`."
    ),
    cwe=("CWE-94", "CWE-653"),
    serves=("configuration-baseline",),
    also=("electron-nodeintegration", "electron-context-isolation", "electron-disable-websecurity"),
    looks=[
        Look(
            language="javascript",
            rule=rule.both(
                {"kind": "pair"},
                rule.either(
                    rule.both(
                        rule.field(
                            "key",
                            rule.text(
                                "nodeIntegration|nodeIntegrationInWorker|nodeIntegrationInSubFrames|allowRunningInsecureContent|enableRemoteModule|webviewTag"
                            ),
                        ),
                        rule.field("value", javascript.TRUE),
                    ),
                    rule.both(
                        rule.field("key", rule.text("contextIsolation|webSecurity")),
                        rule.field("value", javascript.FALSE),
                    ),
                ),
                {"inside": {"kind": "object", "inside": {"kind": "pair", "regex": "^webPreferences"}}},
            ),
            fails=["new BrowserWindow({ webPreferences: { nodeIntegration: true, contextIsolation: false } });"],
            passes=[
                "new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true } });",
                "worker({ nodeIntegration: true });",
            ],
        ),
    ],
)
