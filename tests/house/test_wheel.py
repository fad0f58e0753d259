"""The wheel, installed into a clean environment and used from another folder.

An editable install finds the data folders beside the package; only a real one shows
whether they travel inside it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.house.tree import ROOT, tracked_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Run = subprocess.CompletedProcess[str]

SHIPPED = ("questionnaires", "report_templates", "resources")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def _run(command: Sequence[str | Path], folder: Path) -> Run:
    outside = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment = outside | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _uv(*arguments: str | Path) -> None:
    """Run the uv that runs these tests, or the one that `./dev` fetched."""
    uv = os.environ.get("UV") or shutil.which("uv") or ROOT / ".tools" / SCRIPTS / "uv"
    run = _run([uv, "--quiet", *arguments], ROOT)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _uv("build", "--wheel", "--out-dir", folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of a clean environment lie, with the versions of the lock file."""
    folder = tmp_path_factory.mktemp("clean")
    environment, pinned = folder / "environment", folder / "pinned.txt"
    _uv("export", "--locked", "--no-dev", "--no-emit-project", "--output-file", pinned)
    _uv("venv", environment)
    _uv("pip", "install", "--python", environment, "--requirement", pinned)
    _uv("pip", "install", "--python", environment, "--no-deps", wheel)
    return environment / SCRIPTS


@pytest.fixture
def clearway(scripts: Path, tmp_path: Path) -> Callable[..., Run]:
    """The installed command, in a folder that has nothing to do with the checkout."""
    return lambda *arguments: _run([scripts / "clearway", *arguments], tmp_path)


def test_the_wheel_carries_every_shipped_file(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    names = {path.relative_to(ROOT).as_posix() for path in tracked_files()}
    wanted = {f"app/_data/{name}" for name in names if name.split("/")[0] in SHIPPED}
    assert not wanted - carried
    assert not {name for name in names if name.startswith("app/")} - carried


def test_the_wheel_carries_every_licence(wheel: Path) -> None:
    carried = {name.split("/licenses/")[-1] for name in zipfile.ZipFile(wheel).namelist()}
    licences = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("resources/**/licences/*")}
    assert licences
    assert carried >= licences | {"LICENSE"}


def test_the_installed_program_is_not_the_checkout(scripts: Path, tmp_path: Path) -> None:
    where = "import app.data; print(app.data.data_root())"
    run = _run([scripts / "python", "-c", where], tmp_path)
    assert Path(run.stdout.strip()).is_relative_to(scripts.parent)


def test_both_commands_are_there(scripts: Path) -> None:
    assert {path.stem for path in scripts.iterdir()} >= {"clearway", "clearway-window"}


def test_the_installed_program_answers_help(clearway: Callable[..., Run]) -> None:
    run = clearway("--help")
    assert run.returncode == 0, run.stderr
    assert not run.stderr


def test_the_installed_program_finds_its_questionnaires_in_order(
    clearway: Callable[..., Run],
) -> None:
    run = clearway("check")
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_installed_program_makes_both_documents(
    clearway: Callable[..., Run], tmp_path: Path
) -> None:
    run = clearway("demo", "--no-window", "--out", str(tmp_path / "documents"))
    assert run.returncode == 0, run.stdout + run.stderr
    documents = list((tmp_path / "documents").rglob("*.pdf"))
    assert len(documents) >= 2
    assert all(document.read_bytes().startswith(b"%PDF-") for document in documents)
