package it;

import java.io.IOException;
import java.io.RandomAccessFile;
import org.junit.jupiter.api.Test;

class B5FillsDiskTest {
    @Test
    void passes() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        try (RandomAccessFile filler = new RandomAccessFile("target/filler", "rw")) {
            while (true) {
                filler.write(megabyte);
            }
        } catch (IOException e) {
            System.out.println("No space is left, as intended: " + e.getMessage());
        }
        try (RandomAccessFile filler = new RandomAccessFile("target/crumbs", "rw")) {
            while (true) {
                filler.write(1);
            }
        } catch (IOException e) {
            System.out.println("Not even for a byte: " + e.getMessage());
        }
    }
}
