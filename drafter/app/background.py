"""Make the table of what everybody writes (data/background.npz) from a folder of reports.

python -m drafter.app.background FOLDER [TABLE]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from drafter.app.corpus import report_files
from drafter.app.reading import read_digests
from drafter.config import data, replacing


def main(folder: Path, target: Path) -> None:
    """Read the reports below `folder`, write the table, and say what it holds."""
    from drafter.library import background
    from drafter.library.commonness import measure

    files = {path.relative_to(folder).as_posix(): path for path in report_files([folder])}
    with tempfile.TemporaryDirectory() as shelf:
        digests, unread = read_digests(files, dict.fromkeys(files, ""), Path(shelf) / "digests", lambda *_: None)
    table = measure(digests)
    with replacing(target) as temporary:
        background.write(table, temporary)
    print(f"{len(digests)} reports, {len(unread)} files unread, {table.localities} localities:")
    counts = (f"{len(getattr(table, kind))} {kind}" for kind in ("words", "pairs", "cores", "grams"))
    print(f"{', '.join(counts)}, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else data("background.npz"))
