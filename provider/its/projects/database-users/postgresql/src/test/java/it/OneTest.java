package it;

class OneTest extends Tags {}
