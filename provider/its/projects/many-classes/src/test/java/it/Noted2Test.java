package it;

class Noted2Test extends Noted {}
