package it

import spock.lang.Specification
import spock.lang.Stepwise

@Stepwise
class OrderSpec extends Specification {
    static int steps

    def "first"() {
        expect:
        ++steps == 1
    }

    def "second"() {
        expect:
        ++steps == 2
    }
}
