package it;

class TwoTest extends Carts {}
