"""The parts of a report on a terminal."""
