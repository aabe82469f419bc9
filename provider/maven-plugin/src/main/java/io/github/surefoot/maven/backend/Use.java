package io.github.surefoot.maven.backend;

/**
 * What a class does with another.
 *
 * @param kind the way past the worker's database
 * @param type the full name of the class it uses
 * @param text what it does, as the end of a sentence: {@code calls java.sql.DriverManager.getConnection}
 */
record Use(BypassKind kind, String type, String text) {}
