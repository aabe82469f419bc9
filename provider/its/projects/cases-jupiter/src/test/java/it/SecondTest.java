package it;

class SecondTest extends BaseNested {
    @Override
    boolean good() {
        return false;
    }
}
