package io.github.surefoot.worker.database.mybatis;

import java.util.List;

/**
 * Where mappers are.
 *
 * @param types interfaces
 * @param packages packages of interfaces
 */
public record Mappers(List<Class<?>> types, List<String> packages) {
    /** None. */
    public static final Mappers NONE = new Mappers(List.of(), List.of());
}
