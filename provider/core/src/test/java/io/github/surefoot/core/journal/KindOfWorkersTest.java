package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.WorkerKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the header of a run says of its workers, in this version and in those that knew no word for it. */
class KindOfWorkersTest {
    @ParameterizedTest
    @CsvSource({"kind, fresh, FRESH", "kind, warm, WARM", "warm, yes, WARM", "none, '', FRESH"})
    void itIsRead(String key, String value, WorkerKind expected) {
        assertThat(header(key, value))
                .isInstanceOfSatisfying(JournalEntry.RunStarted.class, run -> assertThat(run.kind())
                        .isEqualTo(expected));
    }

    @Test
    void anotherWordIsDamage() {
        assertThatThrownBy(() -> header("kind", "cold"))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessage("'cold' is no kind of worker");
    }

    private static JournalEntry header(String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "at", "1", "run", "run-1", "module", "g:a", "rounds", "5", "workers", "2", "order", "configured"));
        all.put("suite", "suite-1");
        all.put(key, value);
        Fields fields = Fields.masked(UnaryOperator.identity());
        all.forEach(fields::put);
        byte[] line = JournalFormat.encode(1, "run", fields);
        return EntryCodec.decode(JournalFormat.decode(line, line.length - 1));
    }
}
