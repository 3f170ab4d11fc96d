package org.newsweft.jobs;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command said, called as the launcher calls it, but in this virtual machine.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
public record CommandResult(int status, String out, String err) {
    public static CommandResult of(String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        int status;
        try {
            status = Main.execute(arguments);
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
        return new CommandResult(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The result, after a check that the command succeeded. */
    public CommandResult succeeded() {
        if (status != 0) {
            throw new AssertionError("exit status " + status + "\n" + out + err);
        }
        return this;
    }
}
