// Laboratory measurements (qPCR, dPCR, flow) to the same MRD record.
process MRD_MEASUREMENTS {
    tag "${meta.patient} ${meta.sample}"
    label 'small'
    publishDir { "${params.outdir}/patients/${meta.patient}/${meta.sample}" }, mode: 'copy'

    input:
    tuple val(meta), path(measurements)

    output:
    tuple val(meta), path('mrd-measurements.json'), path('mrd-measurements.tsv')

    script:
    """
    # Marrow ${meta.version}
    '${params.marrow}' mrd measurements --input ${measurements} --patient '${meta.patient}' --sample '${meta.sample}' \\
        --output mrd-measurements.tsv --json mrd-measurements.json
    """
}
