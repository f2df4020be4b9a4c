"""Lock files and manifests of JavaScript projects, small and whole, by the format that reads them."""

INTEGRITY = "sha512-" + "A" * 86 + "=="
DIGEST = "sha512:" + "0" * 128
MANIFEST = """\
{
  "name": "shop",
  "version": "1.0.0",
  "workspaces": ["packages/*", "!packages/apart"],
  "dependencies": {
    "express": "4.18.2",
    "alias": "npm:real@2.0.0",
    "part": "workspace:*",
    "mine": "git+https://token@git.example/mine.git#abc",
    "ranged": "^1.0.0"
  },
  "devDependencies": {"jest": "29.0.0"},
  "peerDependencies": {"react": ">=18", "vue": "3.0.0"},
  "peerDependenciesMeta": {"vue": {"optional": true}}
}
"""
NPM_3 = f"""\
{{
  "name": "shop",
  "lockfileVersion": 3,
  "packages": {{
    "": {{
      "name": "shop",
      "workspaces": ["packages/*"],
      "dependencies": {{"express": "^4.0.0", "alias": "npm:real@^2.0.0"}},
      "devDependencies": {{"jest": "^29.0.0"}}
    }},
    "node_modules/express": {{
      "version": "4.18.2",
      "resolved": "https://registry.npmjs.org/express/-/express-4.18.2.tgz",
      "integrity": "{INTEGRITY}",
      "license": "MIT",
      "dependencies": {{"debug": "2.6.9"}}
    }},
    "node_modules/debug": {{
      "version": "4.3.4",
      "dev": true,
      "resolved": "https://npm.example/registry/debug/-/debug-4.3.4.tgz"
    }},
    "node_modules/express/node_modules/debug": {{
      "version": "2.6.9"
    }},
    "node_modules/alias": {{
      "name": "real",
      "version": "2.0.0",
      "resolved": "git+ssh://git@github.com/owner/real.git#abc"
    }},
    "node_modules/jest": {{
      "version": "29.0.0",
      "dev": true,
      "dependencies": {{"debug": "^4.0.0"}}
    }},
    "node_modules/part": {{
      "resolved": "packages/part",
      "link": true
    }},
    "packages/part": {{
      "version": "0.1.0",
      "dependencies": {{"@scope/tool": "1.0.0"}}
    }},
    "packages/part/node_modules/@scope/tool": {{
      "version": "1.0.0",
      "optional": true
    }}
  }}
}}
"""
NPM_1 = """\
{
  "name": "shop",
  "lockfileVersion": 1,
  "requires": true,
  "dependencies": {
    "express": {
      "version": "4.18.2",
      "requires": {
        "debug": "2.6.9"
      },
      "dependencies": {
        "debug": {
          "version": "2.6.9"
        }
      }
    },
    "debug": {
      "version": "4.3.4",
      "dev": true
    },
    "alias": {
      "version": "npm:real@2.0.0"
    },
    "mine": {
      "version": "git+https://token@git.example/mine.git#abc"
    }
  }
}
"""
YARN_1 = """\
# yarn lockfile v1


"@scope/tool@^1.0.0", "@scope/tool@^1.1.0":
  version "1.1.0"
  resolved "https://registry.yarnpkg.com/@scope/tool/-/tool-1.1.0.tgz#bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

"alias@npm:real@2.0.0":
  version "2.0.0"
  resolved "https://registry.yarnpkg.com/real/-/real-2.0.0.tgz"

express@4.18.2, express@^4.0.0:
  version "4.18.2"
  dependencies:
    "@scope/tool" "^1.0.0"
  optionalDependencies:
    debug "2"

debug@2, debug@^2.0.0:
  version "2.6.9"

jest@29.0.0:
  version "29.0.0"
  dependencies:
    debug "^2.0.0"
    other "*"

other@*:
  version "1.0.0"

"mine@git+https://token@git.example/mine.git#abc":
  version "0.0.1"
  resolved "git+https://token@git.example/mine.git#abc"

"part@link:packages/part":
  version "0.0.0"
"""
YARN_4 = """\
__metadata:
  version: 8
  cacheKey: 10c0

"alias@npm:real@2.0.0":
  version: 2.0.0
  resolution: "real@npm:2.0.0"
  checksum: 10c0/aaaa
  languageName: node
  linkType: hard

"express@npm:4.18.2, express@npm:^4.0.0":
  version: 4.18.2
  resolution: "express@npm:4.18.2"
  dependencies:
    debug: "npm:2.6.9"
  languageName: node
  linkType: hard

"debug@npm:2.6.9":
  version: 2.6.9
  resolution: "debug@npm:2.6.9"

"jest@npm:29.0.0":
  version: 29.0.0
  resolution: "jest@npm:29.0.0"
  dependencies:
    other: "npm:*"

"other@npm:*":
  version: 1.0.0
  resolution: "other@npm:1.0.0"

"patched@patch:patched@npm%3A3.0.0#~/.yarn/patches/p.patch":
  version: 3.0.0
  resolution: "patched@patch:patched@npm%3A3.0.0#~/.yarn/patches/p.patch::version=3.0.0"

"shop@workspace:.":
  version: 0.0.0-use.local
  resolution: "shop@workspace:."
  dependencies:
    express: "npm:^4.0.0"
    jest: "npm:29.0.0"
  languageName: unknown
  linkType: soft
"""
PNPM_5 = f"""\
lockfileVersion: 5.4
specifiers: {{express: ^4.0.0}}
dependencies:
  express: 4.18.2_debug@2.6.9
  alias: /real/2.0.0
devDependencies:
  '@scope/tool': 1.0.0
packages:
  /@scope/tool/1.0.0:
    resolution: {{integrity: {INTEGRITY}}}
    dev: true
  /debug/2.6.9:
    resolution: {{integrity: {INTEGRITY}}}
  /express/4.18.2_debug@2.6.9:
    resolution: {{integrity: {INTEGRITY}}}
    dependencies:
      debug: 2.6.9
  /real/2.0.0:
    resolution: {{integrity: {INTEGRITY}}}
  github.com/owner/mine/abc:
    resolution: {{tarball: https://codeload.github.com/owner/mine/tar.gz/abc}}
    name: mine
    version: 0.0.1
"""
PNPM_6 = f"""\
lockfileVersion: '6.0'
importers:
  .:
    dependencies:
      express: {{specifier: ^4.0.0, version: 4.18.2(debug@2.6.9)}}
      part: {{specifier: workspace:*, version: link:packages/part}}
  packages/part:
    devDependencies:
      '@scope/tool': {{specifier: 1.0.0, version: 1.0.0}}
packages:
  /@scope/tool@1.0.0:
    resolution: {{integrity: {INTEGRITY}}}
    dev: true
  /debug@2.6.9:
    resolution: {{integrity: {INTEGRITY}}}
  /express@4.18.2(debug@2.6.9):
    resolution: {{integrity: {INTEGRITY}}}
    dependencies:
      debug: 2.6.9
"""
PNPM_9 = f"""\
lockfileVersion: '9.0'

importers:
  .:
    dependencies:
      express:
        specifier: ^4.0.0
        version: 4.18.2(debug@2.6.9)
      alias:
        specifier: npm:real@2.0.0
        version: real@2.0.0
      mine:
        specifier: owner/mine
        version: https://codeload.github.com/owner/mine/tar.gz/abc
      near:
        specifier: file:near
        version: file:near
  packages/part:
    devDependencies:
      '@scope/tool':
        specifier: 1.0.0
        version: 1.0.0

packages:
  '@scope/tool@1.0.0':
    resolution: {{integrity: {INTEGRITY}}}
  debug@2.6.9:
    resolution: {{integrity: {INTEGRITY}}}
  express@4.18.2:
    resolution: {{integrity: {INTEGRITY}}}
  mine@https://codeload.github.com/owner/mine/tar.gz/abc:
    resolution: {{tarball: https://codeload.github.com/owner/mine/tar.gz/abc}}
    version: 0.0.1
  near@file:near:
    resolution: {{directory: near, type: directory}}
  real@2.0.0:
    resolution: {{integrity: {INTEGRITY}}}

snapshots:
  '@scope/tool@1.0.0':
    dependencies:
      debug: 2.6.9
  debug@2.6.9: {{}}
  express@4.18.2(debug@2.6.9):
    dependencies:
      debug: 2.6.9
  mine@https://codeload.github.com/owner/mine/tar.gz/abc: {{}}
  near@file:near: {{}}
  real@2.0.0: {{}}
"""
BUN = f"""\
{{
  "lockfileVersion": 1,
  "workspaces": {{
    "": {{
      "name": "shop",
      "dependencies": {{ "express": "^4.0.0", "alias": "npm:real@2.0.0", }},
      "devDependencies": {{ "jest": "^29.0.0", }},
    }},
    "packages/part": {{
      "name": "@own/part",
      "dependencies": {{ "debug": "4", }}, // of its own
    }},
  }},
  "packages": {{
    "alias": ["real@2.0.0", "", {{}}, "{INTEGRITY}"],

    "@own/part": ["@own/part@workspace:packages/part"],

    "@own/part/debug": ["debug@4.3.4", "", {{}}, "{INTEGRITY}"],

    "debug": ["debug@2.6.9", "", {{}}, "{INTEGRITY}"],

    "express": ["express@4.18.2", "", {{ "dependencies": {{ "debug": "2.6.9" }} }}, "{INTEGRITY}"],

    "jest": ["jest@29.0.0", "https://npm.example/jest/-/jest-29.0.0.tgz", {{}}, "{INTEGRITY}"],

    "mine": ["mine@git+https://token@git.example/mine.git#abc", {{}}, "abc"],
  }}
}}
"""
DENO_5 = f"""\
{{
  "version": "5",
  "specifiers": {{
    "jsr:@std/fmt@1": "1.0.2",
    "npm:express@^4": "4.18.2_debug@2.6.9"
  }},
  "jsr": {{
    "@std/fmt@1.0.2": {{
      "integrity": "{"a" * 64}",
      "dependencies": ["npm:express@^4"]
    }}
  }},
  "npm": {{
    "debug@2.6.9": {{
      "integrity": "{INTEGRITY}"
    }},
    "express@4.18.2_debug@2.6.9": {{
      "integrity": "{INTEGRITY}",
      "dependencies": ["debug"]
    }}
  }},
  "workspace": {{
    "dependencies": ["jsr:@std/fmt@1"]
  }}
}}
"""
DENO_3 = f"""\
{{
  "version": "3",
  "packages": {{
    "specifiers": {{"npm:express@^4": "npm:express@4.18.2"}},
    "npm": {{
      "debug@2.6.9": {{
        "integrity": "{INTEGRITY}",
        "dependencies": {{}}
      }},
      "express@4.18.2": {{
        "integrity": "{INTEGRITY}",
        "dependencies": {{"debug": "debug@2.6.9"}}
      }}
    }}
  }},
  "remote": {{"https://deno.land/std/mod.ts": "aa"}}
}}
"""
INSTALLED = {
    "app/package.json": '{"name": "app", "dependencies": {"express": "4"}, "devDependencies": {"@scope/tool": "1"}}',
    "app/node_modules/express/package.json": (
        '{"name": "express",\n "version": "4.18.2", "license": "MIT", "dependencies": {"debug": "2"}}'
    ),
    "app/node_modules/express/node_modules/debug/package.json": '{"name": "debug", "version": "2.6.9"}',
    "app/node_modules/express/esm/package.json": '{"type": "module"}',
    "app/node_modules/debug/package.json": '{"name": "debug", "version": "4.3.4", "licenses": [{"type": "ISC"}]}',
    "app/node_modules/@scope/tool/package.json": (
        '{"name": "@scope/tool", "version": "1.0.0", "dependencies": {"debug": "4"}}'
    ),
    "app/node_modules/.bin/x": "",
}
SAMPLES = [
    ("javascript-manifest", {"package.json": MANIFEST}),
    ("npm-lock", {"package-lock.json": NPM_3}),
    ("npm-lock", {"package-lock.json": NPM_1, "package.json": MANIFEST}),
    ("yarn-lock", {"yarn.lock": YARN_1, "package.json": MANIFEST}),
    ("yarn-lock", {"yarn.lock": YARN_4, "package.json": MANIFEST}),
    ("pnpm-lock", {"pnpm-lock.yaml": PNPM_5}),
    ("pnpm-lock", {"pnpm-lock.yaml": PNPM_6}),
    ("pnpm-lock", {"pnpm-lock.yaml": PNPM_9}),
    ("bun-lock", {"bun.lock": BUN}),
    ("deno-lock", {"deno.lock": DENO_5}),
    ("deno-lock", {"deno.lock": DENO_3}),
]
"""Formats with files that they read."""
