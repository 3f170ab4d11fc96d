"""Runs a notebook from start to end and keeps what it showed, without Jupyter.

    python execute.py 01_first_look.ipynb OUTPUT.ipynb

The notebook runs in its own folder. NEWSWEFT_WAREHOUSE says which warehouse it reads. A cell that fails ends this
program with its error and status 1. The last line says how many plots the notebook drew.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

SECONDS_PER_CELL = 120


def execute(source: Path, target: Path) -> int:
    """Executes the notebook ``source`` into ``target`` and returns the number of its plots."""
    notebook = nbformat.read(source, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(source.resolve().parent)}},
    )
    client.create_kernel_manager()
    if os.name != "nt":
        client.km.transport = "ipc"  # no open ports
    client.execute()
    nbformat.write(notebook, target)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return sum("image/png" in output.get("data", {}) for output in outputs)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(f"plots: {execute(Path(sys.argv[1]), Path(sys.argv[2]))}")
