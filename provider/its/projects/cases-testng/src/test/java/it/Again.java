package it;

import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;

public final class Again implements IRetryAnalyzer {
    private int attempts;

    @Override
    public boolean retry(ITestResult result) {
        attempts++;
        return attempts < 3;
    }
}
