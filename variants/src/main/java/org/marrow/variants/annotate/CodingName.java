package org.marrow.variants.annotate;

import java.util.Optional;

/** Names a change on the DNA level by HGVS: {@code c.} for a coding transcript, {@code n.} for another. */
final class CodingName {
    private CodingName() {}

    /**
     * @param change at its most 3' place
     * @return empty when a named position would lie outside the transcript
     */
    static Optional<String> of(TranscriptMap map, StrandSequence sequence, Change change) {
        String prefix = map.isCoding() ? "c." : "n.";
        if (change.isInsertion()) {
            return insertion(map, sequence, change).map(text -> prefix + text);
        }
        if (!map.contains(change.start()) || !map.contains(change.end())) {
            return Optional.empty();
        }
        String range = range(map, change.start(), change.end());
        if (change.isDeletion()) {
            return Optional.of(prefix + range + "del");
        }
        String deleted = change.deleted();
        String inserted = change.inserted();
        if (deleted.length() == 1 && inserted.length() == 1) {
            return Optional.of(prefix + range + deleted + ">" + inserted);
        }
        if (inserted.equals(Nucleotides.reverseComplement(deleted))) {
            return Optional.of(prefix + range + "inv");
        }
        return Optional.of(prefix + range + "delins" + inserted);
    }

    private static Optional<String> insertion(TranscriptMap map, StrandSequence sequence, Change change) {
        int copyStart = change.start() - change.inserted().length();
        int before = change.start() - 1;
        boolean isCopy = copyStart >= sequence.start()
                && sequence.bases(copyStart, before).equals(change.inserted());
        if (isCopy) {
            return map.contains(copyStart) && map.contains(before)
                    ? Optional.of(range(map, copyStart, before) + "dup")
                    : Optional.empty();
        }
        return map.contains(before) && map.contains(change.start())
                ? Optional.of(range(map, before, change.start()) + "ins" + change.inserted())
                : Optional.empty();
    }

    private static String range(TranscriptMap map, int from, int to) {
        return from == to ? map.name(from) : map.name(from) + "_" + map.name(to);
    }
}
