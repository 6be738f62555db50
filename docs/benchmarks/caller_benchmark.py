"""Runs the callers side by side on simulated panels and prints the comparison as Markdown. caller.sh starts it."""

import argparse
import collections
import datetime
import json
import math
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

import calibration
import panel_simulator
import scoring

HERE = pathlib.Path(__file__).resolve().parent
LOW, HIGH = "below 5 %", "at least 5 %"


class Tool:
    """A caller: its command, and the lists of calls that are scored: label, file, passed only, least QUAL."""

    def __init__(self, name, command, lists, environment=None):
        self.name, self.command, self.lists, self.environment = name, command, lists, environment or {}


def tools(options):
    marrow = options.marrow
    java = f"{options.gatk_java} -Xmx4g -XX:+UseSerialGC -cp '{options.gatk}/*' org.broadinstitute.hellbender.Main"
    return [
        Tool(
            "marrow",
            f"rm -f {{out}}.vcf.gz; '{marrow}' variants call --bam {{bam}} --reference {{ref}} --targets {{bed}} --output {{out}}.vcf.gz"
            " $(test ! -e {primers} || echo --primers {primers})",
            [("Marrow", ".vcf.gz", True, -1), ("Marrow, all records", ".vcf.gz", False, -1)],
            {"MARROW_NO_BUILD": "1"},
        ),
        Tool(
            "freebayes",
            "freebayes -F 0.005 -C 4 --pooled-continuous -f {ref} -t {bed} {bam} > {out}.vcf",
            [("freebayes", ".vcf", False, -1), ("freebayes, QUAL >= 20", ".vcf", False, 20)],
        ),
        Tool(
            "bcftools",
            # -d and -L lift the caps of 250 reads; -m and -F let an indel be looked at from 4 reads and 0.5 % on, as freebayes does.
            "bcftools mpileup -d 1000000 -L 1000000 -m 4 -F 0.005 -a FORMAT/AD,FORMAT/ADF,FORMAT/ADR,FORMAT/DP,FORMAT/SP"
            " -f {ref} -R {bed} -Ou {bam} | bcftools call -mv -Ov -o {out}.vcf",
            [("bcftools", ".vcf", False, -1)],
        ),
        Tool(
            "mutect2",
            # Without the option Mutect2 keeps 50 reads that begin at one position, which is nearly nothing of an amplicon.
            f"{java} Mutect2 --max-reads-per-alignment-start 0 --native-pair-hmm-threads 1 -R {{ref}} -L {{bed}} -I {{bam}} -O {{out}}.vcf"
            f" && {java} FilterMutectCalls -R {{ref}} -V {{out}}.vcf -O {{out}}.filtered.vcf",
            [("Mutect2, unfiltered", ".vcf", False, -1), ("Mutect2, filtered", ".filtered.vcf", True, -1)],
        ),
    ]


def panel(options, suite, scenario, seed, depth):
    """Simulates and aligns one panel, once: a folder that is there is complete."""
    folder = options.work / "panels" / f"{suite}-{scenario}-{seed}-{depth}"
    if folder.exists():
        return folder
    making = folder.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    if scenario == "issue":
        simulator = [sys.executable, str(options.shared_simulator), str(seed), str(depth), str(making)]
    else:
        simulator = [sys.executable, str(HERE / "panel_simulator.py"), scenario, str(seed), str(depth), str(making)]
    subprocess.run(simulator, check=True, stdout=subprocess.DEVNULL)
    model = panel_simulator.SCENARIOS.get(scenario)
    after = "-o reads.bam -"
    if model and model.copies > 1 and model.mark_duplicates:
        after = "- | samtools markdup - reads.bam"
    if scenario == "clipped":
        after = "-u - | samtools ampliconclip -u --both-ends --strand -b primers.bed - | samtools sort -o reads.bam -"
    pipeline = (
        "cd '{0}' && samtools faidx ref.fa && samtools dict ref.fa -o ref.dict && bwa index ref.fa 2>/dev/null"
        " && bwa mem -v 1 -R '@RG\\tID:1\\tSM:sample\\tLB:1\\tPL:ILLUMINA' ref.fa r1.fq r2.fq | {1} samtools sort {2}"
        " && samtools index reads.bam && rm r1.fq r2.fq ref.fa.amb ref.fa.ann ref.fa.bwt ref.fa.pac ref.fa.sa"
    ).format(making, "samtools fixmate -m - - |" if "markdup" in after else "", after)
    subprocess.run(["bash", "-eo", "pipefail", "-c", pipeline], check=True, stderr=subprocess.DEVNULL)
    making.rename(folder)
    return folder


