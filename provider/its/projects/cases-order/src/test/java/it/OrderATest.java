package it;

class OrderATest extends Noting {}
