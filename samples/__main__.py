"""Write every sample file again: `python -m wushe.samples` from the top of the repository."""

from pathlib import Path

from wushe.samples.generator.files import COMMITTED, write


def main() -> None:
    """Write the files of `samples/enyang/`, each the same bytes as before unless its source changed."""
    write(Path(__file__).parent / "enyang", COMMITTED)
    print("\n".join(COMMITTED))


if __name__ == "__main__":
    main()
