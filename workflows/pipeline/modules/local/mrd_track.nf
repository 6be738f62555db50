// A patient's markers counted in a follow-up BAM.
process MRD_TRACK {
    tag "${meta.patient} ${meta.sample}"
    label 'small'
    publishDir { "${params.outdir}/patients/${meta.patient}/${meta.sample}" }, mode: 'copy'

    input:
    tuple val(meta), path(bam), path(index), path(markers, stageAs: 'markers/*'), path(reference, stageAs: 'reference/*')

    output:
    tuple val(meta), path('mrd-track.json'), path('mrd-track.tsv')

    script:
    def reference_arg = reference ? "--reference ${reference}" : ''
    """
    # Marrow ${meta.version}
    '${params.marrow}' mrd track --bam ${bam} ${reference_arg} --markers ${markers} \\
        --patient '${meta.patient}' --sample '${meta.sample}' --date '${meta.date}' \\
        --output mrd-track.tsv --json mrd-track.json
    """
}
