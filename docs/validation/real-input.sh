#!/usr/bin/env bash
# Runs the pipeline on real public data: the 193 TCGA-LAML patients with mutations, one set of single cells and one BAM.
# The data are not part of the project: they lie in ../shared/data, or where MARROW_SHARED says (docs: CONTRIBUTING.md).
#
#   docs/validation/real-input.sh OUTDIR
#
# The BAM is mouse and has no reference here, so its markers are positions at which it is well covered, each with an
# alternate base that nothing should carry; they show what "not detected" looks like on real reads.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
shared=${MARROW_SHARED:-$home/../shared}
out=${1:?usage: docs/validation/real-input.sh OUTDIR}
mkdir -p "$out/inputs"
inputs=$(cd "$out/inputs" && pwd)
data=$(cd "$shared/data" && pwd)

{
  printf '##fileformat=VCFv4.3\n##contig=<ID=chr19>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
  samtools mpileup -r chr19:4078290-4078318 -A -B -Q 0 -d 100000 "$data/reads/umi/chr19.bam" 2>/dev/null |
    awk 'BEGIN { FS = "\t"; OFS = "\t" } NR % 9 == 1 {
      best = ""; most = 0; split("A C G T", base, " ")
      for (i = 1; i <= 4; i++) { text = toupper($5); n = gsub(base[i], "", text); if (n > most) { most = n; best = base[i] } }
      print $1, $2, ".", best, (best == "A" ? "C" : "A"), ".", ".", "."
    }'
} >"$inputs/chr19.markers.vcf"

{
  printf 'patient,centre,disease,sample,date,material,assembly,panel,maf,maf_sample,bam,markers,h5ad\n'
  # The annotation lists 200 patients; 7 of them have no mutation in the MAF, so it cannot say what was looked at.
  gzip -dc "$data/cohort/tcga_laml.maf.gz" |
    awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "Tumor_Sample_Barcode") c = i; next } { print $c }' |
    sort -u | while read -r patient; do
    printf '%s,TCGA,AML,%s-S1,,BM,GRCh37,exome,%s,%s,,,\n' \
      "$patient" "$patient" "$data/cohort/tcga_laml.maf.gz" "$patient"
  done
  printf 'PBMC-1,10X,OTHER,PBMC-1-S1,,PB,,,,,,,%s\n' "$data/single_cell/pbmc68k_reduced.h5ad"
  printf 'UMI-1,UMI,OTHER,UMI-1-S1,2015-06-01,OTHER,other,,,,%s,%s,\n' \
    "$data/reads/umi/chr19.bam" "$inputs/chr19.markers.vcf"
} >"$inputs/samplesheet.csv"

"$home/marrow" run --input "$inputs/samplesheet.csv" --outdir "$out/results" "${@:2}"
