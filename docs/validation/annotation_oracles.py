#!/usr/bin/env python3
"""Asks tools that know nothing of Marrow for the answers of a case table that annotation_cases.py made.

    annotation_oracles.py weaver FOLDER        (hgvs-weaver of PyPI: c. and p.)
    annotation_oracles.py biocommons FOLDER    (hgvs of PyPI: c. and p. of exonic variants)
    annotation_oracles.py csq FOLDER           (bcftools csq: consequence)

Prints the cases where a tool answers otherwise, with the kind of the case, and then the counts.
"""

import collections
import csv
import subprocess
import sys
from pathlib import Path

FOLDER = Path(sys.argv[2])
ACCESSIONS = {"made1": "NC_000099.1", "MT": "NC_012920.1"}


def read():
    genome, name = {}, None
    for line in open(FOLDER / "genome.fa"):
        if line.startswith(">"):
            name = line[1:].strip()
            genome[name] = ""
        else:
            genome[name] += line.strip()
    rows = list(csv.DictReader(open(FOLDER / "transcripts.tsv"), delimiter="\t"))
    for row in rows:
        row["exons"] = [tuple(map(int, e.split("-"))) for e in row["exons"].split(",")]
        ordered = row["exons"] if row["strand"] == "+" else row["exons"][::-1]
        index, row["laid"] = 0, []
        for a, b in ordered:
            row["laid"].append((index, index + b - a + 1, a - 1, b))
            index += b - a + 1
        bases = "".join(genome[row["contig"]][a:b] if row["strand"] == "+" else revcomp(genome[row["contig"]][a:b])
                        for _, _, a, b in row["laid"])
        row["bases"] = bases
        row["cds"] = None
        if row["coding"] != ".":
            low, high = map(int, row["coding"].split("-"))
            positions = [p for a, b in ordered for p in (range(a, b + 1) if row["strand"] == "+" else range(b, a - 1, -1))]
            first, last = (low, high) if row["strand"] == "+" else (high, low)
            row["cds"] = positions.index(first), positions.index(last)
    cases = list(csv.DictReader(open(FOLDER / "cases.tsv"), delimiter="\t"))
    return genome, {row["transcript"]: row for row in rows}, cases


def revcomp(text):
    return text[::-1].translate(str.maketrans("ACGT", "TGCA"))


def genomic(case):
    pos, ref, alt = int(case["position"]), case["ref"], case["alt"]
    while ref and alt and ref[-1] == alt[-1]:
        ref, alt = ref[:-1], alt[:-1]
    while ref and alt and ref[0] == alt[0]:
        ref, alt, pos = ref[1:], alt[1:], pos + 1
    ac = ACCESSIONS[case["contig"]]
    end = pos + len(ref) - 1
    if not ref:
        return f"{ac}:g.{pos - 1}_{pos}ins{alt}"
    if not alt:
        return f"{ac}:g.{pos}del" if pos == end else f"{ac}:g.{pos}_{end}del"
    if len(ref) == len(alt) == 1:
        return f"{ac}:g.{pos}{ref}>{alt}"
    return f"{ac}:g.{pos}delins{alt}" if pos == end else f"{ac}:g.{pos}_{end}delins{alt}"


def report(name, case, expected, got):
    print("\t".join([name, case["transcript"], case["contig"] + ":" + case["position"], case["ref"], case["alt"], case["kind"],
                     case["consequence"], expected, got]))


