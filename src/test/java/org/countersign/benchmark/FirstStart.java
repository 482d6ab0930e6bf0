package org.countersign.benchmark;

import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that starts the application for the first time in a directory, and ends. What is started there
 * afterwards is a second start, as it is on every day but the first.
 */
final class FirstStart {

    private FirstStart() {
    }

    /** @return from the start of the process to an application that answers, in seconds */
    static double in(Path home) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FirstStart.class.getName(), home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String ready = process.inputReader().lines().filter(line -> line.startsWith("ready ")).findFirst().orElseThrow();
        process.waitFor();
        return Double.parseDouble(ready.substring("ready ".length()));
    }

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext application = Instance.start(Path.of(arguments[0]), context -> { })) {
            System.out.println("ready " + Clockwork.secondsSinceStart());
        }
    }
}
