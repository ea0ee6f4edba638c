/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.kura.core.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** One file from an HTTP server. The file is created before anything is asked for, and stays when that fails. */
final class Download {

    private static final int READ_MILLIS = 6000;
    private static final int REDIRECTS = 20;
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303);
    private static final int PERCENT = 100;
    private static final int UNKNOWN_PROGRESS = 50;
    private static final int NOTIFY_BYTES = 256 * 1024;
    private static final int BLOCK_BYTES = 4096;

    private final PackageRequest request;
    private final Notifications notifications;
    private volatile boolean cancelled;
    private volatile Thread thread;
    private volatile int total;
    private volatile long count;
    private volatile String status = Notifications.FAILED;

    Download(PackageRequest request, Notifications notifications) {
        this.request = request;
        this.notifications = notifications;
    }

    /**
     * Says in the end that it is complete, or failed.
     *
     * @throws CancellationException after {@link #cancel}
     */
    void to(Path file) throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(file)) {
            // Kura 5.6 knows this one name only; it is the URL that may be https.
            if (!"HTTP".equals(request.protocol())) {
                throw new IllegalArgumentException("dp.download.protocol must be HTTP, but is " + request.protocol());
            }
            thread = Thread.currentThread();
            copy(out);
        } finally {
            thread = null;
        }
        if (request.hash() != null) {
            verify(file);
        }
    }

    private void copy(OutputStream out) throws IOException, InterruptedException {
        HttpURLConnection connection = null;
        try {
            connection = connect();
            InputStream in = connection.getInputStream();
            total = connection.getContentLength();
            tell("IN_PROGRESS", null);
            int blockSize = request.blockSize() > 0 ? request.blockSize() : orElse(total / 100f + 1, BLOCK_BYTES);
            int step = request.notifyBlockSize() > 0 ? request.notifyBlockSize() : orElse(total / 20f, NOTIFY_BYTES);
            long steps = 1;
            byte[] block = new byte[blockSize];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                requireNotCancelled();
                out.write(block, 0, read);
                count += read;
                if (count >= steps * step) {
                    steps++;
                    tell("IN_PROGRESS", null);
                }
                Thread.sleep(request.blockDelay());
            }
            tell(Notifications.COMPLETED, null);
        } catch (IOException e) {
            requireNotCancelled();
            tell(Notifications.FAILED, e.getMessage());
            throw e;
        } catch (InterruptedException e) {
            requireNotCancelled();
            throw e;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private int orElse(float ofTotal, int byDefault) {
        return total > 0 ? Math.max(1, Math.round(ofTotal)) : byDefault;
    }

    private HttpURLConnection connect() throws IOException {
        URI uri = URI.create(request.uri());
        for (int i = 0; i < REDIRECTS; i++) {
            if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
                throw new IOException("The request URL is not supported");
            }
            connection.setConnectTimeout(request.connectMillis());
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            if (request.username() != null && request.password() != null) {
                connection.setAuthenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(
                                request.username(), request.password().toCharArray());
                    }
                });
            }
            if (!REDIRECT.contains(connection.getResponseCode())) {
                return connection;
            }
            uri = uri.resolve(connection.getHeaderField("Location"));
        }
        throw new IOException("redirected more than " + REDIRECTS + " times");
    }

    /** A file with another hash is deleted. */
    private void verify(Path file) throws IOException {
        String[] wanted = request.hash().split(":");
        try {
            String algorithm = wanted[0].trim();
            String actual = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
            if (wanted.length != 2 || !actual.equals(wanted[1].trim())) {
                throw new IOException("the file has the hash " + algorithm + ":" + actual);
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            Files.delete(file);
            throw new IOException("dp.download.hash " + request.hash() + ": " + e.getMessage(), e);
        }
    }

    /** Ends the download and says so. */
    void cancel() {
        cancelled = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        tell("CANCELLED", "Download cancelled");
    }

    private void requireNotCancelled() {
        if (cancelled) {
            // The interrupt was for this download, not for its thread.
            Thread.interrupted();
            throw new CancellationException();
        }
    }

    private void tell(String newStatus, String error) {
        status = newStatus;
        notifications.download(total, progress(), newStatus, error, 0);
    }

    /** Bytes of the whole file, -1 when the server does not say. */
    int total() {
        return total;
    }

    /** Percent; 50 where the size is not known. */
    int progress() {
        int percent = (int) Math.floor((double) count / total * PERCENT);
        return percent < 0 ? UNKNOWN_PROGRESS : percent;
    }

    String status() {
        return status;
    }
}
