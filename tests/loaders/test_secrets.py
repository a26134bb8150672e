"""Numbers that tell on a person are found however they are written, and what is not one is let through."""

import pytest

from wushe.loaders.codes import holds_secret_number

BODY = "51190219900307024"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
NUMBER = BODY + "10X98765432"[sum(int(d) * w for d, w in zip(BODY, WEIGHTS, strict=True)) % 11]


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"身份证{NUMBER}号",
        NUMBER[:5] + "\u200b" + NUMBER[5:],
        NUMBER[:9] + "\u00ad" + NUMBER[9:],
        f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}",
        f"{NUMBER[:6]}.{NUMBER[6:14]}.{NUMBER[14:]}",
        f"{NUMBER[:4]} {NUMBER[4:8]} {NUMBER[8:12]} {NUMBER[12:16]} {NUMBER[16:]}",
        f"({NUMBER[:6]}){NUMBER[6:]}",
        f"{NUMBER[:6]}_{NUMBER[6:14]}_{NUMBER[14:]}",
        "12011112222" + NUMBER,
        NUMBER.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ],
)
def test_an_identity_number_in_any_dress(text: str) -> None:
    """Set apart, full width, with invisible characters, run together with a phone."""
    assert holds_secret_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "12043049636",
        "0827-0183116/12043049636",
        "12012345678、12087654321",
        "511903001002001",
        "2024-07-15 核实",
        "第1网格至第12网格",
    ],
)
def test_what_rosters_do_hold(text: str) -> None:
    """Phones, two of them, grid codes, dates."""
    assert not holds_secret_number(text)
