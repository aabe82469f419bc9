package it;

class ThreeTest extends Carts {}
