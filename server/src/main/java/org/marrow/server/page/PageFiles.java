package org.marrow.server.page;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;

/**
 * The built page, held in memory. What can be asked for is exactly what was there at the start, so no path of a request ever
 * reaches a file system.
 */
public final class PageFiles {
    private static final String FOLDER = "org/marrow/server/web";
    private static final String INDEX = "/index.html";

    /** Everything that the build of the page gives out; another kind of file is a mistake of ours. */
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    private final Map<String, PageFile> byPath;

    /**
     * One file.
     *
     * @param named whether its name holds a hash of its content, so that it can be kept for good
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record PageFile(String type, boolean named, byte[] content) {
        public PageFile {
            requireNonNull(type, "type");
            requireNonNull(content, "content");
        }
    }

    private PageFiles(Map<String, PageFile> byPath) {
        this.byPath = byPath;
    }

    /** The page of this build; empty when it was built without one. */
    public static Optional<PageFiles> ofThisBuild() {
        return fromClasspath(FOLDER);
    }

    static Optional<PageFiles> fromClasspath(String folder) {
        return fromClasspath(PageFiles.class.getClassLoader(), folder);
    }

    /** @param folder of the classpath, with an {@code index.html} in it */
    static Optional<PageFiles> fromClasspath(ClassLoader loader, String folder) {
        @Nullable URL index = loader.getResource(folder + INDEX);
        if (index == null) {
            return Optional.empty();
        }
        try {
            URI uri = index.toURI();
            if (!uri.getScheme().equals("jar")) {
                return Optional.of(read(requireNonNull(Path.of(uri).getParent())));
            }
            URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
                return Optional.of(read(files.getPath(folder)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new BugException("a classpath address is not a URI", impossible);
        }
    }

    private static PageFiles read(Path folder) throws IOException {
        Map<String, PageFile> byPath = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                String path = "/" + folder.relativize(file).toString().replace('\\', '/');
                byPath.put(path, new PageFile(type(path), path.startsWith("/assets/"), Files.readAllBytes(file)));
            }
        }
        byPath.put("/", requireNonNull(byPath.get(INDEX)));
        return new PageFiles(byPath);
    }

    private static String type(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        @Nullable String type = TYPES.get(extension);
        if (type == null) {
            throw new BugException("the page has a file of a kind that is not served: " + path);
        }
        return type;
    }

    /** By path from {@code /}, which is the page itself. */
    public Map<String, PageFile> byPath() {
        return Map.copyOf(byPath);
    }
}
