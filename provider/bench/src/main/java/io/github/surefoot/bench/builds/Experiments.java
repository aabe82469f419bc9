package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the projects and sets up who is measured against whom. */
final class Experiments {
    private static final int TENFOLD = 10;

    private final Options options;
    private final Workshop workshop;

    Experiments(Options options, Workshop workshop) {
        this.options = options;
        this.workshop = workshop;
    }

    /** Returns one experiment for every project that was asked for, or the one that the question is about. */
    List<Experiment> all() throws IOException, InterruptedException {
        return switch (options.question()) {
            case WAYS -> ways();
            case ROUNDS -> rounds();
            case CLASSES -> List.of(classes());
        };
    }

    private List<Experiment> ways() throws IOException, InterruptedException {
        List<Experiment> experiments = new ArrayList<>();
        for (Suite suite : suites()) {
            Path project = make(suite);
            List<Contender> contenders = options.ways().stream()
                    .map(way -> new Contender(way.label(), suite, project, way, options.rounds()))
                    .toList();
            Way base = options.ways().contains(Way.LOOP)
                    ? Way.LOOP
                    : options.ways().get(0);
            experiments.add(new Experiment(
                    title(suite), contenders, base.label(), Bars.ofWays(suite.name(), options.rounds())));
        }
        return experiments;
    }

    private List<Experiment> rounds() throws IOException, InterruptedException {
        List<Experiment> experiments = new ArrayList<>();
        for (Suite suite : suites()) {
            experiments.add(rounds(suite));
        }
        return experiments;
    }

    private Experiment rounds(Suite suite) throws IOException, InterruptedException {
        Path project = make(suite);
        List<Contender> contenders = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (Way way : surefootsWays()) {
            Contender few = rounds(way, options.rounds(), suite, project);
            Contender many = rounds(way, options.rounds() * TENFOLD, suite, project);
            contenders.addAll(List.of(few, many));
            bars.add(Bar.ratio(Measure.TIME, many.label(), few.label(), TENFOLD));
        }
        return new Experiment(title(suite), contenders, contenders.get(0).label(), bars);
    }

    private static Contender rounds(Way way, int rounds, Suite suite, Path project) {
        return new Contender(way.label() + " x " + rounds, suite, project, way, rounds);
    }

    private Experiment classes() throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        Suite few = Suites.generated(options, options.classes());
        Suite many = Suites.generated(options, options.classes() * TENFOLD);
        Path fewProject = make(few);
        Path manyProject = make(many);
        for (Way way : surefootsWays()) {
            String label = way.label() + ", classes: ";
            Contender small = new Contender(label + options.classes(), few, fewProject, way, options.rounds());
            Contender large =
                    new Contender(label + options.classes() * TENFOLD, many, manyProject, way, options.rounds());
            contenders.addAll(List.of(small, large));
            bars.add(Bar.ratio(Measure.TIME, large.label(), small.label(), TENFOLD));
        }
        return new Experiment(title(many), contenders, contenders.get(0).label(), bars);
    }

    /** Of the ways that were asked for those that repeat a suite, and fresh workers if none does. */
    private List<Way> surefootsWays() {
        List<Way> ways = options.ways().stream()
                .filter(way -> way == Way.FRESH || way == Way.WARM)
                .toList();
        return ways.isEmpty() ? List.of(Way.FRESH) : ways;
    }

    private List<Suite> suites() {
        return Stream.concat(
                        options.projects().stream().map(name -> Suites.of(name, options)),
                        options.directories().stream())
                .toList();
    }

    private Path make(Suite suite) throws IOException, InterruptedException {
        Path room = options.work().resolve("projects").resolve(suite.name());
        Trees.delete(room);
        return suite.create(workshop, room);
    }

    private static String title(Suite suite) {
        return suite.name() + ": " + suite.description();
    }
}
