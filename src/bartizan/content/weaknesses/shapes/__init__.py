"""Shapes that unsafe code is made of in each language, as parts of ast-grep rules: what comes from a request, what is
put together from values, which function is called with what.

A value is followed back by one assignment within its function, no further: what is found can be seen at a glance.
"""
