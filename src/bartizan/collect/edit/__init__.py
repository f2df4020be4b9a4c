"""Edits of files: one thing taken out, set or put in, and every other byte left as it is.

Each language is parsed to a tree of places (`node`), and a change is a stretch of text that is replaced. What cannot be
done exactly is refused with the reason, never guessed: `Refused` is the one error of the package.
"""
