package org.marrow.io.table;

/** Text of a file as it may stand in a message: quoted, short, on one line. */
public final class FoundText {
    private static final int MAX_SHOWN = 60;

    private FoundText() {}

    /** The value in quotes, or {@code nothing} for an empty one. Control characters are shown as codes. */
    public static String quote(String value) {
        if (value.isEmpty()) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder("'");
        int end = Math.min(value.length(), MAX_SHOWN);
        for (int i = 0; i < end; i++) {
            char letter = value.charAt(i);
            if (Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT) {
                shown.append("\\u%04x".formatted((int) letter));
            } else {
                shown.append(letter);
            }
        }
        return shown.append(end < value.length() ? "…'" : "'").toString();
    }
}
