"""Runs each program named on the command line, and prints what they printed as a JSON list.

Each runs in a fork of one Python that has imported torch, which takes longer than most programs do.
An item is {"printed": text, "failed": whether it ended by an error, which the text then ends with}.
"""

import json
import os
import runpy
import sys
import traceback

import torch  # noqa: F401


def child(path, write):
    os.dup2(write, 1)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    status = 0
    try:
        runpy.run_path(path, run_name="__main__")
    except BaseException as error:
        print(traceback.format_exception_only(error)[-1], end="")
        status = 1
    sys.stdout.flush()
    os._exit(status)


def run(path):
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        child(path, write)
    os.close(write)
    with os.fdopen(read) as pipe:
        printed = pipe.read()
    _, status = os.waitpid(process, 0)
    return {"printed": printed, "failed": status != 0}


print(json.dumps([run(path) for path in sys.argv[1:]]))
