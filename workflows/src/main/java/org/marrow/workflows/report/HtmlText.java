package org.marrow.workflows.report;

/** Text on its way into a page. */
final class HtmlText {
    private HtmlText() {}

    /** The same text with the characters that HTML gives a meaning written out; fit for content and for quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
