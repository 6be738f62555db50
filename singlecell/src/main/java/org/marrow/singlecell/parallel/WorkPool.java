package org.marrow.singlecell.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.error.InvalidValueException;

/**
 * Runs the blocks of a loop on a fixed number of threads.
 *
 * <p>The cut into blocks depends on the size of the loop alone. A step whose blocks write to places of their own, and read
 * nothing that another block writes, therefore gives the same bytes for any number of threads.
 */
public final class WorkPool implements AutoCloseable {

    /** One block of a loop. */
    @FunctionalInterface
    public interface Block {
        /** @param from first index, @param to one behind the last */
        void run(int from, int to);
    }

    private final int threads;
    private final @Nullable ExecutorService executor;

    /** @param threads from 1; one thread runs everything in the caller */
    public WorkPool(int threads) {
        InvalidValueException.check(threads >= 1, "threads", threads, "a number from 1");
        this.threads = threads;
        this.executor = threads == 1
                ? null
                : Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("cells-", 0).factory());
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs {@code block} over 0 to {@code size - 1} in blocks of {@code blockSize} and waits for all of them. What a block
     * throws is thrown here.
     */
    public void forBlocks(int size, int blockSize, Block block) {
        int blocks = (int) ((size + (long) blockSize - 1) / blockSize);
        if (executor == null || blocks <= 1) {
            for (int number = 0; number < blocks; number++) {
                runBlock(number, size, blockSize, block);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        for (int worker = 0; worker < Math.min(threads, blocks); worker++) {
            workers.add(executor.submit(() -> {
                int number = next.getAndIncrement();
                while (number < blocks && !Thread.currentThread().isInterrupted()) {
                    runBlock(number, size, blockSize, block);
                    number = next.getAndIncrement();
                }
            }));
        }
        await(workers);
    }

    private static void runBlock(int number, int size, int blockSize, Block block) {
        int from = number * blockSize;
        block.run(from, (int) Math.min(size, from + (long) blockSize));
    }

    private static void await(List<Future<?>> workers) {
        try {
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            cancel(workers);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            cancel(workers);
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new BugException("a block of a loop failed", e);
            }
        }
    }

    private static void cancel(List<Future<?>> workers) {
        for (Future<?> worker : workers) {
            worker.cancel(true);
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
