package it;

class OneTest extends SameRows {}