def weaver(genome, transcripts, cases):
    import weaver as tool

    class Provider:
        def get_transcript(self, ac, reference):
            t = transcripts[ac]
            strand = 1 if t["strand"] == "+" else -1
            record = dict(ac=ac, gene=t["gene"], cds_start_index=t["cds"][0] if t["cds"] else None,
                          cds_end_index=t["cds"][1] if t["cds"] else None, strand=strand,
                          reference_accession=ACCESSIONS[t["contig"]],
                          exons=[dict(transcript_start=i, transcript_end=j, reference_start=a, reference_end=b - 1, alt_strand=strand,
                                      cigar=f"{j - i}=") for i, j, a, b in t["laid"]])
            return record

        def get_seq(self, ac, start, end, kind):
            if ac in transcripts:
                return transcripts[ac]["bases"][start:end]
            if ac.startswith("NP"):
                return protein_of(transcripts["NM" + ac[2:]])[start:end]
            return genome[{v: k for k, v in ACCESSIONS.items()}[ac]][start:end]

        def get_symbol_accessions(self, symbol, source, target):
            if "protein" in str(target).lower():
                return [("protein_accession", "NP" + symbol[2:])]
            if "transcript" in str(target).lower():
                return [("transcript_accession", "NM" + symbol[2:])]
            return []

        def get_identifier_type(self, name):
            return {"NC": "genomic_accession", "NM": "transcript_accession", "NR": "transcript_accession",
                    "NP": "protein_accession"}.get(name[:2], "unknown")

    from annotation_cases import CODE

    def protein_of(t):
        first, last = t["cds"]
        return "".join(CODE[t["bases"][i:i + 3]] for i in range(first, last - 1, 3))

    mapper = tool.VariantMapper(Provider())
    counts = collections.Counter()
    for case in cases:
        t = transcripts[case["transcript"]]
        if t["marks"] != "." or t["contig"] == "MT" or not t["cds"]:
            continue
        try:
            on_genome = tool.parse(genomic(case))
            named = mapper.normalize_variant(mapper.g_to_c(on_genome, t["transcript"]))
            c = named.format().split(":")[1]
        except Exception as error:  # the tool's own refusal is an answer to count
            c = "error " + str(error)
        same = c == case["hgvs_c"]
        counts["c. same" if same else "c. other"] += 1
        if not same:
            report("weaver c", case, case["hgvs_c"], c)
        if case["hgvs_p"] and same:
            try:
                p = mapper.c_to_p(tool.parse(t["transcript"] + ":" + case["hgvs_c"]), "NP" + t["transcript"][2:]).format().split(":")[1]
            except Exception as error:
                p = "error " + str(error)
            counts["p. same" if p == case["hgvs_p"] else "p. other"] += 1
            if p != case["hgvs_p"]:
                report("weaver p", case, case["hgvs_c"] + " " + case["hgvs_p"], p)
    print(dict(counts))


