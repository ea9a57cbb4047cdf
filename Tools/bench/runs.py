"""Commands that are run to their end and measured."""

import os
import subprocess
import sys
import time


def measured(command, **options):
    """The seconds that a command takes and its peak of memory in MiB; ends where it fails."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options
    )
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)} failed: {complaint.decode(errors='replace')}")
    process.returncode = 0
    return time.monotonic() - start, usage.ru_maxrss / 1024


def best(body, times=5):
    """The shortest time of a function, in seconds."""
    shortest = float("inf")
    for _ in range(times):
        start = time.monotonic()
        body()
        shortest = min(shortest, time.monotonic() - start)
    return shortest
