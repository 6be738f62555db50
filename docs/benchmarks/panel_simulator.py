"""Simulates the reads of one targeted panel, with the truth beside them. See caller.md for every scenario in words.

usage: panel_simulator.py SCENARIO SEED DEPTH OUTDIR
       panel_simulator.py --list

Writes ref.fa, targets.bed, truth.vcf (INFO/AF is the true fraction, INFO/KIND what was planted), r1.fq and r2.fq, and for
amplicons primers.bed. The same arguments give the same bytes. It shares no code with Marrow's caller, and the caller's error
model was not written from it.

DEPTH is the mean number of molecules over a target's positions: an overlapping pair counts once, and PCR copies do not count.
Positions are 0-based inside this file and 1-based in the VCF.

Sources of the parameters. Each is marked as it was known when it was written down: [paper] a published number, from memory and
to be verified; [choice] chosen so that the effect reaches the fractions of variants that are looked for.
"""

import dataclasses
import os
import sys

import numpy as np

BASES = b"ACGT"
COMPLEMENT = np.array([3, 2, 1, 0], dtype=np.uint8)
A, C, G, T = range(4)

# Transitions are about half of a sequencer's substitutions [choice: uniform would be one third].
TRANSITION = np.array([G, T, A, C], dtype=np.uint8)
TRANSITION_SHARE = 0.5

CONTIG_LENGTH = 1600
PRIMER_LENGTH = 22
# Long enough that an amplicon's primers lie between its neighbours' primers, as in tiled two-pool panels.
AMPLICON_LENGTH = 196
AMPLICON_STEP = 118

# Slipped reads by run length: this times SLIPPAGE_GROWTH for each base beyond five, so 0.25 % at ten bases and 1.2 % at twelve
# without PCR, and four times that with it [paper: exponential growth, and deletions about three times as many as insertions].
SLIPPAGE_AT_FIVE = 5e-5
SLIPPAGE_GROWTH = 2.2
SLIPPAGE_DELETIONS = 0.75


@dataclasses.dataclass(frozen=True)
class Scenario:
    """What is planted, and what goes wrong with the reads. The defaults are a good capture library on a good run."""

    summary: str
    plant: str = "mixed"
    fractions: tuple = (0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5)
    targets: int = 12
    target_length: int = 300
    # Inserts of a capture library, in bases [choice: common protocols].
    insert_mean: float = 260
    insert_sd: float = 40
    insert_least: int = 100
    read_length: int = 150
    # Runs of one base planted in every target, and their lengths.
    runs: int = 2
    run_lengths: tuple = (5, 9)
    slippage: float = 1.0
    # Mean read pairs of one molecule; sizes are log-normal with this sd of the logarithm (jackpots).
    copies: float = 1.0
    copies_sd: float = 1.0
    mark_duplicates: bool = True
    # Substitutions for each base and doubling [paper: 5e-7 for the best high-fidelity polymerase, 4e-6 for others, 1.5e-4 Taq].
    pcr_error: float = 1e-6
    pcr_cycles: int = 12
    # Mean share of changed C of a strand; sites differ log-normally.
    deamination: float = 0.0
    deamination_sd: float = 1.2
    # Mean share of changed G of a strand, and how much likelier after a C (CG>CT) [paper: CCG is the worst context of 8-oxoG].
    oxidation: float = 0.0
    oxidation_sd: float = 1.0
    # Mean error of one position, base and strand beyond what the qualities say; log-normal.
    systematic: float = 2e-5
    systematic_sd: float = 1.5
    # Positions of a target with a large error on one strand, and its range.
    one_strand_sites: int = 0
    one_strand_rate: tuple = (0.03, 0.1)
    quality: str = "even"
    # Share of pairs joined from two molecules [paper: 0.1 to 1 % of PCR products in capture libraries].
    chimeras: float = 0.002
    # Share of pairs that belong to other samples of the run [paper: 0.1 to 2 % on patterned flow cells with shared indices].
    hopping: float = 0.0
    # Identity of a second copy that is in the reference and is sequenced too, in percent: one for each target, evenly spread.
    paralogue: tuple = ()
    amplicons: bool = False
    amplicon_sd: float = 0.4
    # Share of variant molecules that amplify when a substitution lies under a primer [choice].
    primer_mismatch: float = 0.6


