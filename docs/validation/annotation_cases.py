#!/usr/bin/env python3
"""Makes the case table of the annotation tests, by brute force and without Marrow.

    python3 docs/validation/annotation_cases.py FOLDER [CASES [GENOME.fa TRANSCRIPTS.tsv]]

writes into FOLDER a made-up genome (genome.fa), its transcripts (transcripts.tsv and the same as transcripts.gff3), the variants
(cases.vcf) and the expected answers (cases.tsv). CASES bounds the cases for each transcript (default 100). With GENOME.fa and
TRANSCRIPTS.tsv, the table is of those transcripts instead.

Nothing here is clever. Each variant is put into the whole genome; every other way to write it is found by trying all of them; the
transcript is spliced base by base and translated, with and without the variant; and the two proteins are compared. Regions are sets
of positions. What HGVS and the Sequence Ontology ask is written out once in name_protein and terms_of.
"""

import random
import sys
from pathlib import Path

SEED = 20261124
BASES = "ACGT"
CODE = dict(zip([a + b + c for a in "TCAG" for b in "TCAG" for c in "TCAG"],
                "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG"))
MITO = dict(CODE, AGA="*", AGG="*", ATA="M", TGA="W")
THREE = dict(A="Ala", C="Cys", D="Asp", E="Glu", F="Phe", G="Gly", H="His", I="Ile", K="Lys", L="Leu", M="Met", N="Asn", P="Pro",
             Q="Gln", R="Arg", S="Ser", T="Thr", U="Sec", V="Val", W="Trp", Y="Tyr", X="Xaa")
THREE["*"] = "Ter"
ORDER = """transcript_ablation splice_acceptor_variant splice_donor_variant stop_gained frameshift_variant stop_lost start_lost
inframe_insertion inframe_deletion missense_variant protein_altering_variant splice_donor_5th_base_variant splice_region_variant
splice_donor_region_variant splice_polypyrimidine_tract_variant incomplete_terminal_codon_variant start_retained_variant
stop_retained_variant synonymous_variant coding_sequence_variant 5_prime_UTR_variant 3_prime_UTR_variant
non_coding_transcript_exon_variant intron_variant NMD_transcript_variant non_coding_transcript_variant upstream_gene_variant
downstream_gene_variant""".split()


def reverse_complement(text):
    return text[::-1].translate(str.maketrans("ACGT", "TGCA"))


# ---------------------------------------------------------------- the made-up genome

def random_bases(rng, n):
    return "".join(rng.choice(BASES) for _ in range(n))


def coding_bases(rng, residues, code, stop, planted):
    """A start codon, random codons without stops, planted stretches (whole codons) in between, a stop codon."""
    codons = [c for c in sorted(code) if code[c] != "*"]
    body = [rng.choice(codons) for _ in range(residues)]
    for at, stretch in planted:
        body[at:at] = [stretch[i:i + 3] for i in range(0, len(stretch), 3)]
    return "ATG" + "".join(body) + stop


class Transcript:
    """Exons are genomic, 1-based and inclusive, ascending; so is the coding region."""

    def __init__(self, name, gene, contig, strand, exons, coding, phase=0, marks=()):
        self.name, self.gene, self.contig, self.strand = name, gene, contig, strand
        self.exons, self.coding, self.phase, self.marks = exons, coding, phase, set(marks)


def lay(rng, name, contig, strand, offset, sequence, five, three, cuts, introns, phase=0, marks=()):
    """Lays a spliced sequence on the genome. cuts: where introns part it (transcript coordinates from 0)."""
    pieces = [sequence[a:b] for a, b in zip([0] + cuts, cuts + [len(sequence)])]
    text, spans = "", []
    for i, piece in enumerate(pieces):
        spans.append((len(text), len(text) + len(piece) - 1))
        text += piece + (introns[i] if i < len(introns) else "")
    def place(i):
        return offset + i if strand == "+" else offset + len(text) - 1 - i
    exons = sorted(tuple(sorted((place(a), place(b)))) for a, b in spans)
    coding = None
    if five is not None:
        index = [i for a, b in spans for i in range(a, b + 1)]
        coding = tuple(sorted((place(index[five]), place(index[len(sequence) - three - 1]))))
    genomic = text if strand == "+" else reverse_complement(text)
    return genomic, Transcript(name, "G" + name[2:].split(".")[0], contig, strand, exons, coding, phase, marks)


