package io.github.surefoot.analysis.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Does to files what disks, editors and other programs do to them, without an eye for checksums. */
final class ByteDamage {
    private static final byte[] HEAD =
            "1\tsurefoot-journal\tformat=2\t#6d7b0c1f\n".getBytes(StandardCharsets.ISO_8859_1);

    private final SortedMap<String, byte[]> files;
    private final Choices choices;

    ByteDamage(SortedMap<String, byte[]> files, Choices choices) {
        this.files = new TreeMap<>(files);
        this.choices = choices;
    }

    /** Returns the files after one to three blows. */
    SortedMap<String, byte[]> done() {
        int blows = 1 + choices.below(3);
        for (int i = 0; i < blows && !files.isEmpty(); i++) {
            blow();
        }
        return files;
    }

    private void blow() {
        List<String> names = List.copyOf(files.keySet());
        String name = choices.of(names);
        byte[] bytes = files.getOrDefault(name, new byte[0]);
        switch (choices.below(11)) {
            case 0 -> change(bytes, name);
            case 1 -> files.put(name, Arrays.copyOf(bytes, choices.below(bytes.length + 1)));
            case 2 -> files.put(name, lines(bytes));
            case 3 -> files.remove(name);
            case 4 -> swap(name, choices.of(names));
            case 5 -> files.put("copy-" + files.size() + ".journal", bytes.clone());
            case 6 -> files.put(name, insert(bytes, choices.text().getBytes(StandardCharsets.UTF_8)));
            case 7 -> files.put(name, insert(bytes, choices.bytes()));
            case 8 -> files.put("new-" + files.size() + ".journal", choices.bytes());
            case 9 -> files.put(name, join(HEAD, bytes));
            default -> files.put(name, join(bytes, files.getOrDefault(choices.of(names), HEAD)));
        }
    }

    private void change(byte[] bytes, String name) {
        byte[] other = bytes.clone();
        if (other.length > 0) {
            other[choices.below(other.length)] ^= (byte) (1 + choices.below(255));
        }
        files.put(name, other);
    }

    private void swap(String one, String two) {
        byte[] first = files.getOrDefault(one, HEAD);
        byte[] second = files.getOrDefault(two, HEAD);
        files.put(one, second);
        files.put(two, first);
    }

    private byte[] lines(byte[] bytes) {
        List<String> lines = new ArrayList<>(
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
        if (lines.isEmpty()) {
            return HEAD;
        }
        int one = choices.below(lines.size());
        int two = choices.below(lines.size());
        switch (choices.below(3)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(two, lines.get(one));
            default -> Collections.swap(lines, one, two);
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] insert(byte[] bytes, byte[] what) {
        int at = choices.below(bytes.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(what);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