def run(tool, folder, out):
    """Runs one caller on one panel: wall and processor seconds, peak memory of its largest process in MiB."""
    for name in ("reads.bam", "reads.bam.bai", "ref.fa", "targets.bed"):
        (folder / name).read_bytes()  # into the page cache
    command = tool.command.format(
        bam=folder / "reads.bam", ref=folder / "ref.fa", bed=folder / "targets.bed", primers=folder / "primers.bed", out=out
    )
    with open(f"{out}.{tool.name}.log", "wb") as log:
        begin = time.monotonic()
        process = subprocess.Popen(
            ["bash", "-eo", "pipefail", "-c", command], stdout=log, stderr=log, env={**os.environ, **tool.environment}
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = pathlib.Path(f"{out}.{tool.name}.log").read_text(errors="replace")[-2000:]
        raise RuntimeError(f"{tool.name} ended with {process.returncode} on {folder}:\n{tail}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024}


def scored(tool, folder, out, atomise):
    truth = scoring.normalised(folder / "truth.vcf", folder / "ref.fa", atomise)
    results = {}
    for label, ending, passed_only, least in tool.lists:
        calls = scoring.normalised(f"{out}{ending}", folder / "ref.fa", atomise)
        score = scoring.score(truth, scoring.kept(calls, passed_only, least))
        results[label] = {
            "variants": [
                {
                    "key": list(key),
                    "fraction": scoring.fraction(truth[key]),
                    "kind": scoring.info(truth[key].info, "KIND") or "",
                    "found": match is not None,
                    "qual": calls[match].quality if match is not None else None,
                }
                for key, match in sorted(score.found.items())
            ],
            "false": [
                {"key": list(key), "qual": call.quality, "filter": call.filters}
                for key, call in sorted(score.false_calls.items())
            ],
        }
    return results


def measure(options, chosen):
    """Every panel with every tool, in an order that rotates from panel to panel. Returns one record for each pair."""
    jobs = [
        ("plain", options.plain, seed, depth) for depth in options.depths for seed in options.seeds if "plain" in options.suites
    ]
    jobs += [
        ("hard", scenario, seed, depth)
        for scenario in options.scenarios
        for depth in ([10000] if scenario == "deep" else options.hard_depths)
        for seed in options.hard_seeds
        if "hard" in options.suites
    ]
    if options.panels_only:
        for job in jobs:
            panel(options, *job)
            print(*job, file=sys.stderr)
        return []
    (options.work / "calls").mkdir(parents=True, exist_ok=True)
    records = []
    with open(options.work / "results.jsonl", "w") as sink:
        for number, (suite, scenario, seed, depth) in enumerate(jobs):
            folder = panel(options, suite, scenario, seed, depth)
            if number == 0:
                for tool in chosen:
                    run(tool, folder, options.work / "calls" / "warm-up")
            turn = number % len(chosen)
            for tool in chosen[turn:] + chosen[:turn]:
                if tool.name == "mutect2" and options.mutect2_seeds and seed not in options.mutect2_seeds:
                    continue
                out = options.work / "calls" / f"{folder.name}.{tool.name}"
                record = {
                    "suite": suite,
                    "scenario": scenario,
                    "seed": seed,
                    "depth": depth,
                    "tool": tool.name,
                    "load": os.getloadavg()[0],
                }
                record.update(run(tool, folder, out))
                record["lists"] = scored(tool, folder, out, atomise=suite == "hard")
                records.append(record)
                sink.write(json.dumps(record) + "\n")
                sink.flush()
            print(f"{number + 1}/{len(jobs)} {folder.name}", file=sys.stderr)
    return records


def rows(records, key):
    """Adds up the lists of calls by label and whatever 'key' gives for a record."""
    table = collections.OrderedDict()
    for record in records:
        for label, result in record["lists"].items():
            row = table.setdefault(
                (key(record), label),
                {
                    "found": collections.Counter(),
                    "all": collections.Counter(),
                    "false": 0,
                    "panels": 0,
                    "wall": [],
                    "cpu": [],
                    "rss": [],
                    "tool": record["tool"],
                },
            )
            for v in result["variants"]:
                part = HIGH if v["fraction"] >= 0.05 else LOW
                for name in (part, f"{v['fraction']:g}"):
                    row["all"][name] += 1
                    row["found"][name] += v["found"]
            row["false"] += len(result["false"])
            row["panels"] += 1
            for name in ("wall", "cpu", "rss"):
                row[name].append(record[name])
    return table


def share(found, total):
    return "–" if total == 0 else f"{100 * found / total:.1f} %"


def plain_tables(records):
    records = [r for r in records if r["suite"] == "plain"]
    if not records:
        return []
    table = rows(records, lambda r: r["depth"])
    lines = [
        "| depth | caller | panels | >= 5 % found | 1-3 % found | false calls a panel | false, to freebayes | wall s (median) | to freebayes | CPU s | peak MiB |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for (depth, label), row in table.items():
        peer = table.get((depth, "freebayes"))
        timed = label in ("Marrow", "freebayes", "bcftools", "Mutect2, filtered")
        lines.append(
            "| {} | {} | {} | {} | {} | {:.2f} | {} | {} | {} | {} | {} |".format(
                f"{depth:,}",
                label,
                row["panels"],
                share(row["found"][HIGH], row["all"][HIGH]),
                share(row["found"][LOW], row["all"][LOW]),
                row["false"] / row["panels"],
                ratio(row["false"] / row["panels"], peer["false"] / peer["panels"]) if peer else "",
                f"{statistics.median(row['wall']):.2f}" if timed else "",
                slower(row, peer, label) if peer and timed else "",
                f"{statistics.median(row['cpu']):.2f}" if timed else "",
                f"{max(row['rss']):.0f}" if timed else "",
            )
        )
    fractions = sorted({v["fraction"] for r in records for l in r["lists"].values() for v in l["variants"]})
    lines += [
        "",
        "By true fraction, all depths together:",
        "",
        "| caller | " + " | ".join(f"{100 * f:g} %" for f in fractions) + " |",
        "|---|" + "---|" * len(fractions),
    ]
    for (_, label), row in rows(records, lambda r: "all").items():
        lines.append(f"| {label} | " + " | ".join(f"{row['found'][f'{f:g}']}/{row['all'][f'{f:g}']}" for f in fractions) + " |")
    return lines


def slower(row, peer, label):
    """Wall time to freebayes', in bold where Marrow is behind."""
    times = statistics.median(row["wall"]) / statistics.median(peer["wall"])
    return f"**{times:.2f}**" if label == "Marrow" and times > 1 else f"{times:.2f}"


def ratio(value, other):
    return "–" if other == 0 else f"{value / other:.2f}"


def hard_tables(records, options):
    records = [r for r in records if r["suite"] == "hard"]
    if not records:
        return []
    table = rows(records, lambda r: (r["scenario"], r["depth"]))
    labels = list(dict.fromkeys(label for _, label in table))
    shown = [label for label in labels if label != "Marrow, all records"]
    lines = [
        "| simulation | depth | variants >= 5 % / below | " + " | ".join(shown) + " | behind |",
        "|---|---|---|" + "---|" * (len(shown) + 1),
    ]
    for key in dict.fromkeys(k for k, _ in table):
        scenario, depth = key
        cells, behind = [], []
        own = table.get((key, "Marrow"))
        for label in shown:
            row = table.get((key, label))
            if row is None:
                cells.append("")
                continue
            text = f"{share(row['found'][HIGH], row['all'][HIGH])} / {share(row['found'][LOW], row['all'][LOW])} / {row['false'] / row['panels']:.1f}"
            cells.append(text)
            if own is not None and label != "Marrow":
                behind += lags(own, row, label)
        if own is not None and behind:
            cells[shown.index("Marrow")] = f"**{cells[shown.index('Marrow')]}**"
        one = next(iter(row for (k, _), row in table.items() if k == key))
        lines.append(
            f"| {scenario} | {depth:,} | {one['all'][HIGH]} / {one['all'][LOW]} | "
            + " | ".join(cells)
            + f" | {'; '.join(f'**{b}**' for b in behind)} |"
        )
    return lines


def lags(own, peer, label):
    """In what Marrow is behind this peer: in finding, or in false calls of a peer that finds at least as much."""
    behind = []
    for part in (HIGH, LOW):
        missing = peer["found"][part] - own["found"][part]
        if missing > 0:
            behind.append(f"{label} finds {missing} more {part}")
    finds = sum(peer["found"][p] for p in (HIGH, LOW)) >= sum(own["found"][p] for p in (HIGH, LOW))
    if finds and peer["false"] < own["false"]:
        behind.append(f"{label} has {own['false'] - peer['false']} fewer false calls")
    return behind


LENGTHS = (
    ("1", 1, 1),
    ("2-5", 2, 5),
    ("6-15", 6, 15),
    ("16-30", 16, 30),
    ("31-50", 31, 50),
    ("51-100", 51, 100),
    ("101-300", 101, 400),
)


def length_table(records):
    """Recall of indels by length, from all scenarios with indels together."""
    records = [r for r in records if r["suite"] == "hard"]
    if not records:
        return []
    counts = collections.OrderedDict()
    for record in records:
        for label, result in record["lists"].items():
            for v in result["variants"]:
                change = len(v["key"][3]) - len(v["key"][2])
                name = next((n for n, a, b in LENGTHS if a <= abs(change) <= b), None)
                if name is not None:
                    cell = counts.setdefault(label, collections.defaultdict(lambda: [0, 0]))[("+" if change > 0 else "-", name)]
                    cell[0] += v["found"]
                    cell[1] += 1
    columns = [(sign, name) for sign in "+-" for name, _, _ in LENGTHS if any(c[(sign, name)][1] for c in counts.values())]
    lines = [
        "| caller | " + " | ".join(f"{'inserted' if s == '+' else 'deleted'} {n}" for s, n in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for label, cells in counts.items():
        lines.append(f"| {label} | " + " | ".join(f"{cells[c][0]}/{cells[c][1]}" for c in columns) + " |")
    return lines


def version(command):
    run_ = subprocess.run(command, shell=True, capture_output=True, text=True, errors="replace")
    lines = (run_.stdout + run_.stderr).strip().splitlines()
    return lines[0].strip() if lines else "unknown"


def machine_lines(options):
    processor = (
        version("sed -n 's/^model name[^:]*: //p' /proc/cpuinfo") if os.path.exists("/proc/cpuinfo") else platform.processor()
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = [
        f"- Date: {datetime.date.today().isoformat()}",
        f"- Machine: {os.cpu_count()} cores, {processor}, {memory:.0f} GiB, {platform.system()} {platform.release()}",
    ]
    commit = version(f"git -C '{pathlib.Path(options.marrow).resolve().parent}' rev-parse --short HEAD")
    gatk = next((p.name for p in sorted(pathlib.Path(options.gatk).glob("gatk-4*.jar"))), "no GATK")
    lines.append(
        "- Versions: Marrow "
        + commit
        + ", freebayes "
        + version("freebayes --version").split()[-1]
        + ", "
        + version("bcftools --version")
        + ", "
        + version("samtools --version")
        + ", bwa "
        + version("bwa 2>&1 | sed -n 's/^Version: //p'")
        + ", "
        + gatk.removesuffix(".jar")
        + " on "
        + version(f"{options.gatk_java} -version")
    )
    return lines


def report(records, options):
    loads = [r["load"] for r in records]
    lines = machine_lines(options)
    lines.append(f"- Other work on the machine: load average {min(loads):.1f} to {max(loads):.1f}; one caller ran at a time")
    plain = [r for r in records if r["suite"] == "plain"]
    if plain:
        source = "the panels of the issue (panel_sim.py)" if plain[0]["scenario"] == "issue" else "panel_simulator.py plain"
        lines += ["", f"### Plain panels ({source}, seeds {span(r['seed'] for r in plain)})", "", *plain_tables(records)]
    hard = [r for r in records if r["suite"] == "hard"]
    if hard:
        lines += [
            "",
            f"### Harder simulations (seeds {span(r['seed'] for r in hard)})",
            "",
            "Each cell: found of the variants >= 5 % / found of those below / false calls a panel.",
            "",
            *hard_tables(records, options),
            "",
            "Indels by length, all harder simulations together:",
            "",
            *length_table(records),
        ]
    lines += ["", *calibration.tables(records)]
    return "\n".join(lines) + "\n"


def span(values):
    values = sorted(set(values))
    return f"{values[0]}-{values[-1]}" if len(values) > 1 else str(values[0])


def numbers(text):
    """Reads "1-10" and "500,1000"."""
    values = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        values += range(int(first), int(last or first) + 1)
    return values


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--marrow", required=True)
    parser.add_argument("--gatk", required=True)
    parser.add_argument("--gatk-java", required=True)
    parser.add_argument("--shared-simulator", type=pathlib.Path)
    parser.add_argument("--suites", default="plain,hard", type=lambda t: t.split(","))
    parser.add_argument("--tools", default="marrow,freebayes,bcftools,mutect2", type=lambda t: t.split(","))
    parser.add_argument("--seeds", default="1-10", type=numbers)
    parser.add_argument("--depths", default="500,1000,2000,5000", type=numbers)
    parser.add_argument("--hard-seeds", default="1-3", type=numbers)
    parser.add_argument("--hard-depths", default="1000", type=numbers)
    parser.add_argument(
        "--scenarios", default=",".join(s for s in panel_simulator.SCENARIOS if s != "plain"), type=lambda t: t.split(",")
    )
    parser.add_argument("--mutect2-seeds", type=numbers, help="Mutect2 takes most of the time: run it on these seeds only")
    parser.add_argument("--panels-only", action="store_true", help="simulate and align, and stop")
    parser.add_argument("--report-only", action="store_true", help="print the tables of the last run again")
    options = parser.parse_args()
    unknown = set(options.scenarios) - set(panel_simulator.SCENARIOS) | set(options.suites) - {"plain", "hard"}
    if unknown:
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    options.work = options.work.resolve()
    options.plain = "issue" if options.shared_simulator and options.shared_simulator.exists() else "plain"
    available = tools(options)
    chosen = [t for t in available if t.name in options.tools]
    if len(chosen) != len(options.tools):
        parser.error(f"--tools takes {', '.join(t.name for t in available)}")
    if options.report_only:
        records = [json.loads(line) for line in open(options.work / "results.jsonl")]
    else:
        records = measure(options, chosen)
    if options.panels_only:
        return
    text = report(records, options)
    (options.work / "report.md").write_text(text)
    calibration.picture(records, options.work / "calibration.svg")
    print(text, end="")


if __name__ == "__main__":
    main()
