"""Answers in bulk, held equal to the evaluation."""
