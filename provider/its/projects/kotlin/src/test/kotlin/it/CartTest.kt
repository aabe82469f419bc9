package it

import kotlin.test.AfterTest
import kotlin.test.BeforeTest
import kotlin.test.Ignore
import kotlin.test.Test
import kotlin.test.assertEquals
import org.junit.jupiter.api.Nested
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class CartTest {
    private val items = mutableListOf<String>()

    @BeforeTest
    fun fill() {
        items += "apple"
    }

    @AfterTest
    fun clear() = items.clear()

    @Test
    fun `a name with spaces, and a comma`() {
        assertEquals(listOf("apple"), items)
    }

    @Test
    @Ignore
    fun `is left out`() {
        throw AssertionError("ignored")
    }

    @ParameterizedTest
    @ValueSource(strings = ["a", "b c", "ü"])
    fun `takes anything`(item: String) {
        items += item
        assertEquals(2, items.size)
    }

    @Nested
    inner class Inside {
        @Test
        fun `sees the outer one`() = assertEquals(1, items.size)
    }
}
