package org.marrow.io.result;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.BugException;
import org.marrow.core.error.UserException;
import org.marrow.core.run.AddedLater;

/** The components of a record class, in their order, and how to take a record apart and put it together. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final List<Part> parts;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new BugException(type + " is not a record");
        }
        this.type = type;
        List<Part> found = new ArrayList<>();
        for (RecordComponent component : components) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            found.add(new Part(
                    component.getName(),
                    component.getGenericType(),
                    accessor,
                    component.isAnnotationPresent(AddedLater.class)));
        }
        this.parts = List.copyOf(found);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new BugException(type + " has no canonical constructor", impossible);
        }
    }

    static RecordShape of(Class<?> recordClass) {
        return SHAPES.get(recordClass);
    }

    List<Part> parts() {
        return parts;
    }

    /** Place of a component; -1 when the record has none of this name. */
    int indexOf(String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The name that tells this record from the other forms of its sealed interface; empty where there is none. */
    Optional<String> variantName() {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)
                ? Optional.of(type.getSimpleName())
                : Optional.empty();
    }

    /** @throws UserException when the record refuses a value */
    Object build(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof UserException refusal) {
                throw refusal;
            }
            throw new BugException(type + " failed on values of its types", failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new BugException(type + " cannot be built", failure);
        }
    }

    /**
     * A component.
     *
     * @param addedLater whether documents of an earlier edition lack it
     */
    record Part(String name, Type type, Method accessor, boolean addedLater) {
        Object get(Object of) {
            try {
                Object value = accessor.invoke(of);
                if (value == null) {
                    throw new BugException(accessor + " gave null");
                }
                return value;
            } catch (ReflectiveOperationException failure) {
                throw new BugException(accessor + " cannot be called", failure);
            }
        }
    }
}
