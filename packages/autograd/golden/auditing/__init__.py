"""The parts of audit.py, one for each family of files."""
