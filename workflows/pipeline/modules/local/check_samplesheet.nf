// Refuses a samplesheet with mistakes, all of them named, and gives it back with absolute paths.
process CHECK_SAMPLESHEET {
    tag "${sheet.name}"
    label 'small'

    input:
    path sheet
    val folder

    output:
    path 'samplesheet.checked.csv', emit: checked

    script:
    """
    '${params.marrow}' samplesheet check --input ${sheet} --folder '${folder}' --output samplesheet.checked.csv
    """
}
