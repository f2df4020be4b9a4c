"""The Common Expression Language, as conditions of policies use it: parsed, and judged three-valued."""
