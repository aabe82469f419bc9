package io.github.surefoot.worker.database;

import java.util.List;

/**
 * Where mappers are.
 *
 * @param types interfaces
 * @param packages packages of interfaces
 */
record Mappers(List<Class<?>> types, List<String> packages) {
    static final Mappers NONE = new Mappers(List.of(), List.of());

    static Mappers of(WorkerDatabase annotation) {
        return new Mappers(List.of(annotation.mappers()), List.of(annotation.mapperPackages()));
    }
}
