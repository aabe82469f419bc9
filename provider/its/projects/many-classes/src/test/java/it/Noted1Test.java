package it;

class Noted1Test extends Noted {}
