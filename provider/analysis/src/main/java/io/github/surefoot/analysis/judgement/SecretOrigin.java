package io.github.surefoot.analysis.judgement;

/**
 * Where a secret came from; never its value.
 *
 * @param name the name of the secret, e.g. {@code API_KEY}
 * @param source where it was found, e.g. {@code environment}
 */
public record SecretOrigin(String name, String source) {}
