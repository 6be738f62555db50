package org.marrow.io.vcf;

/**
 * An INFO or FORMAT line of the header, or what the specification says of a reserved key.
 *
 * @param description without its quotes and escapes
 */
record FieldDefinition(String id, FieldNumber number, FieldType type, String description) {}
