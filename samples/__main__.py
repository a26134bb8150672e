"""Write every sample file again: `python -m samples` from the top of the repository."""

from pathlib import Path

from samples.generator.files import build


def main() -> None:
    """Write the files of `samples/enyang/`, each the same bytes as before unless its source changed."""
    folder = Path(__file__).parent / "enyang"
    folder.mkdir(exist_ok=True)
    for name, content in build().items():
        (folder / name).write_bytes(content)
        print(f"{name}\t{len(content)}")


if __name__ == "__main__":
    main()