LOW = (0.01, 0.02, 0.03, 0.05, 0.1)
SCENARIOS = {
    "plain": Scenario("SNVs, insertions and deletions in a good capture library", targets=40),
    "indels": Scenario("insertions and deletions of 1 to 50 bases, half of the insertions tandem", plant="indels"),
    "mnv": Scenario("two to four neighbouring bases changed on the same molecule", plant="mnv"),
    "clustered": Scenario("SNVs and indels 3 to 20 bases apart, on the same molecules or on different ones", plant="clustered"),
    "germline": Scenario("heterozygous and homozygous SNPs beside low variants", plant="germline", fractions=LOW),
    "itd": Scenario(
        "tandem duplications of 3 to 300 bases with 0 to 9 filled-in ones, and 1 % of chimeras",
        plant="itd",
        targets=24,
        fractions=(0.01, 0.03, 0.05, 0.1, 0.3, 0.5),
        chimeras=0.01,
    ),
    "named": Scenario(
        "four duplicated bases as in NPM1, 52 deleted or 5 inserted ones in purine-rich sequence as in CALR",
        plant="named",
        targets=24,
    ),
    "homopolymers": Scenario(
        "runs of 6 to 12 bases with PCR slippage, and one base more or less in some of them",
        plant="homopolymers",
        runs=3,
        run_lengths=(6, 13),
        slippage=4.0,
        fractions=(0.05, 0.1, 0.25, 0.5),
    ),
    "duplicates": Scenario(
        "six copies of each molecule on average, jackpots, a polymerase with errors; duplicates are flagged",
        copies=6,
        pcr_error=4e-6,
    ),
    "unflagged": Scenario("the same with duplicates that nobody flagged", copies=6, pcr_error=4e-6, mark_duplicates=False),
    "ffpe": Scenario("C>T of one strand, as in fixed tissue; short inserts", deamination=1.5e-3, insert_mean=170, insert_sd=40),
    "oxidation": Scenario("G>T of one strand, as after shearing", oxidation=6e-4),
    "strand": Scenario("positions where one strand reads a wrong base in 3 to 10 %, at good quality", one_strand_sites=4),
    "systematic": Scenario("errors by position, base and strand ten times the usual", systematic=2e-4),
    "overlap": Scenario("inserts shorter than a read, so that mates see every base twice", insert_mean=135, insert_sd=20),
    "tails": Scenario("qualities that fall along the reads, down to Q2 tails", quality="tails"),
    "binned": Scenario("qualities of four values", quality="binned"),
    "overstated": Scenario("qualities five units better than the bases", quality="overstated"),
    "hopping": Scenario(
        "1 % of the pairs belong to eight other samples, with SNPs of their own", plant="germline", fractions=LOW, hopping=0.01
    ),
    "paralogue": Scenario("a second copy with 95 to 99 % identity in the reference, sequenced too", paralogue=(95, 99)),
    "amplicons": Scenario("tiled amplicons; reads begin with primers, some variants lie under one", amplicons=True),
    "clipped": Scenario("the same with primers clipped by samtools ampliconclip", amplicons=True),
    "deep": Scenario("a good capture library, fractions from 0.5 %", fractions=(0.005, 0.01, 0.02, 0.05), targets=4),
    "blank": Scenario("SNPs alone: whatever else is called is false", plant="snps", systematic=5e-5, oxidation=1e-4),
}


@dataclasses.dataclass(frozen=True)
class Variant:
    position: int
    ref: str
    alt: str
    fraction: float
    kind: str
    # Variants of one group lie on the same molecules.
    group: int


def codes(text):
    return np.frombuffer(text.encode().translate(bytes.maketrans(b"ACGT", b"\0\1\2\3")), dtype=np.uint8).copy()


def text(sequence):
    return bytes(np.asarray(sequence, dtype=np.uint8)).translate(bytes.maketrans(b"\0\1\2\3", b"ACGT")).decode()


def other_base(rng, base):
    return (base + 1 + int(rng.integers(3))) % 4


def run_lengths(sequence):
    """For every position the length of the run of equal bases that begins there, 0 inside a run."""
    lengths = np.zeros(len(sequence), dtype=int)
    begin = 0
    for end in range(1, len(sequence) + 1):
        if end == len(sequence) or sequence[end] != sequence[begin]:
            lengths[begin] = end - begin
            begin = end
    return lengths


