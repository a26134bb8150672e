"""Errors of usage in Chinese: typer's own are English."""

from __future__ import annotations

import re

_SAYINGS = (
    (r"No such option: (\S+?)\.?( Did you mean .*| \(Possible options: .*\))?", r"没有 \1 这个选项"),
    (r"No such command '(.*)'\.?.*", r"没有 \1 这个命令"),
    (r"Missing argument '(.*)'\.?", r"缺少 \1"),
    (r"Missing option '(.*)'\.?", r"缺少选项 \1"),
    (r"Missing command\.?", r"没有写命令"),
    (r"Option '(.*)' requires an argument\.?", r"选项 \1 后面要写内容"),
    (r"Option '(.*)' does not take a value\.?", r"选项 \1 后面不写内容"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", r"多写了 \1"),
    (
        r"Invalid value for (?:argument )?'?(.*?)'?: '(.*)' is not a valid (?:integer|float)( range)?\.?",
        r"\1 要写数字，不能是 \2",
    ),
    (r"Invalid value for (?:argument )?'?(.*?)'?: '(.*)' is not one of (.*)\.?", r"\1 不能是 \2，可选 \3"),
    (r"Invalid value for (?:argument )?'?(.*?)'?: Input should be a valid (?:integer|number).*", r"\1 要写数字"),
    (r"Invalid value for (?:argument )?'?(.*?)'?: (.*)\.?", r"\1 的内容不对（\2）"),
)


def in_chinese(text: str) -> str:
    """What typer says, in Chinese where it is one of its common sayings."""
    line = " ".join(text.split())
    for pattern, saying in _SAYINGS:
        if match := re.fullmatch(pattern, line):
            return match.expand(saying)
    return line.rstrip(".")
