package io.github.surefoot.analysis.gate;

import io.github.surefoot.core.SettingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sorts tests into categories by JUnit tag. A test belongs to the first category one of whose tags it bears, in the
 * order in which they are set, and without any such tag to {@code unit} if that is a category, to {@code other} if
 * not.
 */
public final class Categories {
    /** The setting. */
    public static final String PROPERTY = "surefoot.categories";

    private static final String UNIT = "unit";
    private static final String OTHER = "other";
    private static final String DEFAULT = "unit,integration,security";
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}");

    private final List<Category> all;

    private Categories(List<Category> all) {
        this.all = List.copyOf(all);
    }

    private record Category(String name, Set<String> tags) {}

    /** Returns the categories that hold when nothing is set: unit, integration, security. */
    public static Categories defaults() {
        return parse(DEFAULT);
    }

    /**
     * Reads categories as a user writes them: names separated by commas, each with the tag of the same name, or with
     * its tags, as in {@code unit,slow=integration|e2e}.
     *
     * @throws SettingException if it is of another form, or names a category twice
     */
    public static Categories parse(String setting) {
        List<Category> categories = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : setting.split(",")) {
            String[] sides = part.split("=", 2);
            String name = sides[0].strip();
            if (!NAME.matcher(name).matches() || !names.add(name)) {
                throw new SettingException(
                        PROPERTY,
                        setting,
                        "'" + part.strip() + "' is no category, or one named twice",
                        "Write e.g. unit,integration,security or unit,slow=integration|e2e.");
            }
            categories.add(new Category(name, tags(sides[sides.length - 1])));
        }
        return new Categories(categories);
    }

    private static Set<String> tags(String text) {
        Set<String> tags = new HashSet<>();
        for (String tag : text.split("\\|")) {
            tags.add(tag.strip());
        }
        return tags;
    }

    /** Returns the category of a test with these tags. */
    public String of(List<String> tags) {
        for (Category category : all) {
            if (tags.stream().anyMatch(category.tags::contains)) {
                return category.name;
            }
        }
        return all.stream().anyMatch(c -> c.name.equals(UNIT)) ? UNIT : OTHER;
    }
}
