package it;

class Noted8Test extends Noted {}
