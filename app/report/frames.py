"""Messages between a program and its rendering processes: a length, then a pickled value.

Both ends are the same program, started by itself over pipes of its own, so pickle is safe here.
"""

import pickle
import struct
from typing import Any, BinaryIO

_LENGTH = struct.Struct(">Q")


def framed(value: Any) -> bytes:  # noqa: ANN401  # any picklable value
    """A value as it goes over the pipe."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def send(stream: BinaryIO, frame: bytes) -> None:
    """Write a frame and push it out."""
    stream.write(frame)
    stream.flush()


def receive(stream: BinaryIO) -> Any:  # noqa: ANN401  # what was framed
    """The next value; EOFError when the other end is gone."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))  # noqa: S301  # from our own process


def _exactly(stream: BinaryIO, count: int) -> bytes:
    """So many bytes and no fewer."""
    body = stream.read(count)
    if len(body) < count:
        raise EOFError
    return body
