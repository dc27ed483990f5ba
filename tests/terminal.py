"""A person at a terminal: `snia` runs behind a pseudo-terminal, each line is typed when the prompt is there."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PROMPT = b"> "
PATIENCE = 20.0  # seconds; a busy machine is not a failure
CTRL_C, CTRL_D = b"\x03", b"\x04"


@dataclass
class Session:
    """A running command. Leave it with `end`, or use it in a `with`."""

    args: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)
    columns: int = 80
    seen: bytes = b""

    def __enter__(self) -> Session:
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.chdir(self.cwd)
            plain = {"COLUMNS": str(self.columns), "NO_COLOR": "1", "TERM": "xterm", "PAGER": ""}
            environment = {**os.environ, **plain, **self.env}
            os.execve(sys.executable, [sys.executable, "-m", "snia_advisor", *self.args], environment)
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, self.columns, 0, 0))
        return self

    def __exit__(self, *_: object) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.screen)

    def prompt(self) -> str:
        """What was written until the next prompt."""
        return self._read(until_prompt=True)

    def type(self, text: str | bytes) -> str:
        """Type a line, and return what was written until the next prompt, or to the end."""
        self.send(text)
        return self._read(until_prompt=True)

    def send(self, text: str | bytes) -> None:
        """Type a line, or a control key."""
        os.write(self.screen, text if isinstance(text, bytes) else (text + "\n").encode())

    def end(self) -> int:
        """The exit code, once the command is done; what it still wrote is in `text`."""
        self._read(until_prompt=False)
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)

    @property
    def text(self) -> str:
        """Everything on the screen so far."""
        return self.seen.decode("utf-8", "replace").replace("\r\n", "\n")

    def _read(self, until_prompt: bool) -> str:
        start, deadline = len(self.seen), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self.screen], [], [], 0.02)
            if ready:
                try:
                    data = os.read(self.screen, 65536)
                except OSError:
                    break
                if not data:
                    break
                self.seen += data
            elif until_prompt and self.seen[start:].replace(b"\r", b"").endswith(b"\n" + PROMPT):
                break
        else:
            raise TimeoutError(self.text[-2000:])
        return self.seen[start:].decode("utf-8", "replace").replace("\r\n", "\n")
