package io.github.surefoot.maven.backend;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code backend.json}: add to it, rename nothing. */
final class BackendJson {
    private static final int SCHEMA = 1;

    private final JsonGenerator out;

    private BackendJson(JsonGenerator out) {
        this.out = out;
    }

    static void write(Path file, BackendRules rules, List<RuledFinding> judged, List<String> unneeded)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (JsonGenerator out = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            // The same bytes on every system.
            out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            new BackendJson(out).write(rules, judged, unneeded);
            out.writeRaw('\n');
        }
    }

    private void write(BackendRules rules, List<RuledFinding> judged, List<String> unneeded) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schema", SCHEMA);
        out.writeStringField("verdict", judged.stream().anyMatch(RuledFinding::isBanned) ? "banned" : "clean");
        texts("banned", rules.bannedTexts());
        texts("allowed", rules.allowed().stream().map(NamePattern::text).toList());
        texts("unneeded", unneeded);
        list("classes", judged, ClassFinding.class);
        list("dependencies", judged, DependencyFinding.class);
        list("unreadable", judged, UnreadableFinding.class);
        out.writeEndObject();
    }

    private void list(String key, List<RuledFinding> judged, Class<? extends BackendFinding> type) throws IOException {
        out.writeArrayFieldStart(key);
        for (RuledFinding one : judged) {
            if (type.isInstance(one.finding())) {
                out.writeStartObject();
                finding(one.finding());
                ruling(one.ruling());
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private void finding(BackendFinding finding) throws IOException {
        if (finding instanceof ClassFinding found) {
            out.writeStringField("kind", found.use().kind().word());
            out.writeStringField("uses", found.use().type());
            out.writeStringField("what", found.use().text());
            place(found.place());
        } else if (finding instanceof DependencyFinding found) {
            out.writeStringField("kind", found.kind().word());
            out.writeStringField("artefact", found.dependency().key());
            out.writeStringField("version", found.dependency().version());
            out.writeStringField("scope", found.dependency().scope());
            texts("through", found.dependency().trail());
        } else if (finding instanceof UnreadableFinding found) {
            out.writeStringField("scope", found.scope().word());
            out.writeStringField("file", found.file());
            out.writeStringField("reason", found.reason());
        }
    }

    private void place(Place place) throws IOException {
        out.writeStringField("scope", place.scope().word());
        out.writeStringField("file", place.file());
        out.writeStringField("class", place.className());
        out.writeStringField("member", place.member());
        out.writeStringField("source", place.source());
        if (place.line().isPresent()) {
            out.writeNumberField("line", place.line().getAsInt());
        }
    }

    private void ruling(Ruling ruling) throws IOException {
        out.writeStringField("ruling", ruling.word());
        if (ruling instanceof Ruling.Banned banned) {
            out.writeStringField("by", banned.by());
        } else if (ruling instanceof Ruling.Allowed allowed) {
            out.writeStringField("by", allowed.by());
        }
    }

    private void texts(String key, List<String> texts) throws IOException {
        out.writeArrayFieldStart(key);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
