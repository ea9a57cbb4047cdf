"""Runs the program on hostile input and says what should not have come of it."""

import os
import re
import subprocess

# What a terminal would obey: control characters but line feed and tab, and bidi controls.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run(arguments, seconds=60):
    """Runs a command and returns its status, its two outputs, and a fault."""
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
    try:
        done = subprocess.run(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=seconds,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return None, "", "", f"took longer than {seconds} s"
    out, error = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))
    fault = None
    if done.returncode < 0 or done.returncode > 2:
        fault = f"ended with {done.returncode}"
    elif OBEYED.search(out + error):
        fault = "printed what a terminal obeys"
    return done.returncode, out, error, fault
