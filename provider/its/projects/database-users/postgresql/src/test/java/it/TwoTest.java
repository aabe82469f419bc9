package it;

class TwoTest extends Tags {}
