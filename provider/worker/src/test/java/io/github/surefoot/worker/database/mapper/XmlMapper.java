package io.github.surefoot.worker.database.mapper;

/** A mapper without an annotation, whose XML lies beside it. */
public interface XmlMapper {
    /** Counts carts. */
    int count();
}
