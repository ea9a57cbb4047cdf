"""Runs the program on hostile input and says what should not have come of it."""

import os
import re
import resource
import signal
import subprocess

# What a terminal would obey: control characters but line feed and tab, and bidi controls.
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


# How many times its CPU time a command may wait: for a busy machine, not for ever.
PATIENCE = 10


def run(arguments, seconds=60):
    """Runs a command and returns its status, its two outputs, and a fault.

    `seconds` are of CPU time, so that a hang is one however busy the machine is.
    """
    environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
    try:
        done = subprocess.run(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            timeout=PATIENCE * seconds,
            env=environment,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5)),
        )
    except subprocess.TimeoutExpired:
        return None, "", "", f"took longer than {PATIENCE * seconds} s"
    out, error = (part.decode("utf-8", "replace") for part in (done.stdout, done.stderr))
    fault = None
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        fault = f"took longer than {seconds} s of CPU time"
    elif done.returncode < 0 or done.returncode > 2:
        fault = f"ended with {done.returncode}"
    elif OBEYED.search(out + error):
        fault = "printed what a terminal obeys"
    return done.returncode, out, error, fault
