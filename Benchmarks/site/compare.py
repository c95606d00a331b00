#!/usr/bin/env python3
"""Builds the same collections with sitegen and with Hugo, in turn, and prints tables in Markdown.

Called by `make bench-site`, which makes the programs first. Only the standard library is needed.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one run of a program took."""

    wall: float  # seconds
    cpu: float  # seconds, of user and system, all threads
    memory: float  # megabytes at most
    written: int = 0  # files made or written anew


@dataclass(frozen=True)
class Output:
    """What a program left."""

    pages: int
    files: int
    megabytes: float


def median_run(runs):
    """Each median by itself."""
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        memory=statistics.median(run.memory for run in runs),
        written=round(statistics.median(run.written for run in runs)),
    )


def ratio(other, own):
    """How many times more the other takes."""
    return f"{other / own:.1f}" if own else "–"


def seconds(value):
    """Seconds with as many places as mean something."""
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def table(head, rows):
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def comparison_rows(label, results):
    """A row for each program, and under them what the others take for one of the first."""
    first, *others = results
    rows = [
        [label if name == first[0] else "", name, seconds(run.wall), seconds(run.cpu),
         f"{run.memory:,.0f}", f"{run.written:,}"]
        for name, run in results
    ]
    for name, run in others:
        rows.append(
            ["", f"**{name} ÷ {first[0]}**", *(
                f"**{ratio(theirs, own)}**"
                for theirs, own in zip(
                    (run.wall, run.cpu, run.memory),
                    (first[1].wall, first[1].cpu, first[1].memory))
            ), ""]
        )
    return rows


def growth_rows(runs_by_size):
    """Cost a page at each size, and how much more than at the first."""
    rows = []
    base = None
    for size, run in runs_by_size:
        per_page = run.cpu / size
        base = base or per_page
        rows.append([
            f"{size:,}", seconds(run.wall), seconds(run.cpu), f"{run.memory:,.0f}",
            f"{per_page * 1000:.2f}", f"{run.memory / size * 1000:.0f}",
            f"{(per_page / base - 1) * 100:+.0f} %",
        ])
    return rows


