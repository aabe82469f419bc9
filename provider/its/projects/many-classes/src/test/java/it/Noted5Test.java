package it;

class Noted5Test extends Noted {}
