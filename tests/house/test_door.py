"""`./dev` on machines that lack something, played by a PATH that holds nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.tree import ROOT

ORDINARY = ("sh", "echo", "dirname", "sed", "xargs", "cat", "chmod", "mkdir", "env")
PYTHON = 'case "$*" in *ctypes*) exit 1 ;; *"pip install"*) exit 1 ;; esac'
UV_FROM_PIP = """case "$*" in *"pip install"*)
mkdir -p .tools/bin; echo 'echo "uv $*"' >.tools/bin/uv; chmod +x .tools/bin/uv ;; esac"""

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="Windows has no sh")


class Machine:
    """A folder with the door in it, and the only programs it can find."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.programs = folder / "programs"
        self.checkout.mkdir()
        self.programs.mkdir()
        shutil.copy(ROOT / "dev", self.checkout)
        for name in ORDINARY:
            (self.programs / name).symlink_to(Path(shutil.which(name) or name).resolve())

    def has(self, name: str, script: str = "") -> None:
        """Put a program on the machine."""
        program = self.programs / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def runs(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Knock at the door."""
        command = ["./dev", *arguments]
        environment = {"PATH": str(self.programs)}
        return subprocess.run(
            command,
            cwd=self.checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def says(self, *arguments: str) -> str:
        """What the door says when it gives up, on one line."""
        run = self.runs(*arguments)
        assert run.returncode == 1, run
        return " ".join(run.stderr.split())


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def debian(machine: Machine) -> Machine:
    """Debian for a person who is root, with Python and none of the libraries."""
    machine.has("python3", PYTHON)
    machine.has("dpkg-query", "exit 1")
    machine.has("apt-get", 'echo "$*" >>apt.log')
    machine.has("id", "echo 0")
    return machine


def test_without_a_verb_the_door_names_its_verbs(machine: Machine) -> None:
    run = machine.runs()
    assert run.returncode == 2
    assert "run | demo | test | check | format | bench | build" in run.stdout


def test_a_machine_without_python_is_told_so(machine: Machine) -> None:
    assert "no python3" in machine.says("test")


def test_an_old_python_is_named_with_its_version(machine: Machine) -> None:
    machine.has("python3", 'case "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac')
    assert "Python 3.9.2 is too old" in machine.says("test")


def test_without_apt_a_missing_pango_is_named_with_its_package_elsewhere(machine: Machine) -> None:
    machine.has("python3", PYTHON)
    words = machine.says("run")
    assert all(name in words for name in ("brew install pango", "MSYS2", "dnf install"))


def test_without_root_and_sudo_the_missing_packages_are_named(debian: Machine) -> None:
    debian.has("id", "echo 1000")
    words = debian.says("demo")
    assert "neither root nor sudo" in words
    assert "libpango-1.0-0" in words
    assert "libwayland-egl1" in words


def test_sudo_is_asked_where_there_is_no_root(debian: Machine) -> None:
    debian.has("id", "echo 1000")
    debian.has("sudo", 'echo sudo >>apt.log; "$@"')
    debian.says("demo")
    asked = (debian.checkout / "apt.log").read_text().split()
    assert asked[:3] == ["sudo", "update", "-qq"]


def test_only_what_is_missing_is_installed(debian: Machine) -> None:
    debian.has(
        "dpkg-query",
        'for name; do case "$name" in libegl1|-*) ;; *) printf "installed:%s " "$name" ;; esac; done',
    )
    debian.says("demo")
    install = (debian.checkout / "apt.log").read_text().splitlines()[-1].split()
    assert [name for name in install[1:] if not name.startswith("-")] == ["libegl1"]


def test_pip_comes_from_apt_only_where_no_pip_serves(debian: Machine) -> None:
    debian.has("python3", 'case "$*" in *pip*) exit 1 ;; esac')
    debian.says("demo")
    assert " python3-pip " in (debian.checkout / "apt.log").read_text()


def test_a_failed_fetch_speaks_of_certificates(debian: Machine) -> None:
    words = debian.says("test")
    assert "UV_SYSTEM_CERTS=true" in words
    assert "PIP_CERT" in words


def test_with_everything_there_the_verb_is_handed_to_uv(debian: Machine) -> None:
    debian.has("python3", UV_FROM_PIP)
    run = debian.runs("run", "license", "two words")
    assert run.returncode == 0, run
    assert run.stdout.splitlines()[-1] == "uv run --locked --no-dev clearway license two words"
