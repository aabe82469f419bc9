package it;

class OrderCTest extends Noting {}
