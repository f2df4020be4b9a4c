"""The parts of the HTML report: a page in one file, without requests to anywhere."""
