package org.marrow.workflows.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress of long work on standard error: a bar on a terminal, plain lines elsewhere. */
final class StepProgress implements AutoCloseable {
    private final PrintStream lines;
    private final String task;
    private final long total;
    private final @Nullable ProgressBar bar;
    private long lastPercent = -1;

    private StepProgress(PrintStream lines, String task, long total, @Nullable ProgressBar bar) {
        this.lines = lines;
        this.task = task;
        this.total = total;
        this.bar = bar;
    }

    /** @param total steps in all, from 1 */
    static StepProgress start(String task, long total) {
        // System.console() also answers where input or output is redirected; isTerminal tells them apart.
        boolean terminal = System.console() != null && System.console().isTerminal();
        if (!terminal) {
            System.err.println(task + ": 0 of " + total);
            return new StepProgress(System.err, task, total, null);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
        return new StepProgress(System.err, task, total, bar);
    }

    /** @param now steps done in all; @param step what is being done, shown beside the bar */
    synchronized void advanceTo(long now, String step) {
        if (bar != null) {
            bar.stepTo(now);
            bar.setExtraMessage(" " + step);
            return;
        }
        long percent = total == 0 ? 100 : 100 * now / total;
        // One line for each twentieth is enough for a log.
        if (percent / 5 != lastPercent / 5 || lastPercent < 0) {
            lastPercent = percent;
            lines.println(String.format(Locale.ROOT, "%s: %d of %d (%d %%) %s", task, now, total, percent, step));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
