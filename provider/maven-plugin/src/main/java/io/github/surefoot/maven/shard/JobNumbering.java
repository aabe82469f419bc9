package io.github.surefoot.maven.shard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The engines that start one job several times and tell each, in its environment, which of them it is. */
enum JobNumbering {
    /** {@code parallel}. Others set the same names and count otherwise, so it has to say that it is GitLab. */
    GITLAB("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1) {
        @Override
        boolean isPresent(Environment environment) {
            return environment.text("GITLAB_CI").filter("true"::equals).isPresent() && super.isPresent(environment);
        }
    },
    /** {@code parallelism}. */
    CIRCLECI("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
    /** {@code parallelism}. */
    BUILDKITE("Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
    /** {@code --array}. */
    SLURM("Slurm", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", 1) {
        @Override
        OptionalInt first(Environment environment) {
            // An array of one task alone, 2 say, is how a task is submitted again; who counts from 0 and who from 1 can
            // be
            // told by the first id only, and it is how many were submitted now that Slurm counts.
            OptionalInt first = environment.number("SLURM_ARRAY_TASK_MIN");
            return first.isPresent() && first.getAsInt() <= 1 ? first : OptionalInt.empty();
        }

        @Override
        OptionalInt total(Environment environment) {
            OptionalInt total = super.total(environment);
            OptionalInt least = first(environment);
            OptionalInt most = environment.number("SLURM_ARRAY_TASK_MAX");
            boolean whole = total.isPresent()
                    && least.isPresent()
                    && most.isPresent()
                    && environment.number("SLURM_ARRAY_TASK_STEP").orElse(0) == 1
                    && most.getAsInt() - least.getAsInt() + 1 == total.getAsInt();
            return whole ? total : OptionalInt.empty();
        }

        @Override
        String mend() {
            return "Its ids do not run from 0 or 1 without a gap, so nobody knows what they are numbers of. Give both:"
                    + " -Dsurefoot.shard=$SLURM_ARRAY_TASK_ID/5, if ids count from 1.";
        }
    },
    /** An indexed Job. */
    KUBERNETES("Kubernetes", "JOB_COMPLETION_INDEX", "", 0) {
        @Override
        String mend() {
            return "Kubernetes does not tell a pod how many there are. Give the completions of the Job:"
                    + " -Dsurefoot.shard=auto/5.";
        }
    };

    private final String engine;
    private final String index;
    private final String total;
    private final int base;

    JobNumbering(String engine, String index, String total, int base) {
        this.engine = engine;
        this.index = index;
        this.total = total;
        this.base = base;
    }

    /** The variables of this process. */
    record Environment(UnaryOperator<@Nullable String> variables) {
        Optional<String> text(String name) {
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(variables.apply(name)).map(String::strip);
        }

        OptionalInt number(String name) {
            return text(name).filter(value -> value.matches("\\d{1,9}")).stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst();
        }
    }

    /** Returns the engines that number this job. */
    static List<JobNumbering> present(Environment environment) {
        return Arrays.stream(values())
                .filter(engine -> engine.isPresent(environment))
                .toList();
    }

    boolean isPresent(Environment environment) {
        return environment.text(index).filter(value -> !value.isEmpty()).isPresent();
    }

    /** Returns the number of the first job; empty if that is not to be known. */
    OptionalInt first(Environment environment) {
        return OptionalInt.of(base);
    }

    /** Returns how many jobs there are; empty if that is not to be known. */
    OptionalInt total(Environment environment) {
        return environment.number(total);
    }

    /** Returns which of the jobs this is, from 1; empty if that is not to be known. */
    OptionalInt index(Environment environment) {
        OptionalInt number = environment.number(index);
        OptionalInt first = first(environment);
        return number.isPresent() && first.isPresent()
                ? OptionalInt.of(number.getAsInt() - first.getAsInt() + 1)
                : OptionalInt.empty();
    }

    /** Returns what to do where index or total are not to be known. */
    String mend() {
        return "Give both: -Dsurefoot.shard=2/5.";
    }

    String engine() {
        return engine;
    }

    /** Returns what it tells, for people. */
    String told(Environment environment) {
        String index = this.index + "=" + environment.text(this.index).orElse("");
        return total.isEmpty()
                ? index
                : index + ", " + total + "=" + environment.text(total).orElse("");
    }
}
