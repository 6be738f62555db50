package org.marrow.io.table;

import java.nio.file.Path;
import java.util.List;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** Every mistake of a table at once, so that they can be mended at once. */
public final class TableProblemsException extends UserException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient List<TableProblem> problems;

    /**
     * @param problems those that are listed, in the file's order
     * @param unlisted how many more there are
     */
    TableProblemsException(Path file, List<TableProblem> problems, long unlisted) {
        super(ErrorCode.FORMAT, message(file, problems, unlisted));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    public Path file() {
        return file;
    }

    public List<TableProblem> problems() {
        return problems;
    }

    private static String message(Path file, List<TableProblem> problems, long unlisted) {
        long count = problems.size() + unlisted;
        StringBuilder message = new StringBuilder(file.toString())
                .append(" has ")
                .append(count)
                .append(count == 1 ? " mistake:" : " mistakes:");
        for (TableProblem problem : problems) {
            message.append("\n  ").append(problem.describe());
        }
        if (unlisted > 0) {
            message.append("\n  and ").append(unlisted).append(" more");
        }
        return message.toString();
    }
}
