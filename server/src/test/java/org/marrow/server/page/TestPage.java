package org.marrow.server.page;

/** A small page in the place of the built one, which a build of this module alone may not have. */
public final class TestPage {
    static final String FOLDER = "org/marrow/server/page/testbundle";

    private TestPage() {}

    public static PageFiles files() {
        return PageFiles.fromClasspath(FOLDER).orElseThrow();
    }
}
