package org.marrow.io.vcf;

import java.util.Optional;

/** Types of INFO and FORMAT fields. */
enum FieldType {
    INTEGER("Integer"),
    FLOAT("Float"),
    FLAG("Flag"),
    CHARACTER("Character"),
    STRING("String");

    private final String keyword;

    FieldType(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }

    static Optional<FieldType> parse(String text) {
        for (FieldType type : values()) {
            if (type.keyword.equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