def run(command, folder):
    """Runs a command to its end; what it takes counts all its children."""
    start = time.perf_counter()
    with subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE) as process:
        complaint = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {process.returncode}\n{complaint.decode()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def files_below(folder):
    """Every file below a folder with its status."""
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            yield path, os.stat(path)


def measure_output(folder):
    """Counts what stands in a folder."""
    pages = files = size = 0
    for path, status in files_below(folder):
        files += 1
        size += status.st_size
        pages += path.endswith(".html")
    return Output(pages, files, size / 1e6)


def put_aside(folder):
    """Moves an output out of the way, to be removed at the end of everything.

    For minutes after a removal ext4 gives none of its inodes to new files and steps over each of
    them for each file: 43,000 removed files made every build after it pay ten seconds of processor.
    """
    if folder.exists():
        number = sum(1 for _ in folder.parent.glob(f"{folder.name}.aside-*"))
        folder.rename(folder.with_name(f"{folder.name}.aside-{number}"))


def remove_made(options):
    """Removes the collections and the outputs, and nothing else of the folder."""
    made = [options.work / str(size) for size in options.sizes]
    for folder in made + list(options.work.glob("seeds-output*")):
        shutil.rmtree(folder, ignore_errors=True)


def bring_into_cache(paths):
    """Reads files once, so that whoever is measured finds them in the cache of the system.

    Machines that give unused memory back to their host lose what they cached within seconds: a
    build of 10,000 pages then waited half a second for the disk, at whoever's turn it was.
    """
    # One small buffer for all: what we hold ourselves counts as the memory of those we start.
    buffer = bytearray(1 << 16)
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while file.readinto(buffer):
                pass


@dataclass(frozen=True)
class Program:
    """A generator, with the site it builds, the files it reads and the folder it builds into."""

    name: str
    command: list
    site: Path
    output: Path
    sources: list = field(default_factory=list)

    def build(self, keeping):
        """One build, cold or over the output of the last."""
        if not keeping:
            put_aside(self.output)
        before = {path: status.st_mtime_ns for path, status in files_below(self.output)}
        # Nobody pays for what others have left to be written.
        os.sync()
        bring_into_cache([shutil.which(self.command[0]), *self.sources])
        taken = run(self.command, self.site)
        written = sum(
            before.get(path) != status.st_mtime_ns for path, status in files_below(self.output))
        return Run(taken.wall, taken.cpu, taken.memory, written)


def compare(programs, runs):
    """Builds in turn, another program first each round; medians of cold and of kept builds."""
    cold = {program.name: [] for program in programs}
    kept = {program.name: [] for program in programs}
    for number in range(runs):
        turn = programs[number % len(programs):] + programs[:number % len(programs)]
        print(f"round {number + 1} of {runs} in {programs[0].site}", file=sys.stderr)
        for program in turn:
            cold[program.name].append(program.build(keeping=False))
        for program in turn:
            kept[program.name].append(program.build(keeping=True))
    return [
        [(program.name, median_run(runs_of[program.name])) for program in programs]
        for runs_of in (cold, kept)
    ]


def machine():
    """Processor, memory and load of this machine, in words."""
    info = Path("/proc/cpuinfo").read_text()
    names = [line.split(":")[1].strip() for line in info.splitlines() if "model name" in line]
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    load = f"; load {busy:.1f} before the first run" + (", not idle" if busy > 0.5 else "")
    return (f"{os.cpu_count()} cores of {names[0] if names else platform.machine()}, "
            f"{gigabytes:.0f} GB{load}")


def version(command):
    """The first line that a program says of itself."""
    return subprocess.run(
        command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]


def short_program_rows(options):
    """How long programs take that have next to nothing to do, in milliseconds."""
    output = options.work / "seeds-output"
    programs = [
        ("an empty Swift program", [options.empty], None),
        ("`sitegen --version`", [options.sitegen, "--version"], None),
        ("the site of the seeds, cold",
         [options.sitegen, "build", "--output", output], output),
    ]
    sources = [path for folder in ("Content", "Templates", "seeds")
               for path, _ in files_below(options.repository / folder)]
    taken = {name: [] for name, _, _ in programs}
    for _ in range(max(21, options.runs)):
        for name, command, made in programs:
            if made:
                put_aside(made)
            bring_into_cache([command[0], *(sources if made else [])])
            taken[name].append(run(command, options.repository))
    medians = [(name, median_run(runs)) for name, runs in taken.items()]
    return [
        [name, f"{run.wall * 1000:.1f}", f"{run.cpu * 1000:.1f}", f"{run.memory:,.0f}"]
        for name, run in medians
    ]


def programs_for(size, options):
    """Makes the collection of a size, and says who builds it."""
    folder = options.work / str(size)
    with_hugo = options.hugo and size <= options.hugo_up_to
    with_pelican = options.pelican and size <= options.pelican_up_to
    make = [options.corpus, str(size), str(options.seed), folder / "sitegen"]
    make += ["--hugo", folder / "hugo"] if with_hugo else []
    make += ["--pelican", folder / "pelican"] if with_pelican else []
    run(make, options.repository)
    # Nothing is built yet, so all that stands in a site is what its generator reads.
    sources = {name: [path for path, _ in files_below(folder / name)]
               for name in ("sitegen", "hugo", "pelican")}
    programs = [
        Program("sitegen", [options.sitegen, "build"], folder / "sitegen",
                folder / "sitegen/output", sources["sitegen"])
    ]
    if with_hugo:
        hugo, site = [options.hugo, "--quiet"], folder / "hugo"
        # Without the files of bibliographic data that sitegen writes: less work than ours.
        pages = [*hugo, "--renderSegments", "pages", "--destination", "pages"]
        programs += [
            Program("Hugo", hugo, site, site / "public", sources["hugo"]),
            Program("Hugo, pages only", pages, site, site / "pages", sources["hugo"]),
        ]
    if with_pelican:
        programs.append(
            Program("Pelican", [options.pelican, "--quiet", "content"], folder / "pelican",
                    folder / "pelican/output", sources["pelican"]))
    return programs


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    for name in ("repository", "work", "sitegen", "corpus", "empty"):
        parser.add_argument(f"--{name}", type=lambda path: Path(path).absolute(), required=True)
    for name in ("hugo", "pelican"):
        parser.add_argument(f"--{name}", type=lambda path: Path(path).absolute())
    parser.add_argument("--hugo-up-to", type=int, default=10_000)
    parser.add_argument("--pelican-up-to", type=int, default=1_000)
    return parser.parse_args()


def main():
    options = read_options()
    options.work.mkdir(parents=True, exist_ok=True)
    # So that a machine in use is seen as such, the load is read before we make any.
    place = machine()
    rows, outputs, growth = [], [], []
    for size in options.sizes:
        programs = programs_for(size, options)
        cold, kept = compare(programs, options.runs)
        rows += comparison_rows(f"{size:,}, cold", cold) + comparison_rows(
            f"{size:,}, output kept", kept)
        growth.append((size, cold[0][1]))
        for program in programs:
            made = measure_output(program.output)
            outputs.append([f"{size:,}", program.name, f"{made.pages:,}", f"{made.files:,}",
                            f"{made.megabytes:,.0f}"])
    swift = version(["swift", "--version"])
    hugo = version([options.hugo, "version"]).split("-")[0] if options.hugo else "no Hugo"
    pelican = f"; Pelican {version([options.pelican, '--version'])}" if options.pelican else ""
    print(f"`make bench-site SIZES=\"{' '.join(map(str, options.sizes))}\" RUNS={options.runs}`; "
          f"{platform.system()} {platform.release()}; {place}; {swift}; {hugo}{pelican}; "
          f"seed {options.seed}; medians of {options.runs} runs in turn.\n")
    print(table(["pages of content", "", "wall, s", "CPU, s", "memory, MB", "files written"], rows))
    print()
    print(table(["pages of content", "", "HTML pages", "files", "MB"], outputs))
    if len(growth) > 1:
        print()
        print(table(["pages of content", "wall, s", "CPU, s", "memory, MB", "CPU a page, ms",
                     "memory a page, kB", f"CPU a page against {options.sizes[0]:,}"],
                    growth_rows(growth)))
    print()
    print(table(["", "wall, ms", "CPU, ms", "memory, MB"], short_program_rows(options)))
    remove_made(options)


if __name__ == "__main__":
    main()
