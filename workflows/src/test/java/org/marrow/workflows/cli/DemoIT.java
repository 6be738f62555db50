package org.marrow.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.mrd.MrdMeasurement;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.bam.BamSource;
import org.marrow.io.result.ResultJson;
import org.marrow.io.vcf.VcfSource;

/** The demo from its command to what a person reads on the page in a real browser. */
final class DemoIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String PATIENT = "SYN-AML-02";

    @TempDir
    static Path folder;

    private static MarrowLauncher.Outcome demo;

    @BeforeAll
    static void makeTheDemo() throws IOException, InterruptedException {
        demo = MarrowLauncher.run("demo", "--no-serve", "--outdir", folder.toString());
    }

    @Test
    void theDemoEndsWellWithASummaryAsItsLastLine() {
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.lastLine()).contains("26 patients (SYNTHETIC)").contains("published");
    }

    @Test
    void everyResultIsThereAndTheTruthLiesBesideTheInputs() throws IOException {
        assertThat(folder.resolve("truth/levels.csv")).isNotEmptyFile();
        assertThat(folder.resolve("truth/patients.csv")).isNotEmptyFile();
        assertThat(folder.resolve("truth/variants.csv")).isNotEmptyFile();
        assertThat(folder.resolve("inputs/samplesheet.csv")).isNotEmptyFile();
        assertThat(folder.resolve("results/store")).isDirectory();
        Set<String> processes = new TreeSet<>();
        for (Path json : resultFiles()) {
            processes.add(ResultJson.read(json, AnalysisOutput.class).process());
        }
        assertThat(processes).containsExactly("MRD_MEASUREMENTS", "MRD_TRACK", "RISK", "SINGLECELL_CLUSTER");
    }

    @Test
    void everyCutOfABamAtABlockBoundaryIsRefused() throws IOException {
        Path bam = firstInput(".bam");
        for (byte[] cut : cutsAtBlocks(bam)) {
            Path file = Files.write(folder.resolve("cut.bam"), cut);
            assertThatThrownBy(() -> {
                        try (BamSource source = BamSource.open(file)) {
                            source.forEach(read -> {});
                        }
                    })
                    .as("first %d bytes of %s", cut.length, bam)
                    .isInstanceOf(FormatException.class);
        }
    }

    @Test
    void everyCutOfAVcfAtABlockBoundaryIsRefused() throws IOException {
        Path vcf = firstInput(".vcf.gz");
        for (byte[] cut : cutsAtBlocks(vcf)) {
            Path file = Files.write(folder.resolve("cut.vcf.gz"), cut);
            assertThatThrownBy(() -> VcfSource.open(file).read(new AssessedGenes.Unstated()))
                    .as("first %d bytes of %s", cut.length, vcf)
                    .isInstanceOf(FormatException.class);
        }
    }

    @Test
    void theApiAnswersEveryAddressOfTheContract() throws Exception {
        try (MarrowLauncher.Server server = MarrowLauncher.Server.start(folder)) {
            HttpClient client = HttpClient.newHttpClient();
            String runs = get(client, server, "/api/v1/runs");
            String run = runs.replaceAll("(?s).*?(run-[0-9a-f]+).*", "$1");
            for (String path : List.of(
                    "/health",
                    "/api/v1/openapi.yaml",
                    "/api/v1/patients",
                    "/api/v1/patients/" + PATIENT,
                    "/api/v1/patients/" + PATIENT + "/mrd",
                    "/api/v1/patients/" + PATIENT + "/risk",
                    "/api/v1/runs/" + run)) {
                assertThat(get(client, server, path)).as(path).isNotEmpty();
            }
        }
    }

    @Test
    void aBrowserShowsThePatientsMrdPointsAndRiskCategory() throws Exception {
        if (!Files.isExecutable(CHROMIUM)) {
            assertThat(System.getenv("CI")).as("Chromium is required in CI").isNull();
            Assumptions.abort("skipped: no " + CHROMIUM);
        }
        List<MrdMeasurement> expected = new ArrayList<>();
        for (Path json : resultFiles()) {
            AnalysisOutput output = ResultJson.read(json, AnalysisOutput.class);
            if (output.patient().value().equals(PATIENT)) {
                expected.addAll(output.measurements());
            }
        }
        Playwright.CreateOptions options =
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (MarrowLauncher.Server server = MarrowLauncher.Server.start(folder);
                Playwright playwright = Playwright.create(options);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setLocale("en-GB"));
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.navigate(server.address() + "/#/patients/" + PATIENT);

            Locator points = page.getByTestId("mrd-point");
            points.first().waitFor();
            assertThat(points.count()).isEqualTo(expected.size());
            List<String> shown = new ArrayList<>();
            for (Locator point : points.all()) {
                shown.add(point.getAttribute("data-date") + " " + point.getAttribute("data-target") + " "
                        + point.getAttribute("data-status"));
            }
            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .map(one -> one.date() + " " + one.target().name() + " " + one.status())
                            .toList());

            Locator risk = page.getByTestId("risk-card").first();
            risk.waitFor();
            assertThat(risk.getAttribute("data-scheme")).isEqualTo("eln2022");
            assertThat(risk.getAttribute("data-category")).isEqualTo("Intermediate");
            assertThat(page.getByTestId("synthetic-banner").first().isVisible()).isTrue();
            assertThat(faults).isEmpty();
        }
    }

    private static List<Path> resultFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("results/patients"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Path firstInput(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("inputs"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The file cut before each of its BGZF blocks but the first, the end marker included. */
    private static List<byte[]> cutsAtBlocks(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<byte[]> cuts = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            if (at > 0) {
                cuts.add(Arrays.copyOf(bytes, at));
            }
            // BSIZE, the block's size less one, lies 16 bytes into a block that has no other extra field.
            at += ((bytes[at + 16] & 0xff) | (bytes[at + 17] & 0xff) << 8) + 1;
        }
        assertThat(cuts).isNotEmpty();
        return cuts;
    }

    private static String get(HttpClient client, MarrowLauncher.Server server, String path) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return response.body();
    }
}
