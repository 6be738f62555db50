package org.marrow.server.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Real connections whose every statement and commit first passes a gate, where a test can fail it or be killed at it. */
final class StatementGate {
    /** What happens before the n-th statement or commit, from 1, since the gate was last armed. */
    @FunctionalInterface
    interface Passage {
        void pass(int number) throws SQLException;
    }

    private final AtomicInteger passed = new AtomicInteger();
    private volatile Passage passage = number -> {};

    /** Starts to count at 1 with this passage. */
    void arm(Passage next) {
        passed.set(0);
        passage = next;
    }

    int passed() {
        return passed.get();
    }

    DataSource over(DataSource source) {
        return proxy(DataSource.class, source);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                StatementGate.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean passes = target instanceof Statement
                                    && method.getName().startsWith("execute")
                            || target instanceof Connection && method.getName().equals("commit");
                    if (passes) {
                        passage.pass(passed.incrementAndGet());
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof Connection connection) {
                            return proxy(Connection.class, connection);
                        }
                        if (result instanceof java.sql.PreparedStatement statement) {
                            return proxy(java.sql.PreparedStatement.class, statement);
                        }
                        if (result instanceof Statement statement) {
                            return proxy(Statement.class, statement);
                        }
                        return result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
