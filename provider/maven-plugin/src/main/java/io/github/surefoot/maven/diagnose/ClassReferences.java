package io.github.surefoot.maven.diagnose;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** The classes that a class refers to, by its constant pool. */
public final class ClassReferences {
    private static final int CONSTANT_CLASS = 7;

    private ClassReferences() {}

    /** Returns their internal names, {@code shop/Cart}; arrays and what is in {@code java} are left out. */
    public static List<String> of(ClassReader reader) {
        List<String> result = new ArrayList<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
                String name = reader.readUTF8(offset, buffer);
                if (name != null && !name.startsWith("[") && !name.startsWith("java/")) {
                    result.add(name);
                }
            }
        }
        return result;
    }
}
