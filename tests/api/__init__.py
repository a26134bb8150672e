"""The API: the contract, the answers, the page, and what may never be seen."""
