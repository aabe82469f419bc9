package it;

class FourTest extends Carts {}
