package io.github.surefoot.analysis.ci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What GitLab shows in a merge request: a Code Quality report, to be named under {@code artifacts: reports:
 * codequality}. The JUnit reports it shows as well are the XML files.
 */
public final class GitLab {
    /** Where a finding is shown that belongs to no source file; GitLab wants a path for each. */
    private static final String NO_FILE = "pom.xml";

    private final Judgement judgement;

    /** Prepares the output for a judgement. */
    public GitLab(Judgement judgement) {
        this.judgement = judgement;
    }

    /** Returns the report as JSON, in the form GitLab documents. */
    public String codeQuality(SourceFinder sources) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Blame blame : Blame.of(judgement.verdict(), sources).toList()) {
                write(blame, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot be written to", e);
        }
        return out.toString();
    }

    private void write(Blame blame, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("description", blame.text());
        json.writeStringField("check_name", "surefoot");
        json.writeStringField("fingerprint", fingerprint(blame));
        json.writeStringField("severity", blame.fails() ? "major" : "minor");
        json.writeObjectFieldStart("location");
        json.writeStringField("path", blame.location().map(Blame.Location::path).orElse(NO_FILE));
        json.writeObjectFieldStart("lines");
        json.writeNumberField(
                "begin", blame.location().map(Blame.Location::line).orElse(1));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Stays the same from build to build for the same test, so that GitLab can tell new findings from old ones. */
    private String fingerprint(Blame blame) {
        String what = judgement.evidence().run().module() + "\n"
                + blame.test().map(TestId::toString).orElse(blame.text());
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
