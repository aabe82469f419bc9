package io.github.surefoot.analysis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateKind;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.verdict.VerdictJson;
import io.github.surefoot.analysis.xml.XmlReports;
import io.github.surefoot.core.journal.JournalEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/** A run whose journals are damaged, judged and told of in every form. Whatever is done to it, nothing is thrown. */
final class DamagedRun {
    private static final JsonSchema SCHEMA = schema();

    private final Path root;
    private final boolean held;
    private final SortedMap<String, byte[]> bytes;
    private final SortedMap<String, List<JournalEntry>> records;

    private DamagedRun(Path root, boolean held) throws IOException {
        this.root = root;
        this.held = held;
        this.bytes = Journals.bytes(root.resolve("whole"));
        this.records = Journals.records(root.resolve("whole"));
        assertThat(judge(root.resolve("whole"), GateKind.TEST).verdict().isHeld())
                .isEqualTo(held);
    }

    /** Three rounds of two classes that hold whatever the gate. */
    static DamagedRun thatHeld() throws IOException {
        Path root = Files.createTempDirectory("damage");
        script(root, 3)
                .test("shop.CartTest", "adds", "PPP")
                .test("shop.CartTest", "expires", "PPP")
                .test("shop.OrderTest", "ships", "PSP")
                .incident(created())
                .write();
        return new DamagedRun(root, true);
    }

    /** One round that holds: there is no other to compare it with. */
    static DamagedRun ofOneRound() throws IOException {
        Path root = Files.createTempDirectory("damage");
        script(root, 1)
                .test("shop.CartTest", "adds", "P")
                .test("shop.OrderTest", "ships", "P")
                .write();
        return new DamagedRun(root, true);
    }

    /** Two rounds, in one of which a test fails. */
    static DamagedRun thatBroke() throws IOException {
        Path root = Files.createTempDirectory("damage");
        script(root, 2)
                .test("shop.CartTest", "adds", "PF")
                .test("shop.OrderTest", "ships", "PP")
                .write();
        return new DamagedRun(root, false);
    }

    private static JournalScript script(Path root, int rounds) {
        return new JournalScript(root.resolve("whole"), rounds);
    }

    private static JournalEntry created() {
        return new JournalEntry.ResourceEvent("database", "created", Map.of("micros", "1500"), 1);
    }

    /**
     * Damages bytes. May be held only if that left no trace: each journal is there, none is new, and none differs in
     * a byte; at most one has another name, or a copy of Maven's own lies beside it.
     */
    void damageBytes(Choices choices) throws IOException {
        Path copy = Files.createTempDirectory(root, "copy");
        try {
            SortedMap<String, byte[]> damaged = new ByteDamage(bytes, choices).done();
            Judgement judgement = judge(Journals.writeBytes(copy, damaged), gate(choices));
            if (judgement.verdict().isHeld()) {
                assertThat(held).isTrue();
                assertThat(contents(damaged)).isEqualTo(contents(bytes));
            } else {
                assertThat(judgement.verdict().reasons()).isNotEmpty();
            }
            tell(judgement, copy);
        } finally {
            Journals.delete(copy);
        }
    }

    /** Damages records, and seals them again. May be held only if the records say all that {@link Soundness} asks. */
    void damageRecords(Choices choices) throws IOException {
        Path copy = Files.createTempDirectory(root, "copy");
        try {
            SortedMap<String, List<JournalEntry>> damaged = new RecordDamage(records, choices).done();
            Judgement judgement = judge(Journals.writeRecords(copy, damaged), gate(choices));
            if (judgement.verdict().isHeld()) {
                assertThat(Soundness.flaws(damaged)).isEmpty();
            }
            tell(judgement, copy);
        } finally {
            Journals.delete(copy);
        }
    }

    private static GateKind gate(Choices choices) {
        return choices.of(List.of(GateKind.values()));
    }

    private static Judgement judge(Path journals, GateKind gate) {
        GateSettings settings = GateSettings.parse(gate.word(), "100", null, true);
        return new Judge(settings, Categories.defaults(), Reporting.defaults()).judge(List.of(journals));
    }

    private static Set<String> contents(Map<String, byte[]> files) {
        Set<String> contents = new HashSet<>();
        files.values().forEach(content -> contents.add(new String(content, StandardCharsets.ISO_8859_1)));
        return contents;
    }

    /** Tells people and machines of it; what is written for machines must be what its schema says. */
    private static void tell(Judgement judgement, Path directory) throws IOException {
        new VerdictLines(judgement).lines().forEach(line -> assertThat(line.text())
                .doesNotContain("\n"));
        Path json = directory.resolve("verdict.json");
        VerdictJson.write(judgement, json);
        String written = Files.readString(json);
        assertThat(new ObjectMapper().readTree(written).get("verdict").asText())
                .isEqualTo(judgement.verdict().state().word());
        assertThat(SCHEMA.validate(written, InputFormat.JSON)).isEmpty();
        new XmlReports(judgement).write(directory.resolve("xml"));
    }

    void delete() throws IOException {
        Journals.delete(root);
    }

    private static JsonSchema schema() {
        InputStream published = Objects.requireNonNull(VerdictJson.class.getResourceAsStream("verdict.schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(published);
    }
}
