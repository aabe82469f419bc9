package it;

class OrderBTest extends Noting {}
