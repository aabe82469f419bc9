package io.github.surefoot.worker.database.bypass;

import io.github.surefoot.worker.database.engine.DriverClasses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.ibatis.javassist.bytecode.CodeIterator;
import org.apache.ibatis.javassist.bytecode.ConstPool;
import org.apache.ibatis.javassist.bytecode.MethodInfo;
import org.apache.ibatis.javassist.bytecode.Opcode;

/** Tells of a call in a class file what it has to do with opening connections by a driver's own classes. */
final class DriverMethods {
    private static final List<String> MAKERS = List.of("JDBC", "Driver", "DataSource");

    private final String prefix;
    private final String mention;
    private final Pattern givesConnection;

    DriverMethods(DriverClasses driver) {
        this.prefix = driver.root() + ".";
        this.mention = prefix.replace('.', '/');
        this.givesConnection = Pattern.compile(
                ".*\\)L(java/sql/Connection|javax/sql/PooledConnection|" + mention + "[\\w/]*Connection);");
    }

    /** What a call has to do with opening. */
    enum Part {
        /** Opens a connection by a class of the driver. */
        OPENS,
        /** Makes a driver or data source of the driver. */
        MAKES,
        /** Opens one by whatever driver or data source this is. */
        OPENS_SOMETHING,
        NONE
    }

    /** Tells whether the class file has anything of the driver in it: reading its code costs more. */
    boolean mentionedIn(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(mention);
    }

    Part part(CodeIterator code, int position, ConstPool pool) {
        int instruction = code.byteAt(position);
        if (instruction < Opcode.INVOKEVIRTUAL || instruction > Opcode.INVOKEINTERFACE) {
            return Part.NONE;
        }
        int index = code.u16bitAt(position + 1);
        return pool.getTag(index) == ConstPool.CONST_Methodref
                ? ofClass(pool.getMethodrefClassName(index), pool.getMethodrefName(index), pool.getMethodrefType(index))
                : ofInterface(pool.getInterfaceMethodrefClassName(index), pool.getInterfaceMethodrefType(index));
    }

    private Part ofClass(String owner, String name, String type) {
        if (!owner.startsWith(prefix)) {
            return Part.NONE;
        } else if (name.equals(MethodInfo.nameInit)) {
            return owner.endsWith("Connection")
                    ? Part.OPENS
                    : MAKERS.stream().anyMatch(owner::endsWith) ? Part.MAKES : Part.NONE;
        }
        return givesConnection.matcher(type).matches() ? Part.OPENS : Part.NONE;
    }

    private Part ofInterface(String owner, String type) {
        boolean opener =
                owner.equals("java.sql.Driver") || (owner.startsWith("javax.sql.") && owner.endsWith("DataSource"));
        return opener && givesConnection.matcher(type).matches() ? Part.OPENS_SOMETHING : Part.NONE;
    }
}
