package shop;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A program of a project: says the day, and what order some numbers have. */
public final class TellsTheDay {
    private TellsTheDay() {}

    /** Says it. */
    public static void main(String[] arguments) throws InterruptedException {
        Set<Integer> numbers = new HashSet<>(List.of(1, 2, 3, 4, 5, 6, 7));
        System.out.println(LocalDate.now(ZoneId.systemDefault()));
        System.out.println(numbers);
        numbers.forEach(System.out::print);
        Thread thread = new Thread(() -> System.out.println(" and a thread"));
        thread.start();
        thread.join();
    }
}