class Panel:
    """One contig for each target: its sequence and what is planted in it."""

    def __init__(self, scenario, rng):
        self.scenario = scenario
        self.begin = (CONTIG_LENGTH - scenario.target_length) // 2
        self.end = self.begin + scenario.target_length
        self.references = []
        self.variants = []
        self.foreign = []
        for _ in range(scenario.targets):
            reference = self.sequence(rng)
            planted = PLANTERS[scenario.plant](self, rng, reference)
            self.references.append(reference)
            self.variants.append(sorted(planted, key=lambda v: v.position))
            self.foreign.append(self.foreign_snps(rng, reference, planted) if scenario.hopping else [])
        self.paralogues = []
        if scenario.paralogue:
            low, high = scenario.paralogue
            for i, reference in enumerate(self.references):
                identity = low + (high - low) * i / max(1, scenario.targets - 1)
                changed = np.flatnonzero(rng.random(CONTIG_LENGTH) > identity / 100)
                copy = reference.copy()
                copy[changed] = [other_base(rng, b) for b in copy[changed]]
                self.paralogues.append(copy)

    def sequence(self, rng):
        sequence = rng.choice(4, CONTIG_LENGTH, p=[0.28, 0.22, 0.22, 0.28]).astype(np.uint8)
        for _ in range(self.scenario.runs):
            at = int(rng.integers(self.begin, self.end - 15))
            sequence[at : at + int(rng.integers(*self.scenario.run_lengths))] = rng.integers(4)
        if self.scenario.plant == "named":
            # CALR's exon 9 is nine tenths A and G over the deletion; the sequence here is made up.
            sequence[self.begin + 60 : self.begin + 180] = rng.choice(4, 120, p=[0.45, 0.05, 0.45, 0.05])
        return sequence

    def place(self, rng, used, length, distance=35, margin=20):
        """A position of which 'distance' bases on either side are free; None when there is none."""
        for _ in range(300):
            at = int(rng.integers(self.begin + margin, self.end - margin - length))
            if all(at - distance >= end or at + length + distance <= begin for begin, end in used):
                used.append((at, at + length))
                return at
        return None

    def fraction(self, rng):
        return float(self.scenario.fractions[int(rng.integers(len(self.scenario.fractions)))])

    def snv(self, rng, reference, at, fraction, group, kind="snv"):
        return Variant(at, text(reference[at : at + 1]), text([other_base(rng, reference[at])]), fraction, kind, group)

    def insertion(self, rng, reference, at, length, fraction, group, tandem, fill=0, kind=None):
        """Inserted after 'at'; a tandem one repeats the bases that end there, after 'fill' random ones."""
        filled = text(rng.integers(0, 4, fill))
        bases = text(reference[at + 1 - length : at + 1]) if tandem else text(rng.integers(0, 4, length))
        anchor = text(reference[at : at + 1])
        return Variant(at, anchor, anchor + filled + bases, fraction, kind or ("dup" if tandem else "ins"), group)

    def deletion(self, reference, at, length, fraction, group, kind="del"):
        return Variant(at, text(reference[at : at + 1 + length]), text(reference[at : at + 1]), fraction, kind, group)

    def foreign_snps(self, rng, reference, planted):
        """SNPs of the eight other samples: for each its position, base and how many of their sixteen copies have it."""
        used = [(v.position, v.position + len(v.ref)) for v in planted]
        snps = []
        for _ in range(4):
            at = self.place(rng, used, 1, distance=8)
            if at is not None:
                snps.append((at, other_base(rng, reference[at]), int(rng.binomial(16, rng.uniform(0.05, 0.6)))))
        return snps


def plant_mixed(panel, rng, reference):
    variants, used = [], []
    for group in range(5):
        length = int(rng.choice([1, 2, 3, 4, 6, 9, 15, 21, 30]))
        at = panel.place(rng, used, length + 1)
        if at is None:
            continue
        fraction, kind = panel.fraction(rng), rng.random()
        if kind < 0.6:
            variants.append(panel.snv(rng, reference, at, fraction, group))
        elif kind < 0.8:
            variants.append(panel.insertion(rng, reference, at, length, fraction, group, tandem=False))
        else:
            variants.append(panel.deletion(reference, at, length, fraction, group))
    return variants


