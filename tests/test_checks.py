"""What is checked before a commit is what is checked in CI."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent


def test_a_commit_runs_every_check_and_nothing_from_elsewhere() -> None:
    config: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (repo,) = config["repos"]
    assert repo["repo"] == "local"
    entries = " ".join(hook["entry"] for hook in repo["hooks"])
    recipe = re.search(r"^check:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe is not None
    checks = re.findall(r"\$\(BIN\)/(.*?)(?: \.)?$", recipe[1], re.MULTILINE)
    assert len(checks) == len(repo["hooks"])
    assert all(f".venv/bin/{check}" in entries for check in checks)
