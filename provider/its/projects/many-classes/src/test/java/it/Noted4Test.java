package it;

class Noted4Test extends Noted {}
