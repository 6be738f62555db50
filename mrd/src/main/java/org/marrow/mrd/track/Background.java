package org.marrow.mrd.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.statistics.IncompleteBeta;

/**
 * The background of one marker, measured in the sample itself.
 *
 * <p>SNV: the same change of base at the positions around that have the same reference base, both strands taken together (a C>T
 * of one strand is a G>A of the other). MNV: the rarest of its changes, as an error would have to make them all. Insertion and
 * deletion: any insertion or deletion at the positions around, of whatever length, times the number of its repeats, as a
 * polymerase slips by one repeat or another. Where the marker's own position shows more of the other errors than its
 * neighbourhood explains, its own rate is taken (SNV, insertion and deletion).
 *
 * @param notes what a reader should know of it
 */
record Background(ErrorRate rate, List<String> notes) {
    Background {
        notes = List.copyOf(notes);
    }

    static Background measure(
            AlleleMatcher matcher, PileupCounts counts, LocalSequence sequence, TrackSettings settings) {
        return switch (matcher) {
            case SubstitutionMatcher substitution ->
                new Measurement(substitution, counts, sequence, settings).ofSubstitution(substitution);
            case HaplotypeMatcher indel -> new Measurement(indel, counts, sequence, settings).ofIndel(indel);
        };
    }

