package io.github.surefoot.worker.database;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.ibatis.javassist.bytecode.BadBytecode;
import org.apache.ibatis.javassist.bytecode.ClassFile;
import org.apache.ibatis.javassist.bytecode.CodeIterator;
import org.apache.ibatis.javassist.bytecode.ConstPool;
import org.apache.ibatis.javassist.bytecode.MethodInfo;
import org.apache.ibatis.javassist.bytecode.Opcode;

/**
 * The calls in one class file that open connections by the driver's own classes. Read by the Javassist that MyBatis
 * brings along, so that users' test class paths get no library for this alone.
 *
 * @param className the class
 * @param referred the classes it refers to
 * @param lines the calls, as stack traces write them
 */
record DriverCallsOfClass(String className, List<String> referred, List<String> lines) {
    private static final String DRIVER = "org.sqlite.";
    private static final byte[] MENTION = "org/sqlite/".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern GIVES_CONNECTION =
            Pattern.compile(".*\\)L(java/sql/Connection|javax/sql/PooledConnection|org/sqlite/[\\w/]*Connection);");

    /** What a call has to do with opening. */
    private enum Part {
        /** Opens a connection by a class of the driver. */
        OPENS,
        /** Makes a driver or data source of the driver. */
        MAKES,
        /** Opens one by whatever driver or data source this is. */
        OPENS_SOMETHING,
        NONE
    }

    /** Reads a class file. */
    static DriverCallsOfClass read(byte[] bytes) throws IOException {
        ClassFile file = new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
        List<String> referred = file.getConstPool().getClassNames().stream()
                .filter(name -> !name.startsWith("["))
                .map(name -> name.replace('/', '.'))
                .toList();
        return new DriverCallsOfClass(file.getName(), referred, mentionsDriver(bytes) ? lines(file) : List.of());
    }

    private static boolean mentionsDriver(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(MENTION, StandardCharsets.ISO_8859_1));
    }

    private static List<String> lines(ClassFile file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (MethodInfo method : file.getMethods()) {
            for (int position : positions(method)) {
                lines.add(new StackTraceElement(
                                file.getName(), method.getName(), file.getSourceFile(), method.getLineNumber(position))
                        .toString());
            }
        }
        return lines.stream().distinct().toList();
    }

    /** A data source that is only made here is used elsewhere, where nothing tells which one it is. */
    private static List<Integer> positions(MethodInfo method) throws IOException {
        List<Integer> opening = new ArrayList<>();
        List<Integer> making = new ArrayList<>();
        List<Integer> something = new ArrayList<>();
        if (method.getCodeAttribute() != null) {
            CodeIterator code = method.getCodeAttribute().iterator();
            try {
                while (code.hasNext()) {
                    int position = code.next();
                    switch (part(code, position, method.getConstPool())) {
                        case OPENS -> opening.add(position);
                        case MAKES -> making.add(position);
                        case OPENS_SOMETHING -> something.add(position);
                        case NONE -> {}
                    }
                }
            } catch (BadBytecode e) {
                throw new IOException("A damaged class file: " + method, e);
            }
        }
        if (!opening.isEmpty() || making.isEmpty()) {
            return opening;
        }
        return something.isEmpty() ? making : something;
    }

    private static Part part(CodeIterator code, int position, ConstPool pool) {
        int instruction = code.byteAt(position);
        if (instruction < Opcode.INVOKEVIRTUAL || instruction > Opcode.INVOKEINTERFACE) {
            return Part.NONE;
        }
        int index = code.u16bitAt(position + 1);
        return pool.getTag(index) == ConstPool.CONST_Methodref
                ? ofClass(pool.getMethodrefClassName(index), pool.getMethodrefName(index), pool.getMethodrefType(index))
                : ofInterface(pool.getInterfaceMethodrefClassName(index), pool.getInterfaceMethodrefType(index));
    }

    private static Part ofClass(String owner, String name, String type) {
        if (!owner.startsWith(DRIVER)) {
            return Part.NONE;
        } else if (name.equals(MethodInfo.nameInit)) {
            return owner.endsWith("Connection")
                    ? Part.OPENS
                    : owner.endsWith("JDBC") || owner.endsWith("DataSource") ? Part.MAKES : Part.NONE;
        }
        return GIVES_CONNECTION.matcher(type).matches() ? Part.OPENS : Part.NONE;
    }

    private static Part ofInterface(String owner, String type) {
        boolean opener =
                owner.equals("java.sql.Driver") || (owner.startsWith("javax.sql.") && owner.endsWith("DataSource"));
        return opener && GIVES_CONNECTION.matcher(type).matches() ? Part.OPENS_SOMETHING : Part.NONE;
    }
}
