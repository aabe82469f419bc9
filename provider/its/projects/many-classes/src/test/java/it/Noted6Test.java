package it;

class Noted6Test extends Noted {}
