package it;

class ThreeTest extends SameRows {}
