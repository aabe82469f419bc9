package io.github.surefoot.worker.database.bypass;

import io.github.surefoot.worker.database.engine.DriverClasses;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.javassist.bytecode.BadBytecode;
import org.apache.ibatis.javassist.bytecode.ClassFile;
import org.apache.ibatis.javassist.bytecode.CodeIterator;
import org.apache.ibatis.javassist.bytecode.MethodInfo;

/**
 * The calls in one class file that open connections by the driver's own classes. Read by the Javassist that MyBatis
 * brings along, so that users' test class paths get no library for this alone.
 *
 * @param className the class
 * @param referred the classes it refers to
 * @param lines the calls, as stack traces write them
 */
record DriverCallsOfClass(String className, List<String> referred, List<String> lines) {
    /** Reads a class file. */
    static DriverCallsOfClass read(byte[] bytes, DriverClasses driver) throws IOException {
        DriverMethods methods = new DriverMethods(driver);
        ClassFile file = new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
        List<String> referred = file.getConstPool().getClassNames().stream()
                .filter(name -> !name.startsWith("["))
                .map(name -> name.replace('/', '.'))
                .toList();
        return new DriverCallsOfClass(
                file.getName(), referred, methods.mentionedIn(bytes) ? lines(file, methods) : List.of());
    }

    private static List<String> lines(ClassFile file, DriverMethods methods) throws IOException {
        List<String> lines = new ArrayList<>();
        for (MethodInfo method : file.getMethods()) {
            for (int position : positions(method, methods)) {
                lines.add(new StackTraceElement(
                                file.getName(), method.getName(), file.getSourceFile(), method.getLineNumber(position))
                        .toString());
            }
        }
        return lines.stream().distinct().toList();
    }

    /** A data source that is only made here is used elsewhere, where nothing tells which one it is. */
    private static List<Integer> positions(MethodInfo method, DriverMethods methods) throws IOException {
        List<Integer> opening = new ArrayList<>();
        List<Integer> making = new ArrayList<>();
        List<Integer> something = new ArrayList<>();
        if (method.getCodeAttribute() != null) {
            CodeIterator code = method.getCodeAttribute().iterator();
            try {
                while (code.hasNext()) {
                    int position = code.next();
                    switch (methods.part(code, position, method.getConstPool())) {
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
}
