package org.marrow.variants.hgvs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;

/**
 * The sequence that a name counts on, such as {@code NM_002520.7}, {@code NC_000005.10} or {@code LRG_199t1}.
 *
 * @param accession with its version where it has one
 * @param selector in parentheses: the gene of a transcript, or the transcript of a genomic sequence, as in
 *     {@code NG_012232.1(NM_004006.2)}
 */
public record HgvsReference(String accession, Optional<String> selector) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    public HgvsReference {
        InvalidValueException.check(isName(accession), "accession", accession, "letters, digits, '_', '.' or '-'");
        requireNonNull(selector, "selector");
        selector.ifPresent(name ->
                InvalidValueException.check(isName(name), "selector", name, "letters, digits, '_', '.' or '-'"));
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether positions of this kind can count on it, as far as the accession's prefix tells. */
    boolean carries(SequenceKind kind) {
        boolean isProtein = startsWith("NP_", "XP_", "YP_", "AP_", "ENSP");
        if (isProtein || kind == SequenceKind.PROTEIN) {
            // ClinVar and others write protein changes behind a transcript.
            return kind == SequenceKind.PROTEIN && !startsWith("NC_", "NG_", "NT_", "NW_", "NR_", "XR_");
        }
        return switch (kind) {
            case CODING -> !startsWith("NR_", "XR_") && (!startsWith("NC_", "NT_", "NW_") || selector.isPresent());
            case NON_CODING -> !startsWith("NC_", "NT_", "NW_") || selector.isPresent();
            case GENOMIC -> !startsWith("NM_", "XM_", "NR_", "XR_", "ENST");
            case MITOCHONDRIAL, CIRCULAR -> !startsWith("NM_", "XM_", "NR_", "XR_", "ENST", "NG_");
            case RNA, PROTEIN -> true;
        };
    }

    private boolean startsWith(String... prefixes) {
        for (String prefix : prefixes) {
            if (accession.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return accession + selector.map(name -> "(" + name + ")").orElse("");
    }
}
