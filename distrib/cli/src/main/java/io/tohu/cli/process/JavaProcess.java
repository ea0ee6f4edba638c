/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.cli.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A Java process of its own: its output goes to a log file, and it is known to be up by a line that it prints. */
public final class JavaProcess implements AutoCloseable {

    private static final int TAIL_LINES = 12;
    private static final long STOP_SECONDS = 10;
    private static final long POLL_MILLIS = 100;

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread reader;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Deque<String> tail = new ArrayDeque<>();

    /** The Java of this process. */
    public static Path ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** A process of the Java of this one. */
    public JavaProcess(String name, List<String> options, Path logs, Predicate<String> readyLine) throws IOException {
        this(ownJava(), name, options, logs, readyLine);
    }

    /**
     * @param java what starts a JVM
     * @param name what messages call it; also the log file's name
     * @param options JVM options, class path included, then main class and arguments
     * @param logs folder of the log file
     * @param readyLine tells the line that says the process is up
     */
    public JavaProcess(Path java, String name, List<String> options, Path logs, Predicate<String> readyLine)
            throws IOException {
        this.name = name;
        this.log = Files.createDirectories(logs).resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        this.reader = new Thread(() -> read(readyLine), name + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Predicate<String> readyLine) {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                keep(line);
                if (readyLine.test(line)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            keep("output lost: " + e.getMessage());
        }
        ready.completeExceptionally(new IOException(name + " ended before it was ready"));
    }

    private synchronized void keep(String line) {
        tail.addLast(line);
        if (tail.size() > TAIL_LINES) {
            tail.removeFirst();
        }
    }

    /**
     * Waits until the process has said that it is up.
     *
     * @return the line that said so
     * @throws IOException when it ended or did not say so in time; the message has its last lines
     */
    public String awaitReady(long seconds) throws IOException, InterruptedException {
        try {
            return ready.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage() + lastLines());
        } catch (TimeoutException e) {
            throw new IOException(name + " was not ready within " + seconds + " s" + lastLines());
        }
    }

    /**
     * Waits until the process has printed a line that contains a text.
     *
     * @return whether it did in time
     */
    public boolean awaitLine(String text, long seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (Files.readAllLines(log).stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private synchronized String lastLines() {
        return ". Its last lines (all in " + log + "):\n    " + String.join("\n    ", tail);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Resident memory in bytes, 0 where the system does not tell. */
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Ends the process without asking it, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to stop and waits; kills it when it does not. */
    @Override
    public void close() {
        stop();
    }

    /**
     * Asks the process to stop.
     *
     * @return whether it stopped by itself in time
     */
    public boolean stop() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                reader.join(TimeUnit.SECONDS.toMillis(1));
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
