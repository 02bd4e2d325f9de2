"""The parts of fuzz.py: random calls and random programs, with what PyTorch makes of them."""
