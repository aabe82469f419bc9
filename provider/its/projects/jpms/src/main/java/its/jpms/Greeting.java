package its.jpms;

public final class Greeting {
    private Greeting() {}

    static String text() {
        return "hello";
    }
}