    private record Measurement(
            AlleleMatcher matcher, PileupCounts counts, LocalSequence sequence, TrackSettings settings) {

        Background ofSubstitution(SubstitutionMatcher substitution) {
            @Nullable ErrorRate rarest = null;
            for (int i = 0; i < substitution.reference().length(); i++) {
                char ref = substitution.reference().charAt(i);
                char alt = substitution.alternate().charAt(i);
                if (ref != alt) {
                    ErrorRate rate = rateAround(ref, alt);
                    if (rarest == null || rate.upperBound() < rarest.upperBound()) {
                        rarest = rate;
                    }
                }
            }
            if (rarest == null) {
                throw new BugException("a substitution without a change at " + matcher);
            }
            return substitution.reference().length() == 1
                    ? orItsOwn(rarest, substitution)
                    : new Background(rarest, List.of());
        }

        /** Takes the two bases that are neither of the marker's alleles as a sign of how noisy its position is. */
        private Background orItsOwn(ErrorRate around, SubstitutionMatcher substitution) {
            PositionCounts here = counts.at(substitution.firstPosition());
            long depth = counts.depth();
            List<String> notes = new ArrayList<>();
            long most = 0;
            boolean isNoisy = false;
            for (char other : BaseCalls.BASES.toCharArray()) {
                boolean isAllele = substitution.reference().indexOf(other) >= 0
                        || substitution.alternate().indexOf(other) >= 0;
                long count = here.of(other);
                if (isAllele || count == 0 || depth == 0) {
                    continue;
                }
                if (count > depth * TrackDefaults.ALLELE_FRACTION_NOT_ERROR) {
                    notes.add(String.format(
                            Locale.ROOT,
                            "A third base, %s, is in %d of %d molecules: taken for an allele, not for errors.",
                            other,
                            count,
                            depth));
                    continue;
                }
                ErrorRate expected = rateAround(substitution.reference().charAt(0), other);
                isNoisy |= expected.probabilityOfAtLeast(count, depth) <= settings.falsePositiveRate() / 2;
                most = Math.max(most, count);
            }
            return isNoisy ? itsOwn(most, depth, around, notes) : new Background(around, notes);
        }

        private ErrorRate rateAround(char ref, char alt) {
            Map<String, BackgroundSample> kinds = kindsAround();
            BackgroundSample own = kinds.getOrDefault(kind(ref, alt), new BackgroundSample());
            if (own.bases() < TrackDefaults.MIN_BACKGROUND_BASES) {
                return byQuality(own.bases());
            }
            return own.rate(
                    List.copyOf(kinds.values()),
                    String.format(
                            Locale.ROOT,
                            "%d %s>%s errors in %d bases of %d positions around",
                            own.errors(),
                            ref,
                            alt,
                            own.bases(),
                            own.sites()));
        }

        /** The errors of every kind at the positions around that carry no allele, in the order of their names. */
        private Map<String, BackgroundSample> kindsAround() {
            Map<String, BackgroundSample> kinds = new TreeMap<>();
            for (int position = counts.windowStart(); position <= counts.windowEnd(); position++) {
                char base = sequence.at(position);
                PositionCounts here = counts.at(position);
                boolean isOwn = position >= matcher.firstPosition() && position <= matcher.lastPosition();
                boolean carriesAllele =
                        here.depth() - here.of(base) > here.depth() * TrackDefaults.ALLELE_FRACTION_NOT_ERROR;
                if (isOwn || carriesAllele || base == 'N') {
                    continue;
                }
                for (char wrong : BaseCalls.BASES.toCharArray()) {
                    if (wrong != base) {
                        kinds.computeIfAbsent(kind(base, wrong), name -> new BackgroundSample())
                                .add(here.of(base) + here.of(wrong), here.of(wrong));
                    }
                }
            }
            return kinds;
        }

        /** A change and its complement are one kind, named by the pyrimidine. */
        private static String kind(char from, char to) {
            return from == 'C' || from == 'T' ? from + ">" + to : complement(from) + ">" + complement(to);
        }

        /** All of the error goes to the one base in question; how positions differ is not known. */
        private ErrorRate byQuality(long bases) {
            double sum = 0;
            long molecules = 0;
            for (int quality = 0; quality < counts.qualities().length; quality++) {
                sum += counts.qualities()[quality] * Math.pow(10, -0.1 * quality);
                molecules += counts.qualities()[quality];
            }
            BackgroundSample none = new BackgroundSample();
            double prior = TrackDefaults.PRIOR_ERRORS / TrackDefaults.PRIOR_BASES;
            double mean = Math.clamp(molecules == 0 ? prior : sum / molecules, prior, ErrorRate.HIGHEST);
            String basis = "base qualities, as there are only " + bases + " bases of its kind around";
            ErrorRate unknown = none.rate(List.of(none), basis);
            double factor = unknown.upperBound() / unknown.mean();
            return new ErrorRate(mean, Math.min(ErrorRate.HIGHEST, mean * factor), unknown.spread(), basis);
        }

        Background ofIndel(HaplotypeMatcher indel) {
            BackgroundSample sample = new BackgroundSample();
            for (int position = counts.windowStart(); position <= counts.windowEnd(); position++) {
                PositionCounts here = counts.at(position);
                boolean isOwn = position >= matcher.firstPosition() && position <= matcher.lastPosition();
                boolean carriesAllele =
                        here.indelFollows() > here.indelKnown() * TrackDefaults.ALLELE_FRACTION_NOT_ERROR;
                if (!isOwn && !carriesAllele) {
                    sample.add(here.indelKnown(), here.indelFollows());
                }
            }
            ErrorRate around = sample.rate(
                            List.of(sample),
                            String.format(
                                    Locale.ROOT,
                                    "%d insertions and deletions in %d bases of %d positions around, times %d repeats",
                                    sample.errors(),
                                    sample.bases(),
                                    sample.sites(),
                                    indel.repeats()))
                    .times(indel.repeats());
            long depth = counts.depth();
            long others = counts.molecules(Allele.OTHER_INDEL);
            if (others > depth * TrackDefaults.ALLELE_FRACTION_NOT_ERROR) {
                return new Background(
                        around,
                        List.of("Another insertion or deletion is in " + others + " of " + depth
                                + " molecules: taken for an allele, not for errors."));
            }
            boolean isNoisy = others > 0 && around.probabilityOfAtLeast(others, depth) <= settings.falsePositiveRate();
            return isNoisy ? itsOwn(others, depth, around, List.of()) : new Background(around, List.of());
        }

        private static Background itsOwn(long errors, long depth, ErrorRate around, List<String> notes) {
            double mean = Math.max(around.mean(), (double) errors / depth);
            double upper =
                    IncompleteBeta.quantile(TrackDefaults.BACKGROUND_CONFIDENCE, errors + 1.0, depth - errors + 1.0);
            List<String> allNotes = new ArrayList<>(notes);
            allNotes.add("The marker's own position is noisier than those around; its own rate is used.");
            return new Background(
                    new ErrorRate(
                            mean,
                            Math.clamp(upper, mean, ErrorRate.HIGHEST),
                            around.spread(),
                            errors + " other errors in " + depth + " molecules at the marker itself"),
                    allNotes);
        }

        private static char complement(char base) {
            return switch (base) {
                case 'A' -> 'T';
                case 'C' -> 'G';
                case 'G' -> 'C';
                case 'T' -> 'A';
                default -> 'N';
            };
        }
    }
}
