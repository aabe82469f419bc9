package it;

class Noted7Test extends Noted {}
