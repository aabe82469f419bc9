package io.github.surefoot.analysis.judgement;

/**
 * What a person types at the root of the build to see more of a run's failures.
 *
 * @param replay runs again what one worker ran; up to the worker
 * @param diagnose tells why tests fail
 * @param check judges journals that are there; up to where they are
 * @param rounds runs the rounds of the suite
 */
public record Commands(String replay, String diagnose, String check, String rounds) {
    /** What to type where the plugin is declared, and there is but one module. */
    public static final Commands SHORTEST = new Commands(
            "mvn surefoot:replay", "mvn surefoot:diagnose", "mvn surefoot:check", "mvn test -Preliability");

    /** Returns what journals tell, which names commands in their shortest form, as every project understands it. */
    public String inFull(String text) {
        return named(named(text, SHORTEST.replay, replay), SHORTEST.check, check);
    }

    private static String named(String text, String shortest, String own) {
        return text.contains(own) ? text : text.replace(shortest, own);
    }
}
