package it;

import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class FixedTest {    @Test
    public void a() {}

    @Test
    public void b() {}

    @Test
    public void c() {}

    @Test
    public void d() {}

    @Test
    public void e() {}

    @Test
    public void f() {}

    @Test
    public void g() {}

    @Test
    public void h() {}
}
