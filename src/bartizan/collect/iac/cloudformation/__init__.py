"""CloudFormation and SAM templates, in YAML and JSON."""

from bartizan.collect.iac.cloudformation.reading import read
from bartizan.collect.iac.cloudformation.recognise import FORMAT_ID, units
from bartizan.collect.iac.format import Format

__all__ = ["FORMAT"]

FORMAT = Format(id=FORMAT_ID, title="CloudFormation", units=units, read=read)
