"""Answers to who may do what, for people and for programs."""
