package io.github.surefoot.analysis.judgement;

/**
 * What a person types at the root of the build to see more of a run's failures.
 *
 * @param replay runs again what one worker ran; up to the worker
 * @param diagnose tells why tests fail
 */
public record Commands(String replay, String diagnose) {
    /** What to type where the plugin is declared, and there is but one module. */
    public static final Commands SHORTEST = new Commands("mvn surefoot:replay", "mvn surefoot:diagnose");
}
