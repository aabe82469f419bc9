package it;

class OneTest extends Carts {}
