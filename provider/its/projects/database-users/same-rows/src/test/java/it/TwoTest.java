package it;

class TwoTest extends SameRows {}
