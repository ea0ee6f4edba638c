/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.modbus.internal.serial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has jSerialComm load its library from a folder of ours: by itself it extracts it below the temp directory, which may be
 * mounted {@code noexec}.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PATH = "jSerialComm.library.path";
    private static final String NAME = "libjSerialComm.so";

    private NativeLibrary() {}

    /**
     * Loads the library, once for the life of its class.
     *
     * @param library jSerialComm's main class, not initialized yet
     * @throws LinkageError when there is none that loads
     */
    static void load(Class<?> library, Path folder) {
        String before = System.getProperty(PATH);
        if (before == null && copied(library, folder)) {
            System.setProperty(PATH, folder.toString());
        }
        try {
            Class.forName(library.getName(), true, library.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        } finally {
            if (before == null) {
                System.clearProperty(PATH);
            }
        }
    }

    private static boolean copied(Class<?> library, Path folder) {
        boolean any = false;
        for (String processor : processors(System.getProperty("os.arch"))) {
            try (InputStream in = library.getResourceAsStream("/Linux/" + processor + "/" + NAME)) {
                if (in != null) {
                    copy(in.readAllBytes(), folder.resolve("Linux").resolve(processor));
                    any = true;
                }
            } catch (IOException e) {
                LOG.warn(
                        "The native library for serial ports cannot be copied to {}: it goes to the temp directory",
                        folder,
                        e);
                return false;
            }
        }
        return any;
    }

    /** Names of jSerialComm's folders for Java's name of a processor; of several the one that loads is taken. */
    static List<String> processors(String arch) {
        return switch (arch) {
            case "amd64", "x86_64" -> List.of("x86_64");
            case "aarch64" -> List.of("armv8_64");
            case "arm" -> List.of("armv7hf", "armv6hf", "armv5");
            case "x86", "i386" -> List.of("x86");
            case "ppc64le" -> List.of("ppc64le");
            default -> List.of();
        };
    }

    /** Written only when it differs: Kura starts anew with every boot, and flash wears. */
    private static void copy(byte[] content, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (Files.exists(file) && Arrays.equals(content, Files.readAllBytes(file))) {
            return;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(NAME + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
