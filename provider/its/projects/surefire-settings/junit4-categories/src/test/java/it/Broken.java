package it;

public interface Broken {}