def intron(rng, length, first="", last=""):
    inner = length - 4 - len(first) - len(last)
    return "GT" + first + random_bases(rng, inner) + last + "AG"


def make_genome():
    rng = random.Random(SEED)
    contigs, transcripts = {}, []
    text = random_bases(rng, 300)
    plans = []
    planted = [(6, "AAAAAA"), (14, "CAGCAGCAG"), (24, "GGTGGTGGT"), (33, "GAAGAAGAA"), (44, "TTTTTTTTT")]
    for number, strand in enumerate("+-+-"):
        utr5, utr3 = random_bases(rng, 41), random_bases(rng, 80)
        stop = ["TAA", "TGA", "TAG", "TAA"][number]
        sequence = utr5 + coding_bases(rng, 55 + 5 * number, CODE, stop, planted) + utr3
        end = len(sequence) - len(utr3)
        # One intron in the 5' UTR, three in the coding region at all phases, one in the 3' UTR.
        cuts = [20, 41 + 27, 41 + 76 + number, 41 + 128, end + 31]
        # Repeats over the edges: the intron begins or ends with what the exon ends or begins with.
        first = ["", "G" * 3, "", "T", ""]
        introns = [intron(rng, 60 + 13 * i + number, first=first[i]) for i in range(5)]
        # An exon that ends with G before GT, and one that begins with G after AG.
        letters = list(sequence)
        for cut in (cuts[1], cuts[3]):
            codon = 41 + (cut - 1 - 41) // 3 * 3
            letters[cut - 1] = "G"
            if CODE["".join(letters[codon:codon + 3])] == "*":
                letters[codon] = "C"
        codon = 41 + (cuts[2] - 41) // 3 * 3
        letters[cuts[2]] = "G"
        if CODE["".join(letters[codon:codon + 3])] == "*":
            letters[codon] = "C" if cuts[2] != codon else "G"
        sequence = "".join(letters)
        plans.append((f"NM_90000{number + 1}.1", strand, sequence, 41, len(utr3), cuts, introns, 0, ()))
    noncoding = random_bases(rng, 60) + "TTTTTT" + random_bases(rng, 60)
    plans.append(("NR_900005.1", "-", noncoding, None, 0, [50, 90], [intron(rng, 70), intron(rng, 81)], 0, ()))
    # A transcript that begins within a codon: two bases of it are left.
    partial = random_bases(rng, 2) + coding_bases(rng, 40, CODE, "TAG", [(10, "CCCCCC")])[3:] + random_bases(rng, 50)
    plans.append(("NM_900006.1", "+", partial, 0, 50, [35, 80], [intron(rng, 64), intron(rng, 77)], 2, ("cds_start_NF",)))
    # A protein with selenocysteine.
    seleno = random_bases(rng, 30) + coding_bases(rng, 36, CODE, "TAA", [(12, "TGA"), (20, "ACGACGACG")]) + random_bases(rng, 60)
    plans.append(("NM_900007.1", "-", seleno, 30, 60, [60, 100], [intron(rng, 90), intron(rng, 66)], 0, ("selenoprotein",)))
    for name, strand, sequence, five, three, cuts, introns, phase, marks in plans:
        piece, transcript = lay(rng, name, "made1", strand, len(text) + 1, sequence, five, three, cuts, introns, phase, marks)
        transcripts.append(transcript)
        # Far enough that a variant of one is outside every other.
        text += piece + random_bases(rng, 200)
    contigs["made1"] = text
    # The mitochondrial code, without introns, whose stop is completed by the tail.
    mito = coding_bases(rng, 40, MITO, "", [(8, "ATAATA"), (15, "TGATGA"), (25, "CCACCA")]) + "TA"
    head = random_bases(rng, 120)
    piece, transcript = lay(rng, "NM_900008.1", "MT", "+", 121, mito, 0, 0, [], [])
    transcripts.append(transcript)
    contigs["MT"] = head + piece + random_bases(rng, 120)
    return contigs, transcripts


