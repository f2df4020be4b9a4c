"""Shell scripts as lists of commands: what is run, with what words, and what is piped into what.

Nothing is expanded or executed. The aim is to see every simple command of a POSIX or bash script wherever it
stands: in lists, pipelines, groups, loops, functions, command substitutions and here-documents, behind
`sudo`, `env` and `xargs`, and in the text given to `sh -c`. What is not understood is passed over as words.
"""

from bartizan.collect.shell.command import SHELLS, Command, split

__all__ = ["SHELLS", "Command", "split"]
