#!/usr/bin/env nextflow

/*
 * Marrow: from a samplesheet to risk, MRD and cell clusters.
 *
 * `marrow run` starts this pipeline and publishes its results. It can also be started by hand:
 *   nextflow run workflows/pipeline --input samplesheet.csv --outdir results --marrow /path/to/marrow
 */

nextflow.enable.dsl = 2

include { CHECK_SAMPLESHEET } from './modules/local/check_samplesheet'
include { RISK } from './modules/local/risk'
include { MRD_TRACK } from './modules/local/mrd_track'
include { MRD_MEASUREMENTS } from './modules/local/mrd_measurements'
include { SINGLECELL_CLUSTER } from './modules/local/singlecell_cluster'

// A cell of the checked samplesheet as a file, or an empty list, which Nextflow stages as nothing.
def optionalFile(cell) {
    cell ? file(cell, checkIfExists: true) : []
}

workflow {
    if (!params.input) {
        error "--input is missing: the samplesheet, see docs/formats/samplesheet.md"
    }

    CHECK_SAMPLESHEET(file(params.input, checkIfExists: true), file(params.input).toAbsolutePath().parent.toString())

    lines = CHECK_SAMPLESHEET.out.checked
        .splitCsv(header: true)
        .map { row ->
            def meta = [
                patient: row.patient, sample: row.sample, disease: row.disease, date: row.date,
                assembly: row.assembly, variants_sample: row.maf ? row.maf_sample : row.vcf_sample,
                exome: row.panel == 'exome', variants_kind: row.maf ? 'maf' : 'vcf', version: params.tool_version
            ]
            [meta, row]
        }

    RISK(
        lines
            .filter { meta, row -> row.vcf || row.maf }
            .map { meta, row ->
                def panel = row.panel == 'exome' ? '' : row.panel
                [meta, optionalFile(row.vcf ?: row.maf), optionalFile(row.clinical), optionalFile(panel)]
            }
    )

    MRD_TRACK(
        lines
            .filter { meta, row -> row.bam }
            .map { meta, row ->
                def bam = file(row.bam, checkIfExists: true)
                def indexes = ["${bam}.bai", "${bam}.csi", "${bam}.crai", "${bam}".replaceAll(/\.bam$/, '.bai')]
                def index = indexes.collect { file(it) }.find { it.exists() } ?: []
                [meta, bam, index, optionalFile(row.markers), optionalFile(row.reference)]
            }
    )

    MRD_MEASUREMENTS(
        lines
            .filter { meta, row -> row.measurements }
            .map { meta, row -> [meta, optionalFile(row.measurements)] }
    )

    SINGLECELL_CLUSTER(
        lines
            .filter { meta, row -> row.h5ad }
            .map { meta, row -> [meta, optionalFile(row.h5ad)] }
    )
}
