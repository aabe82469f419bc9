package io.github.surefoot.noise;

import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Goes through a collection in another order, and removes from it; what is changed under it is told as ever. */
final class OtherIterator<T> implements Iterator<T> {
    private final Collection<T> of;
    private final Iterator<T> order;
    private final boolean mayChange;
    private int size;
    private Object last;

    OtherIterator(Collection<T> of, List<T> inOrder) {
        this.of = of;
        this.order = inOrder.iterator();
        this.mayChange = Unordered.mayChange(of);
        this.size = inOrder.size();
        this.last = this;
    }

    @Override
    public boolean hasNext() {
        return order.hasNext();
    }

    @Override
    public T next() {
        check();
        T next = order.next();
        last = next;
        return next;
    }

    @Override
    public void remove() {
        if (last == this) {
            throw new IllegalStateException("There is no element to remove yet, or no more");
        }
        check();
        if (of instanceof Set) {
            of.remove(last);
        } else {
            removeItself();
        }
        size = of.size();
        last = this;
    }

    /** Values of a map and elements of a queue may have others that equal them. */
    private void removeItself() {
        for (Iterator<T> usual = of.iterator(); usual.hasNext(); ) {
            if (usual.next() == last) {
                usual.remove();
                return;
            }
        }
    }

    private void check() {
        if (!mayChange && of.size() != size) {
            throw new ConcurrentModificationException();
        }
    }
}
