package org.marrow.variants.known;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.KnownVariant;
import org.marrow.core.variant.TrimmedVariant;
import org.marrow.core.variant.VariantCall;
import org.marrow.variants.hgvs.HgvsException;
import org.marrow.variants.hgvs.HgvsName;
import org.marrow.variants.hgvs.ProteinStyle;

/**
 * A list of known variants, searched for one call: by position and alleles, then by protein change, then by the lesions that many
 * different variants make ({@link KnownLesions}).
 */
public final class KnownVariants {
    private final Assembly assembly;
    private final Map<TrimmedVariant, KnownVariant> byAllele = new HashMap<>();
    private final Map<String, KnownVariant> byProtein = new HashMap<>();

    /** @param assembly that the calls count on; OTHER and UNKNOWN leave only the protein change to go by */
    public KnownVariants(List<KnownVariant> variants, Assembly assembly) {
        this.assembly = requireNonNull(assembly, "assembly");
        for (KnownVariant variant : variants) {
            variant.in(assembly).ifPresent(trimmed -> byAllele.putIfAbsent(trimmed, variant));
            proteinChange("p." + variant.change())
                    .ifPresent(change -> byProtein.putIfAbsent(variant.gene() + " " + change, variant));
        }
    }

    /** The known variant that a call is; filters of the call do not count. */
    public Optional<KnownMatch> match(VariantCall call) {
        if (!call.variant().isSymbolic()) {
            KnownVariant same = byAllele.get(TrimmedVariant.of(call.variant()));
            if (same != null) {
                return Optional.of(match(same, KnownMatch.By.ALLELE, same.mark()));
            }
        }
        Optional<KnownVariant> sameChange = call.gene()
                .flatMap(gene -> call.hgvsP()
                        .flatMap(KnownVariants::proteinChange)
                        .map(change -> byProtein.get(gene + " " + change)));
        if (sameChange.isPresent()) {
            return Optional.of(match(sameChange.get(), KnownMatch.By.PROTEIN, EvidenceMark.DERIVED));
        }
        return KnownLesions.match(call, assembly);
    }

    private static KnownMatch match(KnownVariant variant, KnownMatch.By by, EvidenceMark mark) {
        return new KnownMatch(variant.gene(), variant.change(), by, mark);
    }

    /** One spelling of a protein change, so that names of different tools compare; empty for what is no name. */
    private static Optional<String> proteinChange(String hgvsP) {
        try {
            HgvsName name = HgvsName.parse(hgvsP);
            return Optional.of(name.withoutReference()
                    .withoutPrediction()
                    .with(ProteinStyle.ONE_LETTER)
                    .toString());
        } catch (HgvsException notAName) {
            return Optional.empty();
        }
    }
}
