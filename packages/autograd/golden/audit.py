"""Re-checks the stored cases against the PyTorch that is installed: python3 audit.py [FOLDER]

The files hold inputs, expressions and results, so anybody with PyTorch can see whether they are true.
The numbers were made with torch 1.13.1 on an x86 CPU; other releases word some errors differently and
other machines round random normals differently, which this script then shows.
"""

import json
import sys
import warnings
from pathlib import Path

import torch

from auditing.ops import check_op
from auditing.optimisers import check_optim
from auditing.printing import check_format
from auditing.programs import check_program
from auditing.random_numbers import check_random
from auditing.semantics import check_semantics

FAMILIES = {"ops": check_op, "rng": check_random, "format": check_format, "optim": check_optim,
            "torch": check_program, "backprop": check_program, "python": check_semantics}


def main(folder):
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    counts = {True: 0, False: 0, None: 0}
    for path in sorted(Path(folder).glob("*.json")):
        file = json.loads(path.read_text())
        for case in file["cases"]:
            try:
                result = FAMILIES[path.name.split("_")[0]](case, file)
            except Exception as error:
                result = False
                print(f"{path.name} {case['id']}: {type(error).__name__}: {error}")
            else:
                if result is False:
                    print(f"{path.name} {case['id']}: differs")
            counts[result] += 1
    print(f"torch {torch.__version__}: {counts[True]} true, {counts[False]} differ, {counts[None]} not repeated")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent))
