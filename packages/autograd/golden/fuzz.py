"""Random calls and programs with PyTorch's answers: python3 fuzz.py FOLDER [--seed S] [--calls N] [--programs N]

Writes `ops_fuzz_holdout.json` and `python_fuzz.json` to the folder, in the schemas of the files here;
`node fuzz.ts FOLDER` then says where this package differs.
"""

import argparse
import json
import multiprocessing
import queue
from pathlib import Path

import torch

from fuzzing.calls import calls
from fuzzing.chance import Chance
from fuzzing.programs import programs


CHUNK = 500


def work(make, seed, count, results):
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    results.put(make(Chance(seed), count))


def in_parts(make, seed, count):
    """All cases, each part in a process of its own: a few calls end PyTorch 1.13 itself, and are left out."""
    made = []
    while len(made) < count:
        results = multiprocessing.Queue()
        process = multiprocessing.Process(target=work, args=(make, seed, min(CHUNK, count - len(made)), results))
        process.start()
        part = None
        while part is None and (process.is_alive() or not results.empty()):
            try:
                part = results.get(timeout=1)
            except queue.Empty:
                pass
        process.join()
        for case in part or []:
            made.append({**case, "id": f"{seed}.{case['id']}"})
        seed += 1
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", type=int, default=50_000)
    parser.add_argument("--programs", type=int, default=20_000)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    made = {"ops_fuzz_holdout.json": in_parts(calls, given.seed * 1000, given.calls),
            "python_fuzz.json": in_parts(programs, given.seed * 1000, given.programs)}
    for name, cases in made.items():
        (given.folder / name).write_text(json.dumps({"meta": {"torch": torch.__version__, "seed": given.seed}, "cases": cases}))


if __name__ == "__main__":
    main()
