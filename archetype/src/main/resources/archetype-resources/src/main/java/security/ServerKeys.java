package ${package}.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The three secrets of the server. Its text form shows none of them. */
public final class ServerKeys {

    /** What other services show to be given access tokens. */
    public static final String API_KEY = "API_KEY";

    /** What access tokens are signed with. */
    public static final String JWT_SECRET_KEY = "JWT_SECRET_KEY";

    /** What share tokens are encrypted with. */
    public static final String JWT_ENCRYPTION_KEY = "JWT_ENCRYPTION_KEY";

    /** HS256 and A256GCM have keys of 256 bits; less would be guessed sooner than they promise. */
    private static final int LEAST_BYTES = 32;

    private static final int LEAST_API_KEY_BYTES = 16;

    private final byte[] apiKey;
    private final byte[] signing;
    private final byte[] encryption;

    private ServerKeys(byte[] apiKey, byte[] signing, byte[] encryption) {
        this.apiKey = apiKey;
        this.signing = signing;
        this.encryption = encryption;
    }

    /**
     * Looks the secrets up by name.
     *
     * @param lookup for instance {@code System::getenv}; answers null where it has nothing
     * @throws IllegalStateException naming every secret that is missing or too short, never a value
     */
    public static ServerKeys from(UnaryOperator<String> lookup) {
        List<String> faults = new ArrayList<>();
        byte[] apiKey = key(lookup, API_KEY, LEAST_API_KEY_BYTES, faults);
        byte[] signing = key(lookup, JWT_SECRET_KEY, LEAST_BYTES, faults);
        byte[] encryption = key(lookup, JWT_ENCRYPTION_KEY, LEAST_BYTES, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Cannot start without these environment variables: " + String.join("; ", faults) + ".");
        }
        return new ServerKeys(apiKey, signing, encryption);
    }

    private static byte[] key(UnaryOperator<String> lookup, String name, int least, List<String> faults) {
        String value = lookup.apply(name);
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            faults.add(name + " is not set");
        } else if (bytes.length < least) {
            faults.add(name + " is shorter than " + least + " bytes");
        }
        return bytes;
    }

    byte[] apiKey() {
        return apiKey.clone();
    }

    byte[] signing() {
        return signing.clone();
    }

    byte[] encryption() {
        return encryption.clone();
    }

    @Override
    public String toString() {
        return "ServerKeys[not shown]";
    }
}
