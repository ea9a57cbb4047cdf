"""A program in a terminal: tmux without a window, on a socket of its own."""

import os
import re
import subprocess
import tempfile
import time


class Terminal:
    """Runs a command on a screen of its own, types into it and waits for what must appear.

    Times are told to about 10 ms: tmux has to be asked again and again.
    """

    def __init__(self, command, columns=200, rows=48):
        self.folder = tempfile.TemporaryDirectory()
        configuration = os.path.join(self.folder.name, "tmux.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write("set -g escape-time 0\nset -g status off\n")
        self.prefix = ["tmux", "-u", "-S", os.path.join(self.folder.name, "s"), "-f", configuration]
        # The server first, so that its start is not counted as the program's.
        self.tmux("new-session", "-d", "-s", "idle", "cat")
        self.started = time.monotonic()
        size = ["-x", str(columns), "-y", str(rows)]
        self.tmux("new-session", "-d", "-s", "program", *size, "--", *command)
        self.pid = int(self.tmux("display-message", "-p", "-t", "program", "#{pane_pid}"))

    def tmux(self, *arguments):
        environment = dict(os.environ, LANG="C.UTF-8", LC_ALL="C.UTF-8")
        run = subprocess.run(
            [*self.prefix, *arguments], capture_output=True, text=True, env=environment, check=False
        )
        return run.stdout

    def keys(self, *names):
        self.started = time.monotonic()
        self.tmux("send-keys", "-t", "program", "--", *names)

    def type(self, text):
        self.started = time.monotonic()
        self.tmux("send-keys", "-t", "program", "-l", "--", text)

    def screen(self):
        return self.tmux("capture-pane", "-p", "-t", "program")

    def wait(self, pattern, timeout=60):
        """The seconds from the last start or key until the screen matches."""
        expression = re.compile(pattern, re.MULTILINE)
        while True:
            screen = self.screen()
            elapsed = time.monotonic() - self.started
            if expression.search(screen):
                return elapsed
            if elapsed > timeout:
                raise TimeoutError(f"no {pattern!r} after {elapsed:.0f} s:\n{screen}")
            time.sleep(0.003)

    def resident(self):
        """What the program has in memory now, in MiB."""
        with open(f"/proc/{self.pid}/status", encoding="utf-8") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
        return float("nan")

    def close(self):
        self.tmux("kill-server")
        # What goes on after its terminal is gone may still hold its files when it is started again.
        end = time.monotonic() + 60
        while os.path.exists(f"/proc/{self.pid}") and time.monotonic() < end:
            time.sleep(0.01)
        self.folder.cleanup()
