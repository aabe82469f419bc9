package io.github.surefoot.analysis.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What leads from one suite of a build to the others: links on the pages of those that belong together, and a page that has
 * all of them.
 */
public final class SuitePages {
    private static final String BEGIN = "<nav id=\"suites\"";
    private static final String END = "</nav>";

    private SuitePages() {}

    /**
     * Puts links to the others on each of the pages, in place of those that are there.
     *
     * @param suites of one module; their pages are there
     * @param overview the page of all suites of the build, if there is one
     * @throws IOException if a page cannot be read or written
     */
    public static void link(List<SuitePage> suites, Optional<Path> overview) throws IOException {
        for (SuitePage suite : suites) {
            Path page = suite.page();
            String all = overview.map(target -> new SuitePage("", "", "", target).linkFrom(page))
                    .orElse("");
            String text = Files.readString(page, StandardCharsets.UTF_8);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END, Math.max(0, begin));
            if (begin >= 0 && end >= 0) {
                write(
                        page,
                        text.substring(0, begin) + nav(links(suites, page), all) + text.substring(end + END.length()));
            }
        }
    }

    /**
     * Writes the page of all suites of a build.
     *
     * @param page the file; its directory is made if need be
     * @param build the name of the build
     * @param suites in the order of the build
     * @throws IOException if it cannot be written
     */
    public static void writeOverview(Path page, String build, List<SuitePage> suites) throws IOException {
        Files.createDirectories(Objects.requireNonNull(page.toAbsolutePath().getParent()));
        long held = suites.stream().filter(SuitePage::isHeld).count();
        write(page, overview(build, held, links(suites, page)));
    }

    private static List<SuiteLink> links(List<SuitePage> suites, Path from) {
        return suites.stream()
                .map(suite -> new SuiteLink(
                        suite.suite(),
                        suite.state(),
                        suite.mark(),
                        suite.numbers(),
                        suite.page().equals(from) ? "" : suite.linkFrom(from)))
                .toList();
    }

    @SuppressWarnings("NullAway") // To jte, null is no interceptor.
    private static String nav(List<SuiteLink> links, String overview) {
        return rendered(output -> JtesuitesGenerated.render(output, null, links, overview));
    }

    @SuppressWarnings("NullAway") // To jte, null is no interceptor.
    private static String overview(String build, long held, List<SuiteLink> links) {
        return rendered(output -> JteoverviewGenerated.render(output, null, build, held, links, Assets.load()));
    }

    private static String rendered(Consumer<OwaspHtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString().strip();
    }

    /** Readers never see half of it: it is written beside its place and moved there. */
    private static void write(Path page, String text) throws IOException {
        Path draft = page.resolveSibling(page.getFileName() + ".part");
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
