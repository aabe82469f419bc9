package it;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

@Suite
@SelectClasses({FirstCase.class, SecondCase.class})
class EverythingSuite {}
