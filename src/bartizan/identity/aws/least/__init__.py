"""Least privilege: what was used of policies, and the smallest policy that keeps it."""
