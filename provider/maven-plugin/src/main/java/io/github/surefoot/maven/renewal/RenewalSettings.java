package io.github.surefoot.maven.renewal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a run needs to know of its project to renew classes.
 *
 * @param obstacle why its workers cannot, as a sentence; empty if they can
 * @param own tells which entries of the class path have classes to be renewed
 * @param differing the classes that are known to differ
 */
public record RenewalSettings(Optional<String> obstacle, Predicate<Path> own, DifferingClasses differing) {}
