"""A process that has the program loaded, and forks for each `nb` that a test types into a shell: most of a run is else the start of Python.

What runs is a process of its own, with the arguments, the environment, the folder and the
streams of whoever typed; but it does not go through the start. What is about that (a
terminal, another locale, a closed stream, `nb watch`) is run as it is installed, and so is
all that does not go through `running.run`.
"""

import atexit
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

NB = Path(sys.executable).parent / "nb"
_STREAMS = struct.Struct("iii")
_CODE = struct.Struct("i")

# What stands for `nb`. `-S`: nothing of what is installed is looked for.
_CLIENT = """#!{python} -IS
import _socket, array, marshal, os, sys
os.environ["PATH"] = os.environ["PATH"].partition(":")[2]
odd = (sys.argv[1:2] == ["watch"] or any(word.startswith("/dev/fd/") for word in sys.argv)
       or any(name.startswith(("LC_", "PYTHON")) for name in os.environ))
try:
    [os.fstat(stream) for stream in (0, 1, 2)]
except OSError:
    odd = True
if odd:
    os.execv("{nb}", ["{nb}", *sys.argv[1:]])
server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
server.connect("{place}")
os.umask(mask := os.umask(0))
said = marshal.dumps((sys.argv[1:], dict(os.environb), os.getcwdb(), mask))
server.sendmsg([len(said).to_bytes(4, "big")], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, array.array("i", (0, 1, 2)))])
server.sendall(said)
code = server.recv(4)
sys.exit(int.from_bytes(code, "little", signed=True) if code else "the process that runs nb has died")
"""


@cache
def folder_of_nb() -> str:
    """The folder with an `nb` that is answered so; starts the process, which ends with this one."""
    folder = tempfile.mkdtemp(prefix="nb-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    place = f"{folder}/server"
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(place)
    listening.listen(16)
    client = Path(folder, "bin/nb")
    client.parent.mkdir()
    client.write_text(_CLIENT.format(python=sys.executable, nb=NB, place=place))
    client.chmod(0o755)
    process = subprocess.Popen([sys.executable, __file__, str(listening.fileno()), str(os.getpid())], pass_fds=[listening.fileno()],
                               stdin=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    listening.close()
    assert process.poll() is None
    return str(client.parent)


def _load() -> None:
    """Load the program, all of it, and what it uses."""
    from importlib import import_module
    from pkgutil import walk_packages

    import kithbook

    for module in walk_packages(kithbook.__path__, "kithbook."):
        if not module.name.startswith(("kithbook.watch", "kithbook.__main__")):
            import_module(module.name)
    for name in ("json", "hashlib", "difflib", "csv", "subprocess", "tempfile", "wcwidth", "yaml", "frontmatter", "unicodedata"):
        import_module(name)


def _serve(listening: socket.socket, parent: int) -> None:
    """Fork for each who asks, until whoever started us is gone."""
    import gc
    import signal

    _load()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listening.settimeout(1)
    while os.getppid() == parent:
        with suppress(TimeoutError):
            connection, _ = listening.accept()
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                listening.close()
                connection.settimeout(None)
                _attend(connection)
                os._exit(0)
            connection.close()


def _attend(connection: socket.socket) -> None:
    size, streams, _, _ = socket.recv_fds(connection, 4, 3)
    said = b""
    while len(said) < int.from_bytes(size, "big"):
        said += connection.recv(1 << 16)
    child = os.fork()
    if child == 0:
        connection.close()
        _run(said, streams)
    for stream in streams:
        os.close(stream)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    connection.sendall(_CODE.pack(code if code >= 0 else 128 - code))


def _run(said: bytes, streams: list[int]) -> None:
    import io
    import marshal

    from kithbook.__main__ import main

    arguments, environment, folder, mask = marshal.loads(said)
    os.umask(mask)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environb.clear()
    os.environb.update(environment)
    time.tzset()
    sys.argv = [str(NB), *arguments]
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8", "surrogateescape")
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(io.BufferedWriter(io.FileIO(number, "w", closefd=False)), "utf-8", errors, line_buffering=number == 2)
        for number, errors in ((1, "surrogateescape"), (2, "backslashreplace")))
    main()


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
