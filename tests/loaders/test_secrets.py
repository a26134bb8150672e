"""Numbers that tell on a person are found however they are written, and what is not one is let through."""

import gzip
from importlib.resources import files

import pytest

from wushe.loaders.secret_numbers import holds_secret_number, tells

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
        NUMBER[:6] + "\x01" + NUMBER[6:14] + "\x1f" + NUMBER[14:],
        "".join(f"{figure}\ufe0f\u20e3" for figure in NUMBER[:17]) + NUMBER[17],
        NUMBER[:6] + "\u0301" + NUMBER[6:],
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


def luhn(body: str) -> str:
    """A number with the last figure that the check of cards asks for."""
    return next(f"{body}{last}" for last in range(10) if _passes(f"{body}{last}"))


def _passes(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


CARD = luhn("622202" + "240200123456")
CARDS = [
    CARD,
    luhn("621226" + "240200123456"),
    luhn("436742" + "000000000"),
    luhn("955880" + "0000000000"),
    luhn("103" + "7" * 15),
]


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("dress", ["{}", "卡号{}（工行）", "{:_>24}", '="{}"'])
def test_a_bank_card_of_any_bank(card: str, dress: str) -> None:
    """By the check of Luhn, sixteen to nineteen figures."""
    assert holds_secret_number(dress.format(card))


def test_a_card_in_groups() -> None:
    """As it stands on the card, and as people write it."""
    groups = [CARD[n : n + 4] for n in range(0, len(CARD), 4)]
    assert all(holds_secret_number(joint.join(groups)) for joint in (" ", "-", " - ", "/", "."))
    assert holds_secret_number(f"{CARD[:6]} {CARD[6:]}")
    assert not holds_secret_number(CARD[:-1] + str((int(CARD[-1]) + 1) % 10))


@pytest.mark.parametrize("joint", ["", " ", "-"])
def test_an_identity_number_of_the_old_form(joint: str) -> None:
    """Fifteen figures without a check digit: a province and a birthday."""
    assert holds_secret_number(joint.join(("511902", "540307", "024")))
    assert not holds_secret_number(joint.join(("511902", "541307", "024")))
    assert not holds_secret_number(joint.join(("921902", "540307", "024")))


@pytest.mark.parametrize(
    "spoiled", ["5.1190219900307E+17", "证件 5.11902199003070e+17", "5.11902540307024E+14", "6.222020200277777E+15"]
)
def test_what_a_spreadsheet_has_left_of_a_number(spoiled: str) -> None:
    """The last figures are lost, a region and a birthday are not; of a shorter number nothing is lost."""
    assert holds_secret_number(spoiled)
    assert tells(float(spoiled.removeprefix("证件 ")))


@pytest.mark.parametrize(
    "harmless", ["5.11903001002001E+17", "5.1511903E+17", "5.11902E+17", "6.222020200277778E+15", "1.38001E+10"]
)
def test_what_is_left_of_other_numbers(harmless: str) -> None:
    """Of a grid, of an organisation, of too little to tell, of no card, of a phone."""
    assert not holds_secret_number(harmless)
    assert not tells(float(harmless))


def test_codes_of_divisions_and_grids_of_the_whole_country_are_no_secrets() -> None:
    """Among many numbers there are always some that pass a check by chance: those of no village may be refused for it."""
    content = gzip.decompress(files("wushe.loaders").joinpath("divisions/data/china_2023-06-30.csv.gz").read_bytes())
    codes = [line.split(b",", 1)[0].decode() for line in content.splitlines()[1::97]]
    assert len({code[:2] for code in codes}) == 31
    villages = [code for code in codes if len(code) == 12]
    grids = [code + more for code in villages for more in ("001", "0012", "01001", "001001", "0010203")]
    grids = [code for code in grids if not (code[6:8] in {"19", "20"} and len(code) > 17)]  # these may hold birthdays
    assert sum(_passes(code) for code in grids if len(code) > 15) > 1000
    assert [code for code in (*codes, *grids) if holds_secret_number(code)] == []


def test_an_identity_number_is_none_the_less_one_for_looking_like_a_grid() -> None:
    """Who was born in 2002 has a number that begins as the codes of villages do."""
    body = "51190220020307024"
    number = body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]
    assert holds_secret_number(number)


def test_credit_codes_of_figures_alone() -> None:
    """Few have no letter; one in ten of those passes the check of cards."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    bodies = [f"52{region}00{serial:07d}" for region in (510000, 620000, 430000) for serial in range(7000, 9000)]
    checks = [sum(alphabet.index(c) * pow(3, n, 31) for n, c in enumerate(body[:17])) for body in bodies]
    codes = [body[:17] + alphabet[-total % 31] for body, total in zip(bodies, checks, strict=True)]
    figures = [code for code in codes if code.isdigit() and _passes(code)]
    assert figures
    assert [code for code in figures if holds_secret_number(code, credit_code=True)] == []
