#!/usr/bin/env bash
# Compares Marrow's caller with freebayes, bcftools and Mutect2 on simulated panels and prints the tables of caller.md.
#
#   docs/benchmarks/caller.sh OUTDIR [options]         everything, an hour or more
#   docs/benchmarks/caller.sh OUTDIR --short           two minutes: one seed, no Mutect2
#
# Options: --seeds 1-10  --depths 500,1000,2000,5000  --suites plain,hard  --tools marrow,freebayes,bcftools,mutect2
#          --hard-seeds 1-3  --hard-depths 1000  --scenarios indels,itd  --report-only
# Needs: bwa, samtools, bcftools, freebayes, Python 3 with numpy (PYTHON names another interpreter), Maven and a JDK 17 or newer
# for Mutect2. The panels of the issue are used where ../shared (or MARROW_SHARED) has their simulator; else our own plain ones.
# MARROW names another ./marrow. Panels are kept in OUTDIR and used again; callers always run anew.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
here=$home/docs/benchmarks
shared=${MARROW_SHARED:-$home/../shared}
python=${PYTHON:-python3}
marrow=${MARROW:-$home/marrow}
out=${1:?usage: docs/benchmarks/caller.sh OUTDIR [options]}
shift
mkdir -p "$out"

fail() {
  printf 'caller.sh: %s\n' "$1" >&2
  exit 69
}

for program in bwa samtools bcftools; do
  command -v "$program" >/dev/null || fail "$program was not found. Install it (Debian: apt-get install bwa samtools bcftools freebayes)."
done
"$python" -c 'import numpy' 2>/dev/null || fail "$python has no numpy. Install it, or name another interpreter in PYTHON."

options=()
tools=marrow,freebayes,bcftools,mutect2
for option in "$@"; do
  if [ "$option" = --short ]; then
    options+=(--seeds 1 --depths 500,1000 --hard-seeds 1 --hard-depths 500 --scenarios indels,homopolymers,ffpe,amplicons
      --tools marrow,freebayes,bcftools)
  else
    options+=("$option")
  fi
done
for i in "${!options[@]}"; do
  if [ "${options[i]}" = --tools ]; then
    tools=${options[i + 1]:-}
  fi
done

java=java
if [[ $tools == *mutect2* ]]; then
  # Mutect2 is run on the oldest JDK from 17 on that is there: the one that GATK is made for.
  for folder in /usr/lib/jvm/*17* "${JAVA_HOME:-}"; do
    if [ -n "$folder" ] && [ -x "$folder/bin/java" ]; then
      java=$folder/bin/java
      break
    fi
  done
  if [ ! -e "$out/gatk/complete" ]; then
    printf 'caller.sh: fetching GATK ...\n' >&2
    mvn -B -q --no-transfer-progress -f "$here/mutect2/pom.xml" dependency:copy-dependencies -DoutputDirectory="$(cd "$out" && pwd)/gatk" >&2
    touch "$out/gatk/complete"
  fi
fi

# Built before anything is timed.
if [[ $tools == *marrow* ]]; then
  "$marrow" variants call --help >/dev/null || fail "$marrow has no command 'variants call'."
fi

export PYTHONDONTWRITEBYTECODE=1
exec "$python" "$here/caller_benchmark.py" --work "$out" --marrow "$marrow" --gatk "$out/gatk" --gatk-java "$java" \
  --shared-simulator "$shared/bench/panel_sim.py" "${options[@]}"
