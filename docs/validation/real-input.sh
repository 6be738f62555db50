#!/usr/bin/env bash
# Runs the pipeline on real public data: the 193 TCGA-LAML patients with mutations, one set of single cells and one BAM.
# The data are not part of the project: they lie in ../shared/data, or where MARROW_SHARED says (docs: CONTRIBUTING.md).
#
#   docs/validation/real-input.sh OUTDIR
#
# The BAM is mouse, and its 55,197 reads come without bases (SEQ is *): whatever marker is looked for, the honest answer is
# "not covered", and the page has to show that.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
shared=${MARROW_SHARED:-$home/../shared}
out=${1:?usage: docs/validation/real-input.sh OUTDIR}
mkdir -p "$out/inputs"
inputs=$(cd "$out/inputs" && pwd)
data=$(cd "$shared/data" && pwd)

{
  printf '##fileformat=VCFv4.3\n##contig=<ID=chr19>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
  printf 'chr19\t4078290\t.\tA\tC\t.\t.\t.\nchr19\t4078316\t.\tG\tT\t.\t.\t.\n'
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
