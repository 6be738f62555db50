// Small variants and clinical values to the risk schemes of the patient's disease.
process RISK {
    tag "${meta.patient} ${meta.sample}"
    label 'small'
    publishDir { "${params.outdir}/patients/${meta.patient}/${meta.sample}" }, mode: 'copy'

    input:
    tuple val(meta), path(variants, stageAs: 'variants/*'), path(clinical, stageAs: 'clinical/*'), path(panel, stageAs: 'panel/*')

    output:
    tuple val(meta), path('risk.json')

    script:
    def args = ["--${meta.variants_kind} ${variants}"]
    if (meta.variants_sample) args << "--variants-sample '${meta.variants_sample}'"
    if (meta.assembly) args << "--assembly '${meta.assembly}'"
    if (meta.exome) args << '--panel exome'
    if (panel) args << "--panel ${panel}"
    if (clinical) args << "--clinical ${clinical}"
    """
    # Marrow ${meta.version}
    '${params.marrow}' risk sample --patient '${meta.patient}' --sample '${meta.sample}' --disease '${meta.disease}' \\
        ${args.join(' ')} --output risk.json
    """
}