def plant_indels(panel, rng, reference):
    variants, used = [], []
    for group in range(4):
        # Even on the logarithm, so that short ones are as many as in patients.
        length = int(round(np.exp(rng.uniform(0, np.log(50)))))
        at = panel.place(rng, used, length + 1)
        if at is None:
            continue
        fraction = panel.fraction(rng)
        if rng.random() < 0.5:
            variants.append(panel.insertion(rng, reference, at, length, fraction, group, tandem=bool(rng.random() < 0.5)))
        else:
            variants.append(panel.deletion(reference, at, length, fraction, group))
    return variants


def plant_mnv(panel, rng, reference):
    variants, used = [], []
    for group in range(4):
        length = int(rng.integers(2, 5))
        at = panel.place(rng, used, length)
        if at is None:
            continue
        alt = [other_base(rng, b) for b in reference[at : at + length]]
        variants.append(Variant(at, text(reference[at : at + length]), text(alt), panel.fraction(rng), "mnv", group))
    return variants


def plant_clustered(panel, rng, reference):
    variants, used, group = [], [], 0
    for _ in range(3):
        at = panel.place(rng, used, 50, distance=25)
        if at is None:
            continue
        cis = bool(rng.random() < 0.5)
        fraction, members = panel.fraction(rng), int(rng.integers(2, 4))
        for member in range(members):
            kind = rng.random()
            if kind < 0.7:
                variants.append(panel.snv(rng, reference, at, fraction, group, "cis" if cis else "trans"))
                at += 1
            else:
                length = int(rng.integers(1, 7))
                variants.append(panel.deletion(reference, at, length, fraction, group, "cis" if cis else "trans"))
                at += 1 + length
            at += int(rng.integers(3, 21)) if member + 1 < members else 0
            if not cis:
                group += 1
                fraction = panel.fraction(rng)
        group += 1
    return variants


def plant_germline(panel, rng, reference):
    variants, used = [], []
    for group in range(3):
        at = panel.place(rng, used, 40, distance=30)
        if at is None:
            continue
        # Groups of SNPs are their own: a low variant lies on either parent's copy.
        copies = 1.0 if rng.random() < 0.3 else 0.5
        variants.append(panel.snv(rng, reference, at, copies, 2 * group, "snp"))
        near = at + int(rng.integers(1, 31))
        variants.append(panel.snv(rng, reference, near, panel.fraction(rng), 2 * group + 1))
    return variants


def plant_snps(panel, rng, reference):
    variants, used = [], []
    for group in range(2):
        at = panel.place(rng, used, 1)
        if at is not None:
            variants.append(panel.snv(rng, reference, at, 1.0 if rng.random() < 0.3 else 0.5, group, "snp"))
    return variants


def plant_itd(panel, rng, reference):
    length = int(round(np.exp(rng.uniform(np.log(3), np.log(300)))))
    at = int(rng.integers(max(panel.begin + 20, panel.begin - 100 + length), panel.end - 20))
    fill = int(rng.integers(1, 10)) if rng.random() < 0.4 else 0
    return [panel.insertion(rng, reference, at, length, panel.fraction(rng), 0, tandem=True, fill=fill, kind="itd")]


def plant_named(panel, rng, reference):
    middle = panel.begin + 100
    which = int(rng.integers(3))
    if which == 0:
        at = panel.begin + 220
        return [panel.insertion(rng, reference, at, 4, panel.fraction(rng), 0, tandem=True, kind="npm1")]
    if which == 1:
        return [panel.deletion(reference, middle, 52, panel.fraction(rng), 0, kind="calr1")]
    return [panel.insertion(rng, reference, middle + 30, 5, panel.fraction(rng), 0, tandem=False, kind="calr2")]


def plant_homopolymers(panel, rng, reference):
    variants, used, group = [], [], 0
    lengths = run_lengths(reference)
    for at in range(panel.begin + 20, panel.end - 35):
        if lengths[at] < 6 or any(abs(at - begin) < 30 for begin, _ in used):
            continue
        used.append((at, at + int(lengths[at])))
        if rng.random() < 0.5:
            continue
        fraction = panel.fraction(rng)
        if rng.random() < 0.5:
            variants.append(panel.deletion(reference, at - 1, 1, fraction, group, kind="run-del"))
        else:
            anchor, base = text(reference[at - 1 : at]), text(reference[at : at + 1])
            variants.append(Variant(at - 1, anchor, anchor + base, fraction, "run-ins", group))
        group += 1
    for _ in range(2):
        at = panel.place(rng, used, 1, distance=12)
        if at is not None:
            variants.append(panel.snv(rng, reference, at, panel.fraction(rng), group))
            group += 1
    return variants


