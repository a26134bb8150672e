"""Lists of administrative divisions: the packaged skeleton of every county in China, and the user's own lists."""

from wushe.loaders.divisions.claims import LOAD_PREFIX, is_division_attestation
from wushe.loaders.divisions.listing import ListResult, preview_list
from wushe.loaders.divisions.load import InitResult, init_country, init_county, load_list
from wushe.loaders.divisions.lookup import county_code
from wushe.loaders.divisions.reading import is_division_list

__all__ = [
    "LOAD_PREFIX",
    "InitResult",
    "ListResult",
    "county_code",
    "init_country",
    "init_county",
    "is_division_attestation",
    "is_division_list",
    "load_list",
    "preview_list",
]
