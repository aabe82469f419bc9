package it

import spock.lang.Ignore
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

class CartSpec extends Specification {
    @Shared
    List<String> log = []

    List<String> items = []

    def setup() {
        items << 'apple'
    }

    def "a feature with a name of several words"() {
        expect:
        items == ['apple']
    }

    def "the bigger of #a and #b is #c"(int a, int b, int c) {
        expect:
        Math.max(a, b) == c

        where:
        a | b || c
        1 | 2 || 2
        7 | 3 || 7
        0 | 0 || 0
    }

    @Ignore('shows that it is reported')
    def "is left out"() {
        expect:
        false
    }

    @Requires({ false })
    def "needs what is not there"() {
        expect:
        false
    }
}
