package io.github.surefoot.noise;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Has calls that tell the time ask {@link ShiftedClock}. */
final class ClockCalls extends MethodVisitor {
    private static final String CLOCK = "io/github/surefoot/noise/ShiftedClock";
    private static final String NEW_CLOCK = "()Ljava/time/Clock;";
    private static final String NEW_CLOCK_IN_ZONE = "(Ljava/time/ZoneId;)Ljava/time/Clock;";

    /** All have {@code now()}, {@code now(ZoneId)} but for instants, and {@code now(Clock)}. */
    private static final Set<String> TIMES = Set.of(
            "java/time/Instant",
            "java/time/LocalDate",
            "java/time/LocalTime",
            "java/time/LocalDateTime",
            "java/time/ZonedDateTime",
            "java/time/OffsetDateTime",
            "java/time/OffsetTime",
            "java/time/Year",
            "java/time/YearMonth",
            "java/time/MonthDay");

    /** What stands for a method that is named and not called. */
    private static final Map<String, String> NAMED = Map.of(
            "java/lang/System.currentTimeMillis", "currentTimeMillis",
            "java/time/Instant.now", "instant",
            "java/time/LocalDate.now", "localDate",
            "java/time/LocalDateTime.now", "localDateTime",
            "java/time/ZonedDateTime.now", "zonedDateTime",
            "java/time/Clock.systemDefaultZone", "clock");

    ClockCalls(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        if (opcode == Opcodes.INVOKESTATIC && isTime(owner, name, descriptor)) {
            boolean inZone = descriptor.startsWith("(Ljava/time/ZoneId;)");
            ours("clock", inZone ? NEW_CLOCK_IN_ZONE : NEW_CLOCK);
            String result = descriptor.substring(descriptor.indexOf(')'));
            super.visitMethodInsn(opcode, owner, name, "(Ljava/time/Clock;" + result, false);
        } else if (opcode == Opcodes.INVOKESTATIC
                && owner.equals("java/lang/System")
                && name.equals("currentTimeMillis")) {
            ours(name, descriptor);
        } else if (opcode == Opcodes.INVOKESTATIC && owner.equals("java/time/Clock") && name.startsWith("system")) {
            clock(name);
        } else if (opcode == Opcodes.INVOKESPECIAL
                && owner.equals("java/util/Date")
                && name.equals("<init>")
                && descriptor.equals("()V")) {
            ours("currentTimeMillis", "()J");
            super.visitMethodInsn(opcode, owner, name, "(J)V", false);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            if (opcode == Opcodes.INVOKESTATIC && owner.equals("java/util/Calendar") && name.equals("getInstance")) {
                ours("at", "(Ljava/util/Calendar;)Ljava/util/Calendar;");
            }
        }
    }

    private static boolean isTime(String owner, String name, String descriptor) {
        return name.equals("now")
                && TIMES.contains(owner)
                && (descriptor.startsWith("()") || descriptor.startsWith("(Ljava/time/ZoneId;)"));
    }

    private void clock(String name) {
        switch (name) {
            case "system" -> ours("clock", NEW_CLOCK_IN_ZONE);
            case "systemUTC" -> {
                super.visitFieldInsn(Opcodes.GETSTATIC, "java/time/ZoneOffset", "UTC", "Ljava/time/ZoneOffset;");
                ours("clock", NEW_CLOCK_IN_ZONE);
            }
            default -> ours("clock", NEW_CLOCK);
        }
    }

    private void ours(String name, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, CLOCK, name, descriptor, false);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        super.visitInvokeDynamicInsn(
                name,
                descriptor,
                bootstrap,
                Arrays.stream(arguments).map(ClockCalls::ours).toArray());
    }

    private static Object ours(Object argument) {
        if (!(argument instanceof Handle handle) || !handle.getDesc().startsWith("()")) {
            return argument;
        }
        String ours = NAMED.get(handle.getOwner() + "." + handle.getName());
        return ours == null ? argument : new Handle(Opcodes.H_INVOKESTATIC, CLOCK, ours, handle.getDesc(), false);
    }
}
