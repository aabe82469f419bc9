package it;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

@RunWith(Suite.class)
@Suite.SuiteClasses({FirstCase.class, SecondCase.class})
public class OldSuite {}
