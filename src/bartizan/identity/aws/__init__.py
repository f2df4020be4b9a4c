"""Amazon Web Services: who may do what, by the published policy evaluation logic.

`evaluation` is the specification: one request, a module of `stages` for each stage of the logic. `index` answers in
bulk and is held equal to it.
"""
