package it;

class Noted3Test extends Noted {}
