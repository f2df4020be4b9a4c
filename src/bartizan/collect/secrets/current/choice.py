"""Which files are looked into for secrets, told by their names.

Left out are forms that hold no text (pictures, archives, programs), lists of nothing but checksums and, in images and
root file systems, the directories that the distribution's packages fill.
"""

from __future__ import annotations

from bartizan.collect.tree import DIRECTORY


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_TEXT = _words("""
    .7z .a .aac .ai .apk .avi .avif .bin .bmp .br .bz2 .class .db .deb .dex .dll .dmg .doc .docx .dylib .eot
    .epub .exe .fig .flac .gif .gz .heic .ico .icns .iso .jar .jpeg .jpg .lz4 .lzma .m4a .m4v .mo .mov .mp3 .mp4
    .mpeg .mpg .node .npy .npz .o .obj .odt .ogg .opus .otf .parquet .pdf .png .ppt .pptx .psd .pyc .pyd .pyo
    .rar .rlib .rpm .safetensors .so .sqlite .squashfs .tar .tbz .tgz .tif .tiff .ttf .txz .war .wasm .wav .webm
    .webp .whl .wmv .woff .woff2 .xls .xlsx .xz .zip .zst
""")
_CHECKSUMS = frozenset({"go.sum", "go.work.sum"})
_OF_PACKAGES = (
    "bin/",
    "boot/",
    "lib/",
    "lib32/",
    "lib64/",
    "libx32/",
    "sbin/",
    "usr/bin/",
    "usr/games/",
    "usr/include/",
    "usr/lib/",
    "usr/lib32/",
    "usr/lib64/",
    "usr/libexec/",
    "usr/libx32/",
    "usr/sbin/",
    "usr/share/",
    "etc/ssl/certs/",
    "var/cache/",
    "var/lib/apt/",
    "var/lib/dpkg/",
    "var/lib/rpm/",
)


def chosen(file: str, of: str = DIRECTORY) -> bool:
    """Tell whether a file is looked into."""
    name = file[file.rfind("/") + 1 :].lower()
    dot = name.rfind(".")
    if (dot > 0 and name[dot:] in _NO_TEXT) or name in _CHECKSUMS:
        return False
    return of == DIRECTORY or not file.startswith(_OF_PACKAGES)
