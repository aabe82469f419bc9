package it;

import java.util.concurrent.atomic.AtomicInteger;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestResult;

public class Listener implements IInvokedMethodListener {
    static final AtomicInteger METHODS = new AtomicInteger();

    @Override
    public void beforeInvocation(IInvokedMethod method, ITestResult result) {
        METHODS.incrementAndGet();
    }
}
