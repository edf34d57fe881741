"""From byte offsets into UTF-8 to code points."""

from __future__ import annotations

_STEP = 1024


class ByteIndex:
    """Maps offsets into a text's UTF-8 to code points; built in one pass, asked in constant time."""

    def __init__(self, text: str) -> None:
        self._data = text.encode("utf-8")
        self._plain = len(self._data) == len(text)
        self._marks: list[int] = []  # code points before each _STEP bytes
        if not self._plain:
            total = 0
            for start in range(0, len(self._data) + 1, _STEP):
                self._marks.append(total)
                total += _points(self._data[start : start + _STEP])

    def __call__(self, byte: int) -> int:
        """Return the code-point offset at which the character that starts at byte offset `byte` stands."""
        if self._plain:
            return byte
        mark = byte // _STEP
        return self._marks[mark] + _points(self._data[mark * _STEP : byte])


def _points(data: bytes) -> int:
    """Return the number of characters that start in `data`: its bytes less those that go on a character."""
    return len(data) - sum(map(_CONTINUES.__getitem__, data)) if not data.isascii() else len(data)


_CONTINUES = [int(0x80 <= byte < 0xC0) for byte in range(256)]
