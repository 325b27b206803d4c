"""The house's own rules, read from the code: imports run one way, files stay small, the top level stays fixed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "drafter"
FILES = sorted(PACKAGE.rglob("*.py"))

GROUND = {"model", "errors", "page"}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "page": set(),
    "config": {"errors"},
    "text": GROUND | {"config"},
    "ingest": GROUND | {"config", "text"},
    "library": GROUND | {"config", "text"},
    "compose": GROUND | {"config", "text"},
    "check": GROUND | {"config", "text"},
    "papers": GROUND | {"config", "text"},
    "render": GROUND | {"text"},
    "app": GROUND | {"config", "text", "ingest", "library", "compose", "check", "papers", "render"},
    "cli": GROUND | {"config", "text", "render", "app"},
}


def room(path: Path) -> str:
    """Return the room a file belongs to: its folder in the package, or its own name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms of drafter that a file imports, inside functions and type-checking blocks too."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "drafter" else []
            names += [node.module or ""]
        rooms |= {name.split(".")[1] for name in names if name.startswith("drafter.")}
    return rooms


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = room(path)
    if own in {"__init__", "__main__"}:
        return
    allowed = MAY_IMPORT[own] | {own, "__version__"}
    assert imported_rooms(path) <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_tells_one_story(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in {"utils", "helpers", "manager", "common"}


def test_every_package_says_what_it_is() -> None:
    for path in FILES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
