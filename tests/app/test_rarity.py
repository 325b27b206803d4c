"""The table of rare characters is made from reports, and reads back."""

from __future__ import annotations

from pathlib import Path

from drafter.app.rarity import main


def test_the_table_tells_in_how_many_sentences_a_character_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("政府工作报告\n建设道路。建设水渠。建设学校。养鱼。", encoding="utf-8")
    main(tmp_path, tmp_path / "rarity.txt")
    lines = (tmp_path / "rarity.txt").read_text(encoding="utf-8").splitlines()
    rows = {character: float(value) for value, each in (line.split("\t") for line in lines[2:]) for character in each}
    assert rows["建"] < rows["鱼"]
    assert rows["设"] == rows["建"]
