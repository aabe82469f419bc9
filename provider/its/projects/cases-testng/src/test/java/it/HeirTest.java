package it;

public final class HeirTest extends InheritedTearDown {}
