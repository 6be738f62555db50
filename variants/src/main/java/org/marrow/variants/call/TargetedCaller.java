package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.variant.TargetRegion;

/**
 * Calls SNVs and indels of up to {@link CallDefaults#LONGEST_INDEL_BASES} over the targets of a panel, from one sample without its
 * normal. The targets are counted piece by piece, then the sample's errors are learnt from all of them, then each piece is called;
 * docs/variants-call.md explains it.
 */
public final class TargetedCaller {
    private TargetedCaller() {}

    /**
     * Calls one sample.
     *
     * @param sources gives a source of the sample's reads for each thread; they are closed here
     * @param reference may be read by several threads at once
     * @param targets on contigs that reads and reference both have
     */
    public static CallResult call(
            Supplier<ReadSource> sources,
            ReferenceSource reference,
            List<TargetRegion> targets,
            CallSettings settings) {
        Map<String, Integer> order = new HashMap<>();
        for (TargetRegion target : targets) {
            order.putIfAbsent(target.contig(), order.size());
        }
        return call(sources, reference, targets, order, settings);
    }

    /** As above, with contigs in an order of their own. */
    public static CallResult call(
            Supplier<ReadSource> sources,
            ReferenceSource reference,
            List<TargetRegion> targets,
            Map<String, Integer> contigOrder,
            CallSettings settings) {
        List<Piece> pieces = Piece.of(targets, contigOrder);
        int threads = Math.min(settings.threads(), pieces.size());
        List<PieceEvidence> evidence = read(sources, reference, pieces, settings, threads);
        SampleModel model = SampleModel.learn(evidence);
        List<SmallVariant> variants = new ArrayList<>();
        Map<ReadFate, Long> fates = new EnumMap<>(ReadFate.class);
        for (PieceEvidence piece : evidence) {
            variants.addAll(new PieceCaller(piece, model, settings).call());
            piece.fates().forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        }
        return new CallResult(
                variants, coverage(targets, evidence, DetectionLimit.of(evidence, model, settings)), fates);
    }

    /** Counts all pieces; each worker takes the next one that is left, so the order of work is free and that of results is not. */
    private static List<PieceEvidence> read(
            Supplier<ReadSource> sources,
            ReferenceSource reference,
            List<Piece> pieces,
            CallSettings settings,
            int threads) {
        @Nullable PieceEvidence[] results = new PieceEvidence[pieces.size()];
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> work = () -> {
            try (ReadSource source = sources.get()) {
                PieceReader reader = new PieceReader(source, reference, settings);
                int taken = next.getAndIncrement();
                while (taken < results.length) {
                    results[taken] = reader.read(pieces.get(taken));
                    taken = next.getAndIncrement();
                }
                return taken;
            }
        };
        runAll(work, threads);
        List<PieceEvidence> evidence = new ArrayList<>();
        for (PieceEvidence result : results) {
            if (result == null) {
                throw new BugException("a piece without result");
            }
            evidence.add(result);
        }
        return evidence;
    }

    private static void runAll(Callable<Integer> work, int threads) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(work));
            }
            for (Future<Integer> one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new BugException("a worker failed", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserException(ErrorCode.ENVIRONMENT, "the calling of variants was interrupted", stopped);
        }
    }

    private static List<TargetCoverage> coverage(
            List<TargetRegion> targets, List<PieceEvidence> evidence, DetectionLimit limit) {
        Map<String, TreeMap<Integer, PieceEvidence>> byStart = new HashMap<>();
        for (PieceEvidence piece : evidence) {
            byStart.computeIfAbsent(piece.piece().contig(), contig -> new TreeMap<>())
                    .put(piece.piece().start(), piece);
        }
        List<TargetCoverage> coverage = new ArrayList<>();
        for (TargetRegion target : targets) {
            int[] depths = new int[target.length()];
            TreeMap<Integer, PieceEvidence> pieces = byStart.getOrDefault(target.contig(), new TreeMap<>());
            Integer first = pieces.floorKey(target.start());
            for (PieceEvidence piece : pieces.subMap(first == null ? target.start() : first, true, target.end(), true)
                    .values()) {
                int from = Math.max(target.start(), piece.piece().start());
                int to = Math.min(target.end(), piece.piece().end());
                for (int position = from; position <= to; position++) {
                    depths[position - target.start()] =
                            piece.depth(position - piece.piece().start());
                }
            }
            Arrays.sort(depths);
            int without = 0;
            while (without < depths.length && depths[without] == 0) {
                without++;
            }
            int median = depths[(depths.length - 1) / 2];
            double mean = (double) Arrays.stream(depths).asLongStream().sum() / depths.length;
            coverage.add(new TargetCoverage(
                    target, depths[0], median, mean, without, limit.at(depths[0]), limit.at(median)));
        }
        return coverage;
    }
}