PLANTERS = {name.removeprefix("plant_"): planter for name, planter in list(globals().items()) if name.startswith("plant_")}


class Template:
    """A contig with some of its variants: bases, and for each the reference position it comes from (-1 when inserted)."""

    def __init__(self, reference, variants):
        pieces, origins, at = [], [], 0
        for v in variants:
            pieces.append(reference[at : v.position])
            origins.append(np.arange(at, v.position))
            alt = codes(v.alt)
            kept = min(len(v.ref), len(v.alt)) if len(v.ref) != len(v.alt) else len(v.ref)
            pieces.append(alt)
            origins.append(np.concatenate([np.arange(v.position, v.position + kept), np.full(len(alt) - kept, -1)]))
            at = v.position + len(v.ref)
        pieces.append(reference[at:])
        origins.append(np.arange(at, len(reference)))
        self.bases = np.concatenate(pieces).astype(np.uint8)
        self.origins = np.concatenate(origins).astype(np.int32)
        self.runs = [(int(i), int(n)) for i, n in enumerate(run_lengths(self.bases)) if n >= 5]


class Damage:
    """Error rates of every position of one contig, drawn once for a run. Index 0 is the forward strand."""

    def __init__(self, scenario, rng, reference):
        n = len(reference)
        self.deamination = spread(rng, scenario.deamination, scenario.deamination_sd, (2, n))
        self.deamination[0][reference != C] = 0
        self.deamination[1][reference != G] = 0
        self.oxidation = spread(rng, scenario.oxidation, scenario.oxidation_sd, (2, n))
        self.oxidation[0][reference != G] = 0
        self.oxidation[1][reference != C] = 0
        after_c = np.concatenate([[False], reference[:-1] == C])
        before_g = np.concatenate([reference[1:] == G, [False]])
        self.oxidation[0][~after_c] *= 0.5
        self.oxidation[1][~before_g] *= 0.5
        # By read strand, position and base read.
        self.systematic = spread(rng, scenario.systematic, scenario.systematic_sd, (2, n, 4))
        begin = (CONTIG_LENGTH - scenario.target_length) // 2
        for _ in range(scenario.one_strand_sites):
            at = int(rng.integers(begin, begin + scenario.target_length))
            self.systematic[int(rng.integers(2)), at, other_base(rng, reference[at])] = rng.uniform(*scenario.one_strand_rate)
        for base in range(4):
            self.systematic[:, reference == base, base] = 0


def spread(rng, mean, sd, shape):
    """Log-normal rates with this mean, at most 0.3."""
    if mean == 0:
        return np.zeros(shape)
    return np.minimum(mean * np.exp(rng.normal(0, sd, shape) - sd * sd / 2), 0.3)


def damaged(rng, bases, origins, top, damage):
    """What happened to one strand of a molecule before PCR: both mates and all copies see it."""
    strand = 0 if top else 1
    known = origins >= 0
    where = np.where(known, origins, 0)
    # On the other strand the same chemistry shows as the complement.
    changes = (
        ((damage.deamination, C, T), (damage.oxidation, G, T))
        if top
        else ((damage.deamination, G, A), (damage.oxidation, C, A))
    )
    for rates, before, after in changes:
        rate = rates[strand][where]
        if rate.any():
            # An inserted base has no site of its own, and a changed one is no longer what the rate is of.
            bases[(rng.random(len(bases)) < rate) & known & (bases == before)] = after
    return bases


def slipped(rng, bases, origins, runs, begin, factor):
    """One base more or less in a run of equal ones, as PCR makes it."""
    for at, length in runs:
        inside = at - begin
        if inside < 1 or inside + length >= len(bases):
            continue
        if rng.random() < min(0.3, factor * SLIPPAGE_AT_FIVE * SLIPPAGE_GROWTH ** (length - 5)):
            if rng.random() < SLIPPAGE_DELETIONS:
                return np.delete(bases, inside), np.delete(origins, inside)
            return np.insert(bases, inside, bases[inside]), np.insert(origins, inside, -1)
    return bases, origins


