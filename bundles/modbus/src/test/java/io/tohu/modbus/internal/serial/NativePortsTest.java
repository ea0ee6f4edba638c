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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tohu.modbus.internal.link.PortException;
import java.io.File;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where jSerialComm comes from. */
class NativePortsTest {

    @TempDir
    private Path folder;

    /** What a bundle sees that has the wanted part of this test's class path, and has not loaded anything yet. */
    private static ClassLoader fresh(Predicate<String> wanted) {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .map(NativePortsTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Throwable opening(ClassLoader loader, String port) throws Exception {
        Constructor<?> ports = loader.loadClass(NativePorts.class.getName()).getDeclaredConstructor(Path.class);
        ports.setAccessible(true);
        Class<?> parity = loader.loadClass(SerialLine.Parity.class.getName());
        Object line = loader.loadClass(SerialLine.class.getName())
                .getConstructors()[0]
                .newInstance(port, 9600, parity.getEnumConstants()[0], 1, false, Duration.ofSeconds(1));
        var open = ports.getDeclaringClass().getDeclaredMethod("open", line.getClass());
        open.setAccessible(true);
        Object opener = ports.newInstance(folder);
        try {
            open.invoke(opener, line);
            return null;
        } catch (java.lang.reflect.InvocationTargetException e) {
            return e.getCause();
        }
    }

    @Test
    void withoutThePackageForSerialPortsItsNameIsSaid() throws Exception {
        Throwable failure = opening(fresh(entry -> !entry.contains("jSerialComm")), "/dev/null");

        assertThat(failure).hasMessageContaining("package tohu-serial, which is not installed: install it");
    }

    /** By itself it extracts to the temp directory, which may be mounted noexec. */
    @Test
    void theNativeLibraryIsLoadedFromTheDataDirectory() throws Exception {
        Path temp = Files.createDirectory(folder.resolve("temp"));
        String before = System.setProperty("java.io.tmpdir", temp.toString());
        try {
            Throwable failure = opening(fresh(entry -> true), "/dev/null");

            assertThat(failure).hasMessageContaining("this is no serial port");
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        String processor =
                NativeLibrary.processors(System.getProperty("os.arch")).get(0);
        Path copy = folder.resolve("Linux").resolve(processor).resolve("libjSerialComm.so");
        assertThat(copy).exists();
        assertThat(Files.readString(Path.of("/proc/self/maps"))).contains(copy.toString());
        assertThat(temp).isEmptyDirectory();
        assertThat(System.getProperty("jSerialComm.library.path")).isNull();
    }

    @Test
    void aPortThatMayNotBeUsedSaysWhichGroupItTakes() {
        assertThatThrownBy(() -> {
                    throw PortException.opening(13);
                })
                .hasMessageContaining("permission denied", "dialout");
    }
}
