package it;

public interface Quick {}