def amplified(rng, scenario, bases, copies):
    """The copies of one molecule, with PCR's errors: copies that descend from one product share its errors."""
    lineages = rng.integers(0, 1 << scenario.pcr_cycles, copies)
    products = [bases.copy() for _ in range(copies)]
    expected = scenario.pcr_error * len(bases)
    for cycle in range(1, scenario.pcr_cycles + 1):
        ancestors = lineages >> (scenario.pcr_cycles - cycle)
        for ancestor in np.unique(ancestors):
            for _ in range(rng.poisson(expected)):
                at = int(rng.integers(len(bases)))
                base = other_base(rng, bases[at])
                for i in np.flatnonzero(ancestors == ancestor):
                    products[i][at] = base
    return products


class Reads:
    """Collects fragments of one contig and writes them as pairs."""

    def __init__(self, scenario, rng, damage):
        self.scenario, self.rng, self.damage = scenario, rng, damage
        self.fragments = []

    def add(self, bases, origins, top):
        self.fragments.append((bases, origins, top))

    def write(self, r1, r2, name):
        for first in range(0, len(self.fragments), 4096):
            self.write_some(self.fragments[first : first + 4096], r1, r2, f"{name}_{first}")

    def write_some(self, fragments, r1, r2, name):
        length = self.scenario.read_length
        for mate, sink in ((1, r1), (2, r2)):
            count = len(fragments)
            bases = np.zeros((count, length), dtype=np.uint8)
            origins = np.full((count, length), -1, dtype=np.int32)
            lengths = np.zeros(count, dtype=int)
            reverse = np.zeros(count, dtype=bool)
            for i, (fragment, origin, top) in enumerate(fragments):
                n = min(length, len(fragment))
                lengths[i] = n
                # Read 1 of a molecule's top strand lies forward, its read 2 reverse; the other strand's pair the other way.
                reverse[i] = top == (mate == 2)
                if reverse[i]:
                    bases[i, :n] = COMPLEMENT[fragment[-n:][::-1]]
                    origins[i, :n] = origin[-n:][::-1]
                else:
                    bases[i, :n] = fragment[:n]
                    origins[i, :n] = origin[:n]
            self.add_systematic(bases, origins, reverse)
            qualities = self.sequence(bases, mate)
            letters = np.frombuffer(BASES, dtype=np.uint8)[bases]
            for i in range(count):
                n = lengths[i]
                sink.write(
                    b"@%s_%d\n%s\n+\n%s\n" % (name.encode(), i, letters[i, :n].tobytes(), (qualities[i, :n] + 33).tobytes())
                )

    def add_systematic(self, bases, origins, reverse):
        known = origins >= 0
        where = np.where(known, origins, 0)
        strand = np.broadcast_to(reverse[:, None].astype(int), origins.shape)
        draw = self.rng.random(origins.shape)
        low = np.zeros(origins.shape)
        for base in range(4):
            rate = self.damage.systematic[strand, where, base] * known
            hit = (draw >= low) & (draw < low + rate)
            bases[hit] = np.where(reverse[:, None], COMPLEMENT[base], base).repeat(origins.shape[1], 1)[hit]
            low += rate

    def sequence(self, bases, mate):
        """Draws qualities, and errors by them. Changes 'bases'."""
        rng, (count, length) = self.rng, bases.shape
        cycle = np.arange(length)
        model = self.scenario.quality
        profile = 37 - cycle * (0.04 if mate == 1 else 0.06)
        if model == "tails":
            profile = profile - np.clip(cycle - (100 if mate == 1 else 70), 0, None) * (0.2 if mate == 1 else 0.3)
        # A read as a whole is better or worse, and so is each base.
        quality = profile + rng.normal(0, 2, (count, 1)) + rng.normal(0, 2.5, (count, length))
        if model == "tails":
            bad = rng.random(count) < 0.1
            begin = rng.integers(length // 2, length, count)
            quality[bad[:, None] & (cycle[None, :] >= begin[:, None])] = 2
        quality = np.clip(np.round(quality), 2, 40)
        true_quality = quality - 5 if model == "overstated" else quality
        error = rng.random((count, length)) < 10 ** (-true_quality / 10)
        change = rng.random((count, length))
        step = 1 + np.minimum((change * 3).astype(np.uint8), 2)
        wrong = np.where(rng.random((count, length)) < TRANSITION_SHARE, TRANSITION[bases], (bases + step) % 4)
        bases[error] = wrong[error].astype(np.uint8)
        if model == "binned":
            quality = np.array([2, 12, 23, 37])[np.digitize(quality, [7, 18, 30])]
        return quality.astype(np.uint8)


def simulate(name, seed, depth, folder):
    scenario = SCENARIOS[name]
    # The scenario's name is part of the seed: two scenarios never share a panel.
    rng = np.random.default_rng([seed, depth, *name.encode()])
    panel = Panel(scenario, rng)
    os.makedirs(folder, exist_ok=True)
    write_truth(panel, folder)
    with open(f"{folder}/r1.fq", "wb") as r1, open(f"{folder}/r2.fq", "wb") as r2:
        for i, reference in enumerate(panel.references):
            reads = Reads(scenario, rng, Damage(scenario, rng, reference))
            molecules = amplicon_molecules if scenario.amplicons else capture_molecules
            for bases, origins, top in molecules(panel, i, rng, depth, reads.damage):
                reads.add(bases, origins, top)
            reads.write(r1, r2, f"t{i}")
            if panel.paralogues:
                copy = Reads(scenario, rng, Damage(scenario, rng, panel.paralogues[i]))
                for bases, origins, top in capture_molecules(panel, i, rng, depth, copy.damage, panel.paralogues[i]):
                    copy.add(bases, origins, top)
                copy.write(r1, r2, f"p{i}")


def template_of(templates, reference, variants, groups):
    key = tuple(sorted(groups))
    if key not in templates:
        templates[key] = Template(reference, [v for v in variants if v.group in groups])
    return templates[key]


def carried(rng, variants):
    """The groups of variants that one molecule carries."""
    fractions = {v.group: v.fraction for v in variants}
    return frozenset(g for g, f in sorted(fractions.items()) if rng.random() < f)


def capture_molecules(panel, i, rng, depth, damage, paralogue=None):
    scenario = panel.scenario
    reference = panel.references[i] if paralogue is None else paralogue
    variants = panel.variants[i] if paralogue is None else []
    flank = int(scenario.insert_mean + 3 * scenario.insert_sd)
    templates = {}
    # Fragments may begin one insert before the target, so this many give the wanted depth over it.
    wild = scenario.target_length + flank
    count = rng.poisson(depth * wild / scenario.insert_mean)
    for _ in range(count):
        if scenario.hopping and rng.random() < scenario.hopping:
            foreign = [
                Variant(at, text(reference[at : at + 1]), text([b]), n / 16, "foreign", k)
                for k, (at, b, n) in enumerate(panel.foreign[i])
            ]
            template = Template(reference, sorted((v for v in foreign if rng.random() < v.fraction), key=lambda v: v.position))
        else:
            template = template_of(templates, reference, variants, carried(rng, variants))
        # A longer copy has more places to begin at, so it is drawn more often: its reads are as deep as the others'.
        grown = len(template.bases) - len(reference)
        if grown > 0 and rng.random() < grown / (wild + grown):
            begin = panel.begin - flank + wild + int(rng.integers(grown))
        else:
            begin = panel.begin - flank + int(rng.integers(max(1, wild + min(grown, 0))))
        insert = max(scenario.insert_least, int(rng.normal(scenario.insert_mean, scenario.insert_sd)))
        end = min(begin + insert, len(template.bases))
        top = bool(rng.random() < 0.5)
        bases, origins = template.bases[begin:end].copy(), template.origins[begin:end].copy()
        bases = damaged(rng, bases, origins, top, damage)
        copies = 1
        if scenario.copies > 1:
            sd = scenario.copies_sd
            copies = int(rng.poisson(scenario.copies * np.exp(rng.normal(0, sd) - sd * sd / 2)))
        for product in amplified(rng, scenario, bases, copies) if copies else ():
            product, where = slipped(rng, product, origins, template.runs, begin, scenario.slippage)
            if rng.random() < scenario.chimeras:
                product, where = joined(rng, panel, product, where)
            yield product, where, top


def joined(rng, panel, bases, origins):
    """The fragment's beginning, and from there on a piece of any other contig."""
    cut = int(rng.integers(20, max(21, len(bases) - 20)))
    other = panel.references[int(rng.integers(len(panel.references)))]
    at = int(rng.integers(panel.begin - 200, panel.end))
    tail = other[at : at + len(bases) - cut]
    return np.concatenate([bases[:cut], tail]), np.concatenate([origins[:cut], np.full(len(tail), -1, dtype=np.int32)])


def amplicons_of(panel):
    """Begin and end of every amplicon, primers included."""
    begin = panel.begin - PRIMER_LENGTH - 10
    while begin + PRIMER_LENGTH < panel.end:
        yield begin, begin + AMPLICON_LENGTH
        begin += AMPLICON_STEP


def amplicon_molecules(panel, i, rng, depth, damage):
    scenario, reference, variants = panel.scenario, panel.references[i], panel.variants[i]
    templates = {}
    for begin, end in amplicons_of(panel):
        count = rng.poisson(depth * np.exp(rng.normal(0, scenario.amplicon_sd)))
        primers = ((begin, begin + PRIMER_LENGTH), (end - PRIMER_LENGTH, end))
        for _ in range(count):
            groups = carried(rng, variants)
            under = [
                v
                for v in variants
                if v.group in groups and any(v.position < b and v.position + len(v.ref) > a for a, b in primers)
            ]
            # A primer does not hold on an indel, and holds less well on a substitution.
            if any(len(v.ref) != len(v.alt) for v in under) or (under and rng.random() > scenario.primer_mismatch):
                continue
            template = template_of(templates, reference, variants, groups)
            first = int(np.flatnonzero(template.origins == begin)[0])
            last = int(np.flatnonzero(template.origins == end - 1)[0]) + 1
            bases, origins = template.bases[first:last].copy(), template.origins[first:last].copy()
            top = bool(rng.random() < 0.5)
            bases = damaged(rng, bases, origins, top, damage)
            # The product begins and ends with the primers themselves, whatever the molecule had there.
            bases[:PRIMER_LENGTH] = reference[begin : begin + PRIMER_LENGTH]
            bases[-PRIMER_LENGTH:] = reference[end - PRIMER_LENGTH : end]
            (bases,) = amplified(rng, scenario, bases, 1)
            bases, origins = slipped(rng, bases, origins, template.runs, first, scenario.slippage)
            yield bases, origins, top


def write_truth(panel, folder):
    names = [f"t{i}" for i in range(len(panel.references))]
    with open(f"{folder}/ref.fa", "w") as sink:
        for name, sequence in zip(names, panel.references):
            sink.write(f">{name}\n{text(sequence)}\n")
        for i, sequence in enumerate(panel.paralogues):
            sink.write(f">p{i}\n{text(sequence)}\n")
    with open(f"{folder}/targets.bed", "w") as sink:
        for name in names:
            sink.write(f"{name}\t{panel.begin}\t{panel.end}\n")
    if panel.scenario.amplicons:
        with open(f"{folder}/primers.bed", "w") as sink:
            for name in names:
                for k, (begin, end) in enumerate(amplicons_of(panel)):
                    sink.write(f"{name}\t{begin}\t{begin + PRIMER_LENGTH}\tamplicon{k}_LEFT\t{k % 2 + 1}\t+\n")
                    sink.write(f"{name}\t{end - PRIMER_LENGTH}\t{end}\tamplicon{k}_RIGHT\t{k % 2 + 1}\t-\n")
    with open(f"{folder}/truth.vcf", "w") as sink:
        sink.write("##fileformat=VCFv4.3\n")
        for name in names + [f"p{i}" for i in range(len(panel.paralogues))]:
            sink.write(f"##contig=<ID={name},length={CONTIG_LENGTH}>\n")
        sink.write('##INFO=<ID=AF,Number=1,Type=Float,Description="True fraction">\n')
        sink.write('##INFO=<ID=KIND,Number=1,Type=String,Description="What was planted">\n')
        sink.write("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")
        for name, variants in zip(names, panel.variants):
            for v in variants:
                sink.write(f"{name}\t{v.position + 1}\t.\t{v.ref}\t{v.alt}\t.\tPASS\tAF={v.fraction:g};KIND={v.kind}\n")


def main(arguments):
    if arguments == ["--list"]:
        for name, scenario in SCENARIOS.items():
            print(f"{name}\t{scenario.summary}")
        return 0
    if len(arguments) != 4 or arguments[0] not in SCENARIOS:
        print(__doc__, file=sys.stderr)
        return 2
    simulate(arguments[0], int(arguments[1]), int(arguments[2]), arguments[3])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
