"""The rows above a table."""

FILLED = "2024年7月15日"


def titles(title: str, reporter: str, filled: str = FILLED) -> tuple[str, str]:
    """The two rows above the headers: what it is, and who filled it in when."""
    return title, f"填报单位：{reporter}  填报时间：{filled}"
