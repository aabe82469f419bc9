package it;

import org.junit.Test;

public class OldTest {    @Test
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
