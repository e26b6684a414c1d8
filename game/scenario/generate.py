"""Writes what follows from the declared format: `python -m game.scenario.generate`, in a checkout."""

from __future__ import annotations

from pathlib import Path

from game.scenario.diagnostics_page import diagnostics_page
from game.scenario.reference import with_reference
from game.scenario.schema import FILES, schema_text

_ROOT = Path(__file__).resolve().parent.parent.parent


def generated_files(root: Path) -> dict[Path, str]:
    """Each generated file with the text it should have."""
    guide = root / "scenarios" / "README.md"
    files = {root / "assets" / "schema" / f"{name}.schema.json": schema_text(name) for name in FILES}
    files[root / "scenarios" / "diagnostics.md"] = diagnostics_page()
    return {**files, guide: with_reference(guide.read_text(encoding="utf-8"))}


def main() -> None:
    """Writes every generated file that is out of date."""
    for path, text in generated_files(_ROOT).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
