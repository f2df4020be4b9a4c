"""The output formats: one module each, named like the format's id and declaring `FORMAT`."""
