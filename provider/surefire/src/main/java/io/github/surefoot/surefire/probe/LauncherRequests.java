package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.booter.ProviderParameterNames;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * Requests to JUnit's launcher with the filters that Surefire's provider has.
 *
 * @param settings the properties of the provider, in which the filters are
 * @param parameters JUnit Platform's configuration parameters
 */
record LauncherRequests(Map<String, String> settings, Map<String, String> parameters) {

    LauncherDiscoveryRequest of(List<ProbeRequest.Item> items) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(items.stream().map(LauncherRequests::selector).toList())
                .configurationParameters(parameters)
                .filters(filters())
                .build();
    }

    private static DiscoverySelector selector(ProbeRequest.Item item) {
        return item.isClass()
                ? DiscoverySelectors.selectClass(item.name())
                : DiscoverySelectors.selectUniqueId(item.name());
    }

    private Filter<?>[] filters() {
        List<Filter<?>> result = new ArrayList<>();
        list(ProviderParameterNames.GROUPS_PROP).map(TagFilter::includeTags).ifPresent(result::add);
        list(ProviderParameterNames.EXCLUDEDGROUPS_PROP)
                .map(TagFilter::excludeTags)
                .ifPresent(result::add);
        list(ProviderParameterNames.INCLUDE_JUNIT5_ENGINES_PROP)
                .map(EngineFilter::includeEngines)
                .ifPresent(result::add);
        list(ProviderParameterNames.EXCLUDE_JUNIT5_ENGINES_PROP)
                .map(EngineFilter::excludeEngines)
                .ifPresent(result::add);
        new WorkerSettings(settings).test().map(LauncherRequests::named).ifPresent(result::add);
        return result.toArray(new Filter<?>[0]);
    }

    /** As Surefire's provider takes its parameter {@code test}. */
    private static PostDiscoveryFilter named(String test) {
        TestListResolver tests = new TestListResolver(test);
        return descriptor -> FilterResult.includedIf(descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> tests.shouldRun(
                        TestListResolver.toClassFileName(method.getClassName()), method.getMethodName()))
                .orElse(true));
    }

    private Optional<List<String>> list(String property) {
        List<String> values = Stream.of(settings.getOrDefault(property, "").split("[,|]+"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