def read_genome(fasta, table):
    contigs, transcripts = {}, []
    for line in open(fasta):
        if line.startswith(">"):
            name = line[1:].split()[0]
            contigs[name] = ""
        else:
            contigs[name] += line.strip().upper()
    span = lambda text: tuple(map(int, text.split("-")))
    for line in list(open(table))[1:]:
        name, gene, contig, strand, exons, coding, phase, marks = line.rstrip("\n").split("\t")
        transcripts.append(Transcript(name, gene, contig, strand, [span(e) for e in exons.split(",")],
                                      None if coding == "." else span(coding), int(phase),
                                      [] if marks == "." else marks.split(",")))
    return contigs, transcripts


# ---------------------------------------------------------------- one variant on one transcript

class Reading:
    def __init__(self, contigs, transcript):
        self.t = transcript
        self.genome = contigs[transcript.contig]
        forward = [p for a, b in transcript.exons for p in range(a, b + 1)]
        whole = list(range(forward[0], forward[-1] + 1))
        if transcript.strand == "-":
            forward.reverse()
            whole.reverse()
        self.exonic, self.whole = forward, whole
        self.code = MITO if transcript.contig == "MT" else CODE
        self.pad = (3 - transcript.phase) % 3
        self.cds = []
        if transcript.coding:
            low, high = transcript.coding
            self.cds = [p for p in forward if low <= p <= high]
        self.names = self.name_positions()
        self.introns = []
        inside = set(forward)
        run = []
        for p in whole:
            if p in inside:
                if run:
                    self.introns.append(run)
                run = []
            else:
                run.append(p)
        self.start_known = self.pad == 0 and "cds_start_NF" not in transcript.marks

    def name_positions(self):
        names = {}
        if self.cds:
            first, last = self.exonic.index(self.cds[0]), self.exonic.index(self.cds[-1])
            for i, p in enumerate(self.exonic):
                names[p] = str(i - first) if i < first else f"*{i - last}" if i > last else str(i - first + 1 + self.pad)
        else:
            for i, p in enumerate(self.exonic):
                names[p] = str(i + 1)
        exonic = dict(names)
        left = None
        for i, p in enumerate(self.whole):
            if p in exonic:
                left = i
                continue
            right = next(j for j in range(i, len(self.whole)) if self.whole[j] in exonic)
            if i - left <= right - i:
                names[p] = exonic[self.whole[left]] + f"+{i - left}"
            else:
                names[p] = exonic[self.whole[right]] + f"-{right - i}"
        return names

    def base(self, p):
        b = self.genome[p - 1]
        return b if self.t.strand == "+" else reverse_complement(b)

    def read(self, pos, ref, alt):
        """Gives (c name, p name, short p name, consequence terms)."""
        assert self.genome[pos - 1:pos - 1 + len(ref)] == ref, (pos, ref)
        mutated = self.genome[:pos - 1] + alt + self.genome[pos - 1 + len(ref):]
        while ref and alt and ref[-1] == alt[-1]:
            ref, alt = ref[:-1], alt[:-1]
        while ref and alt and ref[0] == alt[0]:
            ref, alt, pos = ref[1:], alt[1:], pos + 1
        if ref and alt:
            deleted, inserted = list(range(pos, pos + len(ref))), alt
            before, after = pos - 1, pos + len(ref)
        else:
            size = len(ref) or len(alt)
            ways = []
            for p in range(max(1, pos - 150), min(len(self.genome) - size, pos + 150) + 1):
                if ref and self.genome[:p - 1] + self.genome[p - 1 + size:] == mutated:
                    ways.append((p, ""))
                elif alt and self.genome[:p - 1] + mutated[p - 1:p - 1 + size] + self.genome[p - 1:] == mutated:
                    ways.append((p, mutated[p - 1:p - 1 + size]))
            p, inserted = max(ways) if self.t.strand == "+" else min(ways)
            deleted = list(range(p, p + size)) if ref else []
            before, after = (p - 1, p + size) if ref else (p - 1, p)
        if self.t.strand == "-":
            deleted, inserted = deleted[::-1], reverse_complement(inserted)
            before, after = after, before
        return self.answer(before, deleted, inserted, after)

    def answer(self, before, deleted, inserted, after):
        """before, after: the bases beside the change, along the transcript."""
        c = self.name_dna(before, deleted, inserted, after)
        terms = set()
        touched = lambda window: (bool(set(deleted) & set(window)) if deleted
                                  else before in window and after in window)
        essential = False
        exonic = set(self.exonic)
        for run in self.introns:
            donor, acceptor = touched(run[:2]), touched(run[-2:])
            essential |= donor or acceptor
            if donor:
                terms.add("splice_donor_variant")
            if acceptor:
                terms.add("splice_acceptor_variant")
            at_edge = lambda *edges: not deleted and (before, after) in edges
            inner_edges = [(run[1], run[2]), (run[-3], run[-2])]
            if touched(run[2:-2]) or at_edge(*inner_edges):
                terms.add("intron_variant")
            if touched(run[4:5]):
                terms.add("splice_donor_5th_base_variant")
            elif touched(run[2:6]):
                terms.add("splice_donor_region_variant")
            if touched(run[-17:-2]):
                terms.add("splice_polypyrimidine_tract_variant")
            i, j = self.whole.index(run[0]), self.whole.index(run[-1])
            in_exon = touched(self.whole[i - 3:i]) or touched(self.whole[j + 1:j + 4])
            in_intron = touched(run[2:8]) or touched(run[-8:-2])
            outer_edges = [(self.whole[i - 1], run[0]), (run[-1], self.whole[j + 1])]
            better = donor or acceptor or (in_intron and not in_exon and touched(run[2:6]))
            if (in_exon or in_intron or at_edge(*inner_edges, *outer_edges)) and not better:
                terms.add("splice_region_variant")
        if not self.cds and "intron_variant" in terms:
            terms.add("non_coding_transcript_variant")
        name = None
        hit = [p for p in deleted if p in exonic] if deleted else [p for p in (before, after) if p in exonic]
        if hit and not self.cds:
            terms.add("non_coding_transcript_exon_variant")
        if hit and self.cds:
            whole_exon = all(p in exonic for p in deleted) and not any(
                touched(run) for run in self.introns)
            if deleted and not whole_exon:
                name = self.over_an_edge(deleted, terms)
            else:
                name = self.in_an_exon(before, deleted, inserted, after, terms)
        if essential and self.cds:
            for run in self.introns:
                inside = touched(run) and self.cds[0] in self.whole[:self.whole.index(run[0])] and \
                    self.cds[-1] in self.whole[self.whole.index(run[-1]):]
                if inside:
                    name = ("p.?", "p.?")
        terms = sorted(terms, key=ORDER.index)
        return c, name[0] if name else "", name[1] if name else "", "&".join(terms)

    def name_dna(self, before, deleted, inserted, after):
        kind = "c." if self.cds else "n."
        span = lambda a, b: self.names[a] if a == b else f"{self.names[a]}_{self.names[b]}"
        if deleted:
            bases = "".join(self.base(p) for p in deleted)
            place = span(deleted[0], deleted[-1])
            if not inserted:
                return f"{kind}{place}del"
            if len(bases) == len(inserted) == 1:
                return f"{kind}{place}{bases}>{inserted}"
            return f"{kind}{place}inv" if inserted == reverse_complement(bases) else f"{kind}{place}delins{inserted}"
        i = self.whole.index(before)
        copied = self.whole[i - len(inserted) + 1:i + 1] if i + 1 >= len(inserted) else []
        if copied and "".join(self.base(p) for p in copied) == inserted:
            return f"{kind}{span(copied[0], copied[-1])}dup"
        return f"{kind}{self.names[before]}_{self.names[after]}ins{inserted}"

    def over_an_edge(self, deleted, terms):
        first, last = self.exonic.index(self.cds[0]), self.exonic.index(self.cds[-1])
        name = None
        for p in deleted:
            if p not in self.exonic:
                continue
            i = self.exonic.index(p)
            if i < first:
                terms.add("5_prime_UTR_variant")
            elif i > last:
                terms.add("3_prime_UTR_variant")
            else:
                terms.add("coding_sequence_variant")
                name = ("p.?", "p.?")
                if self.start_known and p in self.cds[:3]:
                    terms.add("start_lost")
                if p in self.cds[-3:]:
                    terms.add("stop_lost")
        return name

    def in_an_exon(self, before, deleted, inserted, after, terms):
        spliced = []
        for p in self.exonic:
            if not deleted and p == after:
                spliced += [(None, b) for b in inserted]
            if p in deleted:
                if p == deleted[0]:
                    spliced += [(None, b) for b in inserted]
                continue
            spliced.append((p, self.base(p)))
            if not deleted and p == before and after not in self.exonic:
                spliced += [(None, b) for b in inserted]
        first, last = self.exonic.index(self.cds[0]), self.exonic.index(self.cds[-1])
        if deleted:
            where = [self.exonic.index(p) for p in deleted]
            five, three = min(where) < first, max(where) > last
            coding = min(where) <= last and max(where) >= first
        else:
            at = self.exonic.index(after) if after in self.exonic else self.exonic.index(before) + 1
            five, three, coding = at <= first, at > last, first < at <= last
        if five:
            terms.add("5_prime_UTR_variant")
        if three:
            terms.add("3_prime_UTR_variant")
        if not coding:
            return None
        reference = "N" * self.pad + "".join(self.base(p) for p in self.exonic[first:])
        positions = [None] * self.pad + self.exonic[first:]
        start_tokens = self.cds[:3]
        kept = [p for p, _ in spliced]
        starts_whole = all(p in kept for p in start_tokens)
        # Where translation begins now: at the old start codon, or at what stands in its place.
        begin = sum(1 for p, _ in spliced[:len(spliced)] if p is not None and p in self.exonic[:first])
        changed = "N" * self.pad + "".join(b for _, b in spliced[begin:])
        touches_start = self.start_known and (
            bool(set(deleted) & set(start_tokens)) if deleted else before in start_tokens and after in start_tokens)
        if touches_start and "".join(b for _, b in spliced).endswith(reference):
            terms.add("start_retained_variant")
            return ("p.(Met1=)", "p.M1=")
        if touches_start and (five or changed[:3] not in ("ATG", reference[:3])):
            terms.add("start_lost")
            return ("p.(Met1?)", "p.M1?")
        if self.t.contig == "MT":
            tail = -len(reference) % 3
            reference += "A" * tail
            changed += "A" * tail
        size = self.pad + len(self.cds)
        size += -size % 3 if self.t.contig == "MT" else 0
        change_at = positions.index(deleted[0]) if deleted else (
            positions.index(after) if after in positions else positions.index(before) + 1)
        shift = len(inserted) - len(deleted)
        old = self.protein(reference, size, None, 0, 0)
        new = self.protein(changed, len(changed), old, change_at, shift, len(inserted))
        stop_tokens = self.cds[-3:] if self.t.contig != "MT" else self.cds[-2:]
        touches_stop = (bool(set(deleted) & set(stop_tokens)) if deleted
                        else before in stop_tokens and after in stop_tokens)
        lower = change_at // 3
        upper = (change_at + len(deleted) - 1) // 3 if deleted else (lower if change_at % 3 else lower - 1)
        local_new = "".join(self.code.get(changed[i:i + 3], "X") for i in range(
            lower * 3, min((upper + 1) * 3 + shift, len(changed) - 2), 3)) if shift % 3 == 0 else ""
        return name_protein(terms, old, new, lower, min(upper, size // 3 - 1), shift, deleted, inserted,
                            touches_start, touches_stop, three, local_new)

    def protein(self, bases, size, reference, change_at, shift, added=0):
        residues = ""
        for i in range(0, size - 2, 3):
            codon = bases[i:i + 3]
            residue = self.code.get(codon, "X")
            if i == 0 and self.start_known:
                residue = "M"
            elif residue == "*" and codon == "TGA" and "selenoprotein" in self.t.marks:
                if reference is None:
                    residue = "U" if i + 3 < size else "*"
                else:
                    old = i // 3 if i + 3 <= change_at else (i - shift) // 3 if shift % 3 == 0 and i >= change_at + added else -1
                    residue = "U" if 0 <= old < len(reference) and reference[old] == "U" else "*"
            residues += residue
            if residue == "*":
                break
        return residues


def name_protein(terms, old, new, lower, upper, shift, deleted, inserted, touches_start, touches_stop, behind, local_new):
    """Names the difference of two proteins, and adds what it means. lower, upper: first and last touched codon, from 0."""
    def text(*parts):
        three = "".join(THREE[p[0]] + str(p[1] + 1) if isinstance(p, tuple) else
                        "".join(THREE[r] for r in p[1:]) if p.startswith("@") else p for p in parts)
        one = "".join(p[0] + str(p[1] + 1) if isinstance(p, tuple) else p[1:] if p.startswith("@") else p for p in parts)
        return f"p.({three})", f"p.{one}"
    def span(a, b):
        return [(old[a], a)] if a == b else [(old[a], a), "_", (old[b], b)]
    def size_terms():
        if behind:
            return
        if shift % 3:
            terms.add("frameshift_variant")
        elif not deleted:
            terms.add("inframe_insertion")
        elif not inserted:
            terms.add("inframe_deletion")
    if old == new:
        terms.add("start_retained_variant" if touches_start else
                  "stop_retained_variant" if touches_stop else "synonymous_variant")
        if "X" in old[lower:max(lower, upper) + 1]:
            terms -= {"synonymous_variant"}
            terms.add("coding_sequence_variant" if shift % 3 == 0 else "frameshift_variant")
            return ("p.?", "p.?")
        return text(*span(lower, max(lower, upper)), "=")
    if touches_start:
        terms.add("start_retained_variant")
    at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    new_stop = new.find("*", at)
    def to_the_end():
        if "X" in new[at:new_stop] or new_stop < 0:
            return ("p.?", "p.?")
        if new_stop == at:
            return text((old[at], at), "@*")
        return text(*span(at, len(old) - 1), "delins", "@" + new[at:])
    if old[at:] == "*" and (touches_stop or shift % 3 or behind):
        size_terms()
        if touches_stop:
            terms.add("stop_lost")
        return text((old[at], at), "@" + new[at:at + 1], "ext", "@*", str(new_stop - at) if new_stop > 0 else "?")
    if shift % 3 or behind:
        size_terms()
        if touches_stop:
            terms.add("stop_lost")
        if at >= len(new) or new[at] == "X" or old[at] == "X":
            return ("p.?", "p.?")
        if behind:
            return to_the_end()
        if new[at] == "*":
            terms.add("stop_gained")
            return text((old[at], at), "@*")
        return text((old[at], at), "@" + new[at], "fs", "@*", str(new_stop - at + 1) if new_stop >= 0 else "?")
    if "X" in local_new or "X" in old[lower:upper + 1]:
        terms.add("coding_sequence_variant")
        return ("p.?", "p.?")
    gained = "*" in local_new and len(new) <= lower + len(local_new) and not (
        touches_stop and len(new) == len(old) + shift // 3)
    if touches_stop and "*" not in local_new:
        size_terms()
        terms.add("stop_lost")
        return to_the_end()
    size_terms()
    if gained:
        terms.add("stop_gained")
        if new[at] == "*":
            return text((old[at], at), "@*")
        last = max(at, upper + 1)
        if last == at:
            return text(*span(at - 1, at), "ins", "@" + new[at:])
        return text(*span(at, last - 1), "delins", "@" + new[at:])
    if shift == 0:
        terms.add("missense_variant")
    elif deleted and inserted:
        terms.add("protein_altering_variant")
    tail = 0
    while tail < min(len(old), len(new)) - at and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    gone, come = old[at:len(old) - tail], new[at:len(new) - tail]
    if not gone:
        if old[at - len(come):at] == come:
            return text(*span(at - len(come), at - 1), "dup")
        return text(*span(at - 1, at), "ins", "@" + come)
    if not come:
        return text(*span(at, at + len(gone) - 1), "del")
    if len(gone) == len(come) == 1:
        return text((old[at], at), "@" + come)
    return text(*span(at, at + len(gone) - 1), "delins", "@" + come)


# ---------------------------------------------------------------- the cases

def anchored(genome, start, deleted, inserted):
    """A VCF record (1-based) for a change, with the base before it where an allele would be empty."""
    ref, alt = genome[start - 1:start - 1 + deleted], inserted
    if ref and alt:
        return start, ref, alt
    return start - 1, genome[start - 2] + ref, genome[start - 2] + alt


def cases_of(rng, contigs, t, wanted):
    genome = contigs[t.contig]
    reading = Reading(contigs, t)
    low, high = t.exons[0][0] + 3, t.exons[-1][1] - 12
    spots = set()
    for a, b in t.exons:
        spots |= set(range(a - 9, a + 5)) | set(range(b - 4, b + 10))
    if t.coding:
        spots |= set(range(t.coding[0] - 4, t.coding[0] + 7)) | set(range(t.coding[1] - 6, t.coding[1] + 5))
    spots = [p for p in sorted(spots) if low <= p <= high]
    exonic = [p for a, b in t.exons for p in range(a, b + 1) if low <= p <= high]
    ends = [p for p in spots if t.coding and min(abs(p - t.coding[0]), abs(p - t.coding[1])) <= 6] or exonic
    runs = [p for p in range(low, high) if genome[p - 1] == genome[p] or genome[p - 1:p + 2] == genome[p + 2:p + 5]]
    everywhere = list(range(low, high))
    found, seen = [], set()

    def add(kind, start, deleted, inserted):
        pos, ref, alt = anchored(genome, start, deleted, inserted)
        if ref == alt or (pos, ref, alt) in seen or start + deleted > t.exons[-1][1] - 2:
            return
        seen.add((pos, ref, alt))
        found.append((kind, pos, ref, alt))

    def other(p):
        return rng.choice([b for b in BASES if b != genome[p - 1]])

    tries = 0
    while len(found) < wanted and tries < wanted * 20:
        tries += 1
        p = rng.choice([rng.choice(group) for group in (spots, runs, ends, exonic, exonic, everywhere)])
        kind = rng.choice(["snv", "snv", "ins", "ins", "del", "del", "dup", "delins", "inv"])
        size = rng.choice([1, 1, 2, 3, 3, 4, 6, 9])
        if kind == "snv":
            add(kind, p, 1, other(p))
        elif kind == "ins":
            add(kind, p, 0, rng.choice([random_bases(rng, size), random_bases(rng, rng.choice([1, 3])), genome[p - 1] * size,
                                        "TAA" if t.strand == "+" else "TTA"]))
        elif kind == "del":
            add(kind, p, size if rng.random() < 0.93 else rng.randint(15, 40), "")
        elif kind == "dup":
            add(kind, p + size, 0, genome[p - 1:p - 1 + size])
        elif kind == "inv":
            add(kind, p, size + 1, reverse_complement(genome[p - 1:p + size]))
        else:
            add(kind, p, size, random_bases(rng, rng.choice([size, 1, 2, 3, 4])))
    return [(kind, pos, ref, alt, reading.read(pos, ref, alt)) for kind, pos, ref, alt in sorted(found, key=lambda f: f[1:])]


def write_gff3(path, contigs, transcripts):
    with open(path, "w") as out:
        out.write("##gff-version 3\n")
        for name, sequence in contigs.items():
            out.write(f"##sequence-region {name} 1 {len(sequence)}\n")
        for n, t in enumerate(transcripts):
            def line(kind, a, b, phase, attributes):
                out.write("\t".join([t.contig, "made", kind, str(a), str(b), ".", t.strand, str(phase), attributes]) + "\n")
            low, high = t.exons[0][0], t.exons[-1][1]
            biotype = "protein_coding" if t.coding else "lncRNA"
            tags = ",".join(sorted(t.marks - {"selenoprotein"}))
            line("gene", low, high, ".", f"ID=gene:{t.gene};Name={t.gene};biotype={biotype}")
            line("mRNA" if t.coding else "lnc_RNA", low, high, ".", f"ID=transcript:{t.name};Parent=gene:{t.gene};"
                 f"transcript_id={t.name};biotype={biotype}" + (f";tag={tags}" if tags else ""))
            for a, b in t.exons:
                line("exon", a, b, ".", f"Parent=transcript:{t.name}")
            if t.coding:
                parts = [(max(a, t.coding[0]), min(b, t.coding[1])) for a, b in t.exons if a <= t.coding[1] and b >= t.coding[0]]
                done = (3 - t.phase) % 3
                seleno = ";transl_except=(pos:1%2Caa:Sec)" if "selenoprotein" in t.marks else ""
                for a, b in parts if t.strand == "+" else parts[::-1]:
                    line("CDS", a, b, -done % 3, f"ID=CDS:{t.name};Parent=transcript:{t.name};protein_id=NP{t.name[2:]}" + seleno)
                    done += b - a + 1
            out.write("###\n")


def main():
    folder = Path(sys.argv[1])
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    folder.mkdir(parents=True, exist_ok=True)
    contigs, transcripts = read_genome(*sys.argv[3:5]) if len(sys.argv) > 4 else make_genome()
    with open(folder / "genome.fa", "w") as out:
        for name, sequence in contigs.items():
            out.write(f">{name}\n" + "".join(sequence[i:i + 60] + "\n" for i in range(0, len(sequence), 60)))
    with open(folder / "transcripts.tsv", "w") as out:
        out.write("transcript\tgene\tcontig\tstrand\texons\tcoding\tphase\tmarks\n")
        for t in transcripts:
            out.write("\t".join([t.name, t.gene, t.contig, t.strand, ",".join(f"{a}-{b}" for a, b in t.exons),
                                 f"{t.coding[0]}-{t.coding[1]}" if t.coding else ".", str(t.phase),
                                 ",".join(sorted(t.marks)) or "."]) + "\n")
    write_gff3(folder / "transcripts.gff3", contigs, transcripts)
    rng = random.Random(SEED + 1)
    rows = []
    for t in transcripts:
        for kind, pos, ref, alt, answer in cases_of(rng, contigs, t, wanted):
            rows.append((t.contig, pos, ref, alt, t.name, kind) + answer)
    with open(folder / "cases.tsv", "w") as out:
        out.write("contig\tposition\tref\talt\ttranscript\tkind\thgvs_c\thgvs_p\thgvs_p_short\tconsequence\n")
        for row in rows:
            out.write("\t".join(str(value) for value in row) + "\n")
    with open(folder / "cases.vcf", "w") as out:
        out.write("##fileformat=VCFv4.3\n")
        for name, sequence in contigs.items():
            out.write(f"##contig=<ID={name},length={len(sequence)}>\n")
        out.write("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")
        order = list(contigs)
        for row in sorted(rows, key=lambda r: (order.index(r[0]), r[1], r[2], r[3])):
            out.write(f"{row[0]}\t{row[1]}\t.\t{row[2]}\t{row[3]}\t.\tPASS\t.\n")
    print(f"{len(rows)} cases")


if __name__ == "__main__":
    main()
