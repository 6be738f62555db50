"""Compares calls with the truth, after bcftools norm has written both the same way."""

import bisect
import dataclasses
import math
import subprocess

# A tandem duplication is found when its length is right and it lies this near, or within its own length.
DUPLICATION_PLACE = 50
# Edges of the bins of QUAL for calibration.
QUAL_BINS = (0, 5, 10, 15, 20, 25, 30, 40, 60, math.inf)


@dataclasses.dataclass(frozen=True)
class Call:
    quality: float
    filters: str
    info: str


@dataclasses.dataclass
class Score:
    """What one list of calls found of one panel. 'found' maps a true variant to its call, or to None."""

    found: dict
    false_calls: dict


def normalised(vcf, reference, atomise):
    """The records of a VCF by contig, position, ref and alt. Several records of one allele keep the best quality."""
    if atomise:
        # Neighbouring substitutions in one record count one by one, so that no tool loses by how it writes them.
        command = f"bcftools norm -m -any '{vcf}' | bcftools norm -a - | bcftools norm -f '{reference}' - | bcftools view -H"
    else:
        command = f"bcftools norm -f '{reference}' -m -any '{vcf}' | bcftools view -H"
    run = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"{vcf}: {run.stderr.strip()}")
    calls = {}
    for line in run.stdout.splitlines():
        contig, position, _, ref, alt, quality, filters, info = line.split("\t")[:8]
        if alt in (".", "*", "<*>", "<NON_REF>"):
            continue
        call = Call(float(quality) if quality != "." else math.nan, filters, info)
        key = (contig, int(position), ref, alt)
        if key not in calls or (call.quality, call.filters in ("PASS", ".")) > (
            calls[key].quality,
            calls[key].filters in ("PASS", "."),
        ):
            calls[key] = call
    return calls


def info(text, name):
    for field in text.split(";"):
        if field.startswith(name + "="):
            return field[len(name) + 1 :]
    return None


def fraction(call):
    return float(info(call.info, "AF"))


def kept(calls, passed_only, least_quality):
    return {
        key: call
        for key, call in calls.items()
        if (not passed_only or call.filters in ("PASS", ".")) and not call.quality < least_quality
    }


def score(truth, calls):
    found, used = {}, set()
    for key, true in truth.items():
        match = key if key in calls else None
        if match is None and info(true.info, "KIND") == "itd":
            match = duplication(key, calls, used)
        found[key] = match
        if match is not None:
            used.add(match)
    return Score(found, {key: call for key, call in calls.items() if key not in used and key not in truth})


def duplication(key, calls, used):
    contig, position, ref, alt = key
    length = len(alt) - len(ref)
    near = max(DUPLICATION_PLACE, length)
    for other in sorted(calls):
        if other in used or other[0] != contig or abs(other[1] - position) > near:
            continue
        if len(other[3]) - len(other[2]) == length:
            return other
    return None


def interval(successes, trials):
    """Clopper-Pearson, 95 %, by bisection on the binomial distribution."""
    if trials == 0:
        return 0.0, 1.0

    def at_most(k, p):
        if p <= 0:
            return 1.0
        if p >= 1:
            return 1.0 if k >= trials else 0.0
        logs = [
            math.lgamma(trials + 1)
            - math.lgamma(i + 1)
            - math.lgamma(trials - i + 1)
            + i * math.log(p)
            + (trials - i) * math.log1p(-p)
            for i in range(k + 1)
        ]
        return min(1.0, math.fsum(math.exp(x) for x in logs))

    def solve(decreasing, wanted):
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if decreasing(middle) > wanted else (low, middle)
        return (low + high) / 2

    lower = 0.0 if successes == 0 else solve(lambda p: at_most(successes - 1, p), 0.975)
    upper = 1.0 if successes == trials else solve(lambda p: at_most(successes, p), 0.025)
    return lower, upper


def quality_bin(quality):
    return bisect.bisect_right(QUAL_BINS, max(0.0, quality)) - 1
