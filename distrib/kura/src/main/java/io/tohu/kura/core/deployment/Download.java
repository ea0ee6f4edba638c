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
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file from an HTTP server. The file is created before anything is asked for, and stays when that fails. */
final class Download {

    private static final int READ_MILLIS = 6000;
    private static final int PERCENT = 100;
    private static final int UNKNOWN_PROGRESS = 50;
    private static final int NOTIFY_BYTES = 256 * 1024;
    private static final int BLOCK_BYTES = 4096;

    private final PackageRequest request;
    private final Notifications notifications;
    private int total;
    private long count;

    Download(PackageRequest request, Notifications notifications) {
        this.request = request;
        this.notifications = notifications;
    }

    /** Says in the end that it is complete, or failed; also of a file that turns out to have another hash. */
    void to(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            // Kura 5.6 knows this one name only; it is the URL that may be https.
            if (!"HTTP".equals(request.protocol())) {
                throw new IllegalArgumentException("dp.download.protocol must be HTTP, but is " + request.protocol());
            }
            copy(out);
        }
        if (request.hash() != null) {
            verify(file);
        }
    }

    private void copy(OutputStream out) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(request.uri()).toURL().openConnection();
        connection.setConnectTimeout(request.connectMillis());
        connection.setReadTimeout(READ_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            total = connection.getContentLength();
            tell("IN_PROGRESS", null);
            long step = total > 0 ? Math.max(1, total / 20) : NOTIFY_BYTES;
            long next = step;
            byte[] block = new byte[BLOCK_BYTES];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                out.write(block, 0, read);
                count += read;
                if (count >= next) {
                    next += step;
                    tell("IN_PROGRESS", null);
                }
            }
            tell(Notifications.COMPLETED, null);
        } catch (IOException e) {
            tell(Notifications.FAILED, e.getMessage());
            throw e;
        } finally {
            connection.disconnect();
        }
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

    private void tell(String status, String error) {
        notifications.download(total, progress(), status, error, 0);
    }

    /** Percent; 50 where the size is not known. */
    private int progress() {
        int percent = (int) Math.floor((double) count / total * PERCENT);
        return percent < 0 ? UNKNOWN_PROGRESS : percent;
    }
}
