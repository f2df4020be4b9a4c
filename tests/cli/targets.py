"""Small targets for the commands on attack paths, and those commands run as a person runs them."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from bartizan.cli import main

POLICY = """
resource "aws_s3_bucket_policy" "customers" {
  bucket = aws_s3_bucket.customers.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop-customers/*" }
    ]
  })
}
"""
CLOSED = 'resource "aws_s3_bucket" "customers" {\n  bucket = "shop-customers"\n}\n'
OPEN = CLOSED + POLICY
DOUBTFUL = 'variable "who" {}\n' + OPEN.replace('Principal = "*"', "Principal = var.who")
NETWORK = """
resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "shop" {
  vpc_id = aws_vpc.shop.id
}
resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.shop.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_route_table" "web" {
  vpc_id = aws_vpc.shop.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.shop.id
  }
}
resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web.id
  route_table_id = aws_route_table.web.id
}
resource "aws_instance" "web" {
  ami                         = "ami-1"
  subnet_id                   = aws_subnet.web.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
}
"""


@dataclass(frozen=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str


def machine(ingress: str) -> str:
    """Return the Terraform of a machine with a public address, and of what its firewall lets in."""
    return f'{NETWORK}resource "aws_security_group" "web" {{\n  vpc_id = aws_vpc.shop.id\n{ingress}\n}}\n'


def ingress(ports: tuple[str, str] = ("443", "443"), *cidrs: str, groups: str = "") -> str:
    """Return the Terraform of a rule of a firewall."""
    listed = ", ".join(f'"{each}"' for each in cidrs)
    of = f"    security_groups = {groups}\n" if groups else ""
    return (
        f"  ingress {{\n    from_port = {ports[0]}\n    to_port = {ports[1]}\n"
        f'    protocol = "tcp"\n    cidr_blocks = [{listed}]\n{of}  }}'
    )


def ask(*arguments: str | Path, cwd: Path) -> Done:
    """Run a command in this process, with a cache of its own; it must not fail by itself."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    code = 0
    with _placed(cwd, ["bartizan", *map(str, arguments)]), redirect_stdout(out), redirect_stderr(err):
        try:
            main.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    done = Done(code, *(_text(stream) for stream in (out, err)))
    assert "Internal error" not in done.err
    assert code != 4
    return done


@contextmanager
def _placed(cwd: Path, argv: list[str]) -> Iterator[None]:
    before, kept, cache = Path.cwd(), sys.argv, os.environ.get("BARTIZAN_CACHE")
    os.environ["BARTIZAN_CACHE"] = str(cwd / ".cache")
    os.chdir(cwd)
    sys.argv = argv
    try:
        yield
    finally:
        os.chdir(before)
        sys.argv = kept
        gc.enable()
        os.environ.pop("BARTIZAN_CACHE")
        if cache is not None:
            os.environ["BARTIZAN_CACHE"] = cache


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return folder


def estate(folder: Path, text: str) -> Path:
    """Write a folder `estate` with one file of Terraform, and return it."""
    return write(folder / "estate", {"main.tf": text})
