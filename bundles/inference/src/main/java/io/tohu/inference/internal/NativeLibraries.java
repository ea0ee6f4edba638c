/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.inference.internal;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that ONNX Runtime finds its libraries where they may be executed.
 *
 * <p>The framework extracts them into its own storage, which on Kura is under {@code /tmp}. Where that is mounted
 * {@code noexec} they are copied to Kura's data directory, and ONNX Runtime is told to load them from there. It must
 * happen before ONNX Runtime's first use, since it tries only once.
 */
final class NativeLibraries {

    /** Folder of the libraries, for ONNX Runtime's own loader. */
    static final String PATH_PROPERTY = "onnxruntime.native.path";

    private static final Logger logger = LoggerFactory.getLogger(NativeLibraries.class);
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private static final int CHUNK = 1 << 16;

    private NativeLibraries() {}

    /** Copies the libraries away from a {@code noexec} framework storage; does nothing otherwise. */
    static void prepare(BundleContext context, Path dataDirectory) {
        Bundle runtime = FrameworkUtil.getBundle(OrtEnvironment.class);
        if (runtime == null || System.getProperty(PATH_PROPERTY) != null) {
            return;
        }
        try {
            Path storage = context.getDataFile("").toPath().toRealPath();
            if (!Files.isReadable(MOUNTS) || !isNoexec(Files.readString(MOUNTS, StandardCharsets.UTF_8), storage)) {
                return;
            }
            Path folder = dataDirectory.resolve("tohu").resolve("native").resolve(runtime.getSymbolicName());
            copy(runtime, folder);
            System.setProperty(PATH_PROPERTY, folder.toString());
            logger.info("{} is mounted noexec: ONNX Runtime is loaded from {}", storage, folder);
        } catch (IOException e) {
            logger.warn("The native libraries could not be copied to {}", dataDirectory, e);
        }
    }

    /** Whether the file system that holds a path is mounted {@code noexec}, after the text of {@code /proc/mounts}. */
    static boolean isNoexec(String mounts, Path path) {
        Path best = null;
        boolean noexec = false;
        for (String line : mounts.split("\n")) {
            String[] fields = line.split(" ");
            if (fields.length < 4) {
                continue;
            }
            Path point = Path.of(fields[1].replace("\\040", " "));
            // A later mount on the same point hides the earlier one.
            if (path.startsWith(point) && (best == null || point.getNameCount() >= best.getNameCount())) {
                best = point;
                noexec = List.of(fields[3].split(",")).contains("noexec");
            }
        }
        return noexec;
    }

    private static void copy(Bundle runtime, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String library : LIBRARIES) {
            URL entry = runtime.getEntry("native/" + library);
            if (entry == null) {
                throw new IOException(runtime.getSymbolicName() + " carries no native/" + library);
            }
            Path file = folder.resolve(library);
            // Written only when it differs: Kura installs its packages anew at every start, and flash wears.
            if (Files.exists(file) && same(entry, file)) {
                continue;
            }
            Path part = folder.resolve(library + ".part");
            try (InputStream in = entry.openStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean same(URL entry, Path file) throws IOException {
        try (InputStream in = entry.openStream();
                InputStream before = Files.newInputStream(file)) {
            byte[] wanted;
            do {
                wanted = in.readNBytes(CHUNK);
                if (!Arrays.equals(wanted, before.readNBytes(CHUNK))) {
                    return false;
                }
            } while (wanted.length > 0);
            return true;
        }
    }
}
