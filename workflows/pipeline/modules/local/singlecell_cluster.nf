// A count matrix to clusters, their markers and a map.
process SINGLECELL_CLUSTER {
    tag "${meta.patient} ${meta.sample}"
    label 'large'
    publishDir { "${params.outdir}/patients/${meta.patient}/${meta.sample}" }, mode: 'copy'

    input:
    tuple val(meta), path(h5ad, stageAs: 'input/*')

    output:
    tuple val(meta), path('cells.json'), path('cells.h5ad'), path('cells.html')

    script:
    """
    # Marrow ${meta.version}
    '${params.marrow}' singlecell cluster --input ${h5ad} --output cells.h5ad --report cells.html \\
        --patient '${meta.patient}' --sample '${meta.sample}' --threads ${task.cpus} --seed ${params.seed} --json cells.json
    """
}
