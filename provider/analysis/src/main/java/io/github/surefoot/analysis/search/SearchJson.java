package io.github.surefoot.analysis.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.Shown;
import io.github.surefoot.analysis.json.JsonOutput;
import io.github.surefoot.core.file.WholeFile;
import io.github.surefoot.core.order.OrderKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * What a search knows, for programs: {@code search.json}. It is written anew whenever that has changed, so that a search
 * that is interrupted has left all that it had found.
 *
 * @param seed of the shuffled orders
 * @param replay the command that shows a find again, by its number
 * @param why what is known of why finds fail, by their numbers
 */
public record SearchJson(long seed, Function<Integer, String> replay, Map<Integer, String> why) {
    private static final int SCHEMA = 1;

    /** Copies the map. */
    public SearchJson {
        why = Map.copyOf(why);
    }

    /**
     * Writes it, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file, SearchState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(bytes).useDefaultPrettyPrinter()) {
            JsonOutput json = new JsonOutput(generator);
            json.object(() -> members(json, state));
        }
        WholeFile.write(file, bytes.toByteArray());
    }

    private void members(JsonOutput json, SearchState state) {
        json.number("schema", SCHEMA)
                .flag("ended", !state.stopped().isEmpty())
                .text("stopped", state.stopped())
                .number("seed", seed)
                .number("tests", state.tests().size())
                .number("trials", state.trials())
                .number("cpuSeconds", seconds(state.spent()))
                .list("finds", state.finds(), find -> json.object(() -> find(json, find)))
                .list("failAnyway", state.anyway(), test -> json.object(() -> test(json, test)))
                .list("notConfirmed", state.seen(), test -> json.object(() -> test(json, test)))
                .list(
                        "looked",
                        state.looked(),
                        looked ->
                                json.object(() -> json.text("way", looked.way().word())
                                        .text("what", looked.text())
                                        .number("trials", looked.trials())
                                        .number("finds", looked.finds())
                                        .number("cpuSeconds", seconds(looked.spent()))))
                .list(
                        "executions",
                        state.executions().entrySet(),
                        one -> json.object(() -> {
                            test(json, one.getKey());
                            json.number("alone", one.getValue().alone())
                                    .number("among", one.getValue().among())
                                    .number("failed", one.getValue().failed())
                                    .number("proves", one.getValue().proves());
                        }));
    }

    private void find(JsonOutput json, Find find) {
        json.number("number", find.number());
        test(json, find.test());
        json.text("kind", find.kind().word())
                .text("way", find.trial().way().word())
                .text("fails", find.trial().text())
                .object("with", () -> shown(json, find.with()))
                .object("without", () -> shown(json, find.without()))
                .textUnlessEmpty("counterCase", find.counter())
                .text("failure", find.failure())
                .text("message", find.message())
                .textUnlessEmpty("noise", find.trial().noise().text())
                .texts(
                        "beside",
                        find.trial().beside().stream().map(ProbeUnit::label).toList())
                .object("order", () -> {
                    json.text("methods", find.trial().methods().word());
                    if (find.trial().methods() != OrderKind.CONFIGURED) {
                        json.number("number", find.trial().number())
                                .number("round", find.trial().round());
                    }
                })
                .texts(
                        "units",
                        find.trial().units().stream().map(ProbeUnit::label).toList())
                .number("atCpuSeconds", seconds(find.at()))
                .textUnlessEmpty("why", why.getOrDefault(find.number(), ""))
                .text("replay", replay.apply(find.number()));
    }

    private static void shown(JsonOutput json, Shown shown) {
        json.number("runs", shown.runs()).number("failed", shown.failed());
    }

    private static void test(JsonOutput json, ProbeUnit test) {
        json.text("class", test.test().className()).text("name", test.test().name());
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}
