package org.marrow.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.BugException;

class PageFilesTest {
    @Test
    void holdsEveryFileOfTheFolderUnderItsPath() {
        assertThat(TestPage.files().byPath().keySet())
                .containsExactlyInAnyOrder(
                        "/", "/index.html", "/favicon.svg", "/assets/main-abc123.js", "/assets/main-abc123.css");
    }

    @Test
    void aFolderWithoutAnIndexIsNoPage() {
        assertThat(PageFiles.fromClasspath("org/marrow/server/page/testbundle/assets"))
                .isEmpty();
    }

    @Test
    void readsThePageFromAJar(@TempDir Path folder) throws Exception {
        URL jar = jar(folder, "web/index.html", "web/assets/a.js");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null)) {
            PageFiles page = PageFiles.fromClasspath(loader, "web").orElseThrow();

            assertThat(page.byPath().keySet()).containsExactlyInAnyOrder("/", "/index.html", "/assets/a.js");
            assertThat(new String(page.byPath().get("/assets/a.js").content(), StandardCharsets.UTF_8))
                    .isEqualTo("web/assets/a.js");
        }
    }

    @Test
    void aKindOfFileThatIsNotServedIsAMistakeOfTheBuild(@TempDir Path folder) throws Exception {
        URL jar = jar(folder, "web/index.html", "web/assets/a.exe");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null)) {
            assertThatThrownBy(() -> PageFiles.fromClasspath(loader, "web"))
                    .isInstanceOf(BugException.class)
                    .hasMessageContaining("/assets/a.exe");
        }
    }

    /** Each entry holds its own name. */
    private static URL jar(Path folder, String... entries) throws Exception {
        Path jar = folder.resolve("page with a blank.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.write(entry.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar.toUri().toURL();
    }
}