def biocommons(genome, transcripts, cases):
    import hgvs.assemblymapper
    import hgvs.dataproviders.interface
    import hgvs.exceptions
    import hgvs.parser

    class Provider(hgvs.dataproviders.interface.Interface):
        required_version = "1.1"

        def __init__(self):
            self.cache = {}
            super().__init__()

        def data_version(self):
            return "1.1"

        def schema_version(self):
            return "1.1"

        def get_acs_for_protein_seq(self, seq):
            return []

        def get_assembly_map(self, name):
            return {v: k for k, v in ACCESSIONS.items()}

        def get_gene_info(self, gene):
            return None

        def get_pro_ac_for_tx_ac(self, ac):
            return "NP" + ac[2:]

        def get_seq(self, ac, start_i=None, end_i=None):
            if ac in transcripts:
                return transcripts[ac]["bases"][start_i:end_i]
            return genome[{v: k for k, v in ACCESSIONS.items()}[ac]][start_i:end_i]

        def get_similar_transcripts(self, ac):
            return []

        def get_tx_exons(self, ac, alt_ac, method):
            t = transcripts[ac]
            return [dict(tx_ac=ac, alt_ac=alt_ac, alt_strand=1 if t["strand"] == "+" else -1, alt_aln_method=method, ord=n,
                         tx_start_i=i, tx_end_i=j, alt_start_i=a, alt_end_i=b, cigar=f"{j - i}=")
                    for n, (i, j, a, b) in sorted(enumerate(t["laid"]), key=lambda exon: exon[1][2])]

        def get_tx_for_gene(self, gene):
            return []

        def get_tx_for_region(self, alt_ac, method, start, end):
            return []

        def get_tx_identity_info(self, ac):
            t = transcripts[ac]
            return dict(tx_ac=ac, alt_ac=ac, alt_aln_method="transcript", cds_start_i=t["cds"][0], cds_end_i=t["cds"][1] + 1,
                        lengths=[j - i for i, j, _, _ in t["laid"]], hgnc=t["gene"], translation_table="Standard")

        def get_tx_info(self, ac, alt_ac, method):
            return self.get_tx_identity_info(ac)

        def get_tx_mapping_options(self, ac):
            return [dict(tx_ac=ac, alt_ac=ACCESSIONS[transcripts[ac]["contig"]], alt_aln_method="splign")]

    provider = Provider()
    import hgvs.normalizer
    import hgvs.variantmapper
    mapper = hgvs.variantmapper.VariantMapper(provider, prevalidation_level=None, add_gene_symbol=False)
    parser = hgvs.parser.Parser()
    counts = collections.Counter()
    for case in cases:
        t = transcripts[case["transcript"]]
        if t["marks"] != "." or t["contig"] == "MT" or not t["cds"]:
            continue
        c = None
        try:
            direction = hgvs.normalizer.Normalizer(provider, shuffle_direction=3 if t["strand"] == "+" else 5,
                                                   cross_boundaries=True, alt_aln_method="splign", validate=False)
            on_genome = direction.normalize(parser.parse_hgvs_variant(genomic(case)))
            variant = mapper.g_to_c(on_genome, t["transcript"], "splign")
            if str(variant.posedit.edit.type) in ("ins", "dup") and variant.posedit.pos.start.offset == 0:
                variant = hgvs.normalizer.Normalizer(provider, cross_boundaries=False, alt_aln_method="splign").normalize(variant)
            c = str(variant).split(":")[1]
        except Exception as error:
            c = "error " + str(error).split("\n")[0]
        same = c == case["hgvs_c"]
        counts["c. same" if same else "c. other"] += 1
        if not same:
            report("biocommons c", case, case["hgvs_c"], c)
        if case["hgvs_p"]:
            try:
                p = str(mapper.c_to_p(parser.parse_hgvs_variant(t["transcript"] + ":" + case["hgvs_c"]))).split(":")[1]
            except Exception as error:
                p = "error " + str(error).split("\n")[0]
            counts["p. same" if p == case["hgvs_p"] else "p. other"] += 1
            if p != case["hgvs_p"]:
                report("biocommons p", case, case["hgvs_c"] + " " + case["hgvs_p"], p)
    print(dict(counts))


def csq(genome, transcripts, cases):
    out = subprocess.run(["bcftools", "csq", "-f", FOLDER / "genome.fa", "-g", FOLDER / "transcripts.gff3", "--local-csq", "-n", "64",
                          FOLDER / "cases.vcf"], capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    answers = {}
    for line in out.stdout.splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        for field in cells[7].split(";"):
            if field.startswith("BCSQ="):
                answers[tuple(cells[i] for i in (0, 1, 3, 4))] = field[5:].split(",")
    counts = collections.Counter()
    for case in cases:
        t = transcripts[case["transcript"]]
        if t["marks"] != "." or t["contig"] == "MT" or not t["cds"]:
            continue
        key = case["contig"], case["position"], case["ref"], case["alt"]
        found = [entry.split("|") for entry in answers.get(key, []) if "|" + t["transcript"].replace(".", "_") + "|" in entry or
                 "|" + t["gene"] + "|" in entry]
        got = {term for entry in found for term in entry[0].lstrip("*").split("&")}
        expected = set(case["consequence"].split("&"))
        essence = lambda terms: {term.replace("_variant", "") for term in terms} & {
            "missense", "synonymous", "stop_gained", "stop_lost", "start_lost", "frameshift", "inframe_insertion", "inframe_deletion",
            "splice_acceptor", "splice_donor", "stop_retained"}
        same = essence(got) == essence(expected)
        counts["same" if same else "other"] += 1
        if not same:
            report("csq", case, case["hgvs_c"] + " " + case["hgvs_p"], ",".join("|".join(entry) for entry in found) or "none")
    print(dict(counts))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    {"weaver": weaver, "biocommons": biocommons, "csq": csq}[sys.argv[1]](*read())
