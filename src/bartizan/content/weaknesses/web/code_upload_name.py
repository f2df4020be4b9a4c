"""Uploaded files are kept under names of the server's own."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-upload-name",
    title="Uploaded files are kept under names of the server's own",
    severity=Severity.MEDIUM,
    because=(
        "The name that comes with an upload may lead out of the folder, replace another file, or "
        "end in `.jsp` or `.php` and be run."
    ),
    fix=(
        "Make a name (`uuid4().hex`), or clean it with `secure_filename`, and keep uploads out "
        "of what is served as code."
    ),
    cwe=("CWE-434", "CWE-22"),
    serves=("injection-prevention",),
    also=("FILE_UPLOAD_FILENAME", "unrestricted-file-upload", "express-fileupload-name"),
    looks=[
        Look(
            language="python",
            rule=python.call(
                r".*\.save",
                python.first(
                    rule.both(
                        rule.holding(rule.both({"kind": "attribute"}, rule.has_text(r"\.filename$"))),
                        rule.without(rule.has_text(r"secure_filename|splitext|basename|uuid")),
                    )
                ),
            ),
            fails=["def f():\n    file = request.files['file']\n    file.save(os.path.join(FOLDER, file.filename))\n"],
            passes=[
                "def f():\n    file.save(os.path.join(FOLDER, secure_filename(file.filename)))\n",
                "file.save(path)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                rule.both(
                    javascript.call(
                        r"(?:cb|callback|done)",
                        javascript.at(
                            2,
                            rule.both(
                                rule.has_text(r"\bfile\.originalname\b"),
                                rule.without(rule.has_text(r"extname\(file\.originalname\)")),
                            ),
                        ),
                    ),
                    rule.within(
                        rule.both(
                            {"kind": "call_expression"}, rule.field("function", rule.text(r"multer\.diskStorage"))
                        )
                    ),
                ),
                javascript.call(
                    r"(?:req\.files\.\w+|file|upload\w*)\.mv", javascript.at(1, rule.has_text(r"\.name\b|originalname"))
                ),
            ),
            fails=[
                "multer.diskStorage({ filename: (req, file, cb) => cb(null, file.originalname) });",
                "app.post('/', (req, res) => req.files.photo.mv('uploads/' + req.files.photo.name));",
            ],
            passes=["multer.diskStorage({ filename: (req, file, cb) => cb(null, crypto.randomUUID()) });"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.new(
                    "File|FileOutputStream",
                    java.argument(
                        rule.either(
                            rule.has_text(r"\.getOriginalFilename\(\)|\.getSubmittedFileName\(\)"),
                            java.assigned(rule.has_text(r"^\w+\.(?:getOriginalFilename|getSubmittedFileName)\(\)$")),
                        )
                    ),
                ),
                java.call(
                    "get|resolve",
                    java.on(rule.either(rule.text("Paths"), rule.has_text("(?i)path|dir|folder|location|root"))),
                    java.argument(rule.has_text(r"\.getOriginalFilename\(\)$|\.getSubmittedFileName\(\)$")),
                ),
            ),
            fails=[
                (
                    "class A { void f(MultipartFile file) { file.transferTo(new File(FOLDER, "
                    "file.getOriginalFilename())); } }"
                )
            ],
            passes=[
                (
                    "class A { void f(MultipartFile file) { file.transferTo(new File(FOLDER, "
                    "UUID.randomUUID().toString())); } }"
                )
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                go.call(
                    r"os\.(?:Create|OpenFile)|(?:c|ctx)\.SaveUploadedFile",
                    go.argument(
                        rule.both(
                            rule.has_text(r"\b(?:header|handler|fileHeader|fh|file|fileheader)\.Filename\b"),
                            rule.without(rule.has_text(r"filepath\.Base|filepath\.Ext|uuid")),
                        )
                    ),
                )
            ),
            fails=['package m\nfunc f() { os.Create("uploads/" + header.Filename) }\n'],
            passes=["package m\nfunc f() { os.Create(filepath.Join(folder, filepath.Base(header.Filename))) }\n"],
        ),
    ],
)
