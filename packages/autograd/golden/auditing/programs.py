"""Kinds of programs by name."""

from . import networks, notebook, transformer
from .values import plain, same


MODULES = (networks, notebook, transformer)


def check_program(case, file):
    """Networks and the notebook; the kinds that this script does not repeat give None."""
    run = next((getattr(module, case["kind"]) for module in MODULES if hasattr(module, case["kind"])), None)
    if run is None:
        return None
    takes_file = case["kind"] == "depth_gradients"
    got = plain(run(case["inputs"], file if takes_file else case))
    expected = {key: case["expected"][key] for key in got}
    return same(got, expected, case.get("rel_tol", 1e-6 if case["dtype"] == "float32" else 1e-12))
