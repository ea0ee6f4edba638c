/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.inject.Inject;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Serial ports and the Modbus driver come in packages of their own, at every start in another order. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SerialPackageIT {

    private static final long DEADLINE_MILLIS = 10_000;
    private static final String PID = "line";

    @Inject
    private BundleContext context;

    @Inject
    private ConfigurationService configurations;

    @Configuration
    public Option[] gateway() throws IOException {
        TestGateway gateway = new TestGateway();
        return gateway.withPackage("field")
                .withProperty("itest.serial", gateway.layout().feature("serial"))
                .withProperty("itest.folder", gateway.folder())
                .options();
    }

    @Test
    public void aDriverThatMissesThePackageNamesItAndGoesOnWhenItComes() throws Exception {
        Path port = Path.of(System.getProperty("itest.folder"), "port");
        Process socat = socat(port);
        try {
            configurations.createFactoryConfiguration(
                    "io.tohu.modbus.ModbusDriver",
                    PID,
                    Map.of("framing", "RTU", "serial.port", port.toString()),
                    false);
            Driver driver = driver();
            assertThatThrownBy(driver::connect)
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("need the package tohu-serial");

            install();
            driver.connect();

            String libraries = Files.readString(Path.of("/proc/self/maps"));
            assertThat(libraries).contains(System.getProperty("kura.data") + "/tohu/native/serial/Linux");
        } finally {
            configurations.deleteFactoryConfiguration(PID, false);
            socat.destroy();
        }
    }

    private static Process socat(Path port) throws IOException {
        boolean there = true;
        Process socat = null;
        try {
            socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + port, "pty,raw,echo=0").start();
        } catch (IOException e) {
            there = false;
        }
        assumeTrue("no socat on this machine: serial ports are not tried (on Debian: apt-get install socat)", there);
        assertThat(Await.until(DEADLINE_MILLIS, () -> Files.exists(port))).isTrue();
        return socat;
    }

    private Driver driver() throws Exception {
        ServiceTracker<Driver, Driver> tracker =
                new ServiceTracker<>(context, context.createFilter("(kura.service.pid=" + PID + ")"), null);
        tracker.open();
        return tracker.waitForService(DEADLINE_MILLIS);
    }

    private void install() throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(System.getProperty("itest.serial")));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    context.installBundle(entry.getName(), zip).start();
                    return;
                }
            }
        }
    }
}
