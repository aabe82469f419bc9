package io.github.surefoot.maven.settings;

import io.github.surefoot.analysis.exception.AllowedFailure;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.CodeOwners;
import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The exceptions of a module, as its file and its settings say.
 *
 * @param file the file, whether it is there or not
 * @param most more than these break the build
 * @param days how many days one may last
 * @param module the directory of the module
 * @param sources its directories of test sources
 */
public record ExceptionSettings(Path file, int most, int days, Path module, List<Path> sources) {
    private static final int DAYS = 90;
    private static final int MOST_DAYS = 3_650;
    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".groovy");

    /** Copies the list. */
    public ExceptionSettings {
        sources = List.copyOf(sources);
    }

    /**
     * Reads the settings.
     *
     * @param properties the value of a property, if it is set
     * @throws SettingException if a value cannot be used
     */
    public static ExceptionSettings parse(
            Function<String, Optional<String>> properties, Path module, List<Path> sources) {
        Optional<Path> named = properties
                .apply(Setting.EXCEPTIONS.key())
                .filter(name -> !name.isBlank())
                .map(name -> module.resolve(name.strip()));
        named.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new SettingException(
                    Setting.EXCEPTIONS.key(), file.toString(), "a file; surefoot:except makes one where there is none");
        });
        return new ExceptionSettings(
                named.orElse(module.resolve(ExceptionsFile.NAME)),
                number(properties, Setting.EXCEPTIONS_MAX, AllowedFailures.MOST, Integer.MAX_VALUE),
                number(properties, Setting.EXCEPTIONS_DAYS, DAYS, MOST_DAYS),
                module,
                sources);
    }

    private static int number(Function<String, Optional<String>> properties, Setting setting, int otherwise, int most) {
        Optional<String> given = properties.apply(setting.key()).map(String::strip);
        if (given.isEmpty()) {
            return otherwise;
        }
        String text = given.get();
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
            throw new SettingException(
                    setting.key(),
                    text,
                    most == Integer.MAX_VALUE ? "a whole number, such as 5" : "a whole number of days up to " + most);
        }
        return Integer.parseInt(text);
    }

    /** Returns the last day on which an exception may end that is made on a day. */
    public LocalDate lastDay(LocalDate today) {
        return today.plusDays(days);
    }

    /**
     * Reads the exceptions; those that name no owner have the one of their source file.
     *
     * @param wholeSuite whether a run was to have all tests
     * @throws SettingException if the file is not as it must be
     * @throws IOException if it cannot be read
     */
    public AllowedFailures read(LocalDate today, boolean wholeSuite) throws IOException {
        List<AllowedFailure> all = ExceptionsFile.read(file, lastDay(today));
        if (all.stream().anyMatch(exception -> exception.owner().isEmpty())) {
            Path repository = repository();
            CodeOwners owners = CodeOwners.of(repository);
            all = all.stream()
                    .map(exception -> owned(exception, owners, repository))
                    .toList();
        }
        return new AllowedFailures(all, most, today, wholeSuite);
    }

    private AllowedFailure owned(AllowedFailure exception, CodeOwners owners, Path repository) {
        Optional<String> owner = exception.owner().or(() -> source(
                        exception.test().toString())
                .map(file -> repository
                        .relativize(file.toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/'))
                .flatMap(owners::of));
        return new AllowedFailure(
                exception.test(),
                owner,
                exception.reason(),
                exception.until(),
                exception.allowed(),
                exception.failures(),
                exception.line());
    }

    /** Returns the source of a class that is named with its package. */
    private Optional<Path> source(String test) {
        String path = test.replaceFirst("[#$].*", "").replace('.', '/');
        return sources.stream()
                .flatMap(root -> LANGUAGES.stream().map(language -> root.resolve(path + language)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Path repository() {
        Path own = module.toAbsolutePath().normalize();
        return Stream.iterate(Optional.of(own), Optional::isPresent, at -> at.map(Path::getParent))
                .map(Optional::get)
                .filter(directory -> Files.exists(directory.resolve(".git")))
                .findFirst()
                .orElse(own);
    }
}
