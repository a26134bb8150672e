"""What stands in the way of reading a file, before anybody knows its name."""

from __future__ import annotations

SAVE_AS = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再载入"


class ContentError(Exception):
    """A file that is not read: `reason` follows its name, `hint` says what to do next."""

    def __init__(self, reason: str, hint: str = SAVE_AS) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def damaged() -> ContentError:
    """The file is broken somewhere."""
    return ContentError("已损坏，读不出内容", "请用 Excel 或 WPS 打开修复，另存后再载入")
