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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tohu.modbus.internal.SerialDrivers;
import io.tohu.modbus.internal.peer.Await;
import io.tohu.modbus.internal.serial.SerialDevice.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver on a serial line, with devices at the other end. */
class SerialRtuTest {

    @TempDir
    private Path folder;

    private final SerialDrivers drivers = new SerialDrivers();
    private PtyPair pair;
    private SerialDevice device;

    @BeforeEach
    void cable() throws Exception {
        pair = PtyPair.in(folder).plugIn();
        device = new SerialDevice(pair.far());
        IntStream.range(0, 100).forEach(i -> device.registers.put(1000 + i, i));
        IntStream.range(0, 100).forEach(i -> device.registers.put(2000 + i, 100 + i));
    }

    @AfterEach
    void stop() throws Exception {
        drivers.close();
        pair.unplug();
        device.close();
    }

    private Driver driver() {
        return drivers.make("line", pair.near(), 300, 0);
    }

    private static Object read(Driver driver, int unit, int address) throws ConnectionException {
        ChannelRecord record = SerialDrivers.holding(unit, address);
        driver.read(List.of(record));
        return record.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS
                ? record.getValue().getValue()
                : record.getChannelStatus().getExceptionMessage();
    }

    /** What a channel says, be it of the link or of itself. */
    private static String complaint(Driver driver) {
        try {
            return read(driver, 1, 5).toString();
        } catch (ConnectionException e) {
            return e.getMessage();
        }
    }

    private static CompletableFuture<Object> reading(Driver driver, int unit, int address) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return read(driver, unit, address);
            } catch (ConnectionException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Test
    void unitsOfALineAreReadAndWritten() throws Exception {
        Driver driver = driver();

        assertThat(read(driver, 1, 5)).isEqualTo(5);
        driver.write(List.of(SerialDrivers.set(1, 5, 77)));
        assertThat(read(driver, 1, 5)).isEqualTo(77);
        assertThat(read(driver, 2, 5)).isEqualTo(105);
    }

    @Test
    void aReplyThatComesAfterItsTimeoutNeverReachesTheNextRequest() throws Exception {
        device.kept = request -> request.address() == 7;
        Driver driver = driver();

        assertThat(read(driver, 1, 7)).asString().contains("no reply within 300 ms");
        CompletableFuture<Object> next = reading(driver, 1, 8);
        // Of the same unit, function and length as the one that is wanted now.
        device.answer(device.next());

        assertThat(next.get()).isEqualTo(8);
    }

    @Test
    void oneRequestIsOnTheLineAtATimeHoweverManyAsk() throws Exception {
        device.kept = request -> true;
        Driver driver = driver();
        List<CompletableFuture<Object>> all =
                IntStream.of(1, 30, 60).mapToObj(i -> reading(driver, 1, i)).toList();

        for (int i = 0; i < 3; i++) {
            Request request = device.next();
            assertThat(device.nextWithin(20))
                    .as("a second request before the reply")
                    .isNull();
            device.answer(request);
        }
        assertThat(all.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(1, 30, 60);
    }

    @Test
    void framesAreApartByTheSilenceThatTheDevicesNeed() throws Exception {
        device.kept = request -> true;
        Driver driver = drivers.make("line", pair.near(), 1000, 0, "serial.baud.rate", 1200);
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Object> reading = reading(driver, 1, i);
            Request request = device.next();
            if (i > 0) {
                // 3.5 characters of 11 bits at 1200 baud, less what the pseudo terminal took.
                assertThat(request.quiet()).isGreaterThan(30_000_000);
            }
            device.answer(request);
            reading.get();
        }
    }

    @Test
    void aDamagedReplyIsAskedForAgainAtOnce() throws Exception {
        Driver driver = drivers.make("line", pair.near(), 5000, 1);
        device.kept = request -> true;
        CompletableFuture<Object> reading = reading(driver, 1, 5);
        device.next();
        device.raw(new byte[] {1, 3, 2, 0, 6, 0x79, (byte) 0x84});
        Request again = device.next();
        device.answer(again);

        assertThat(reading.get()).isEqualTo(5);
        assertThat(again.quiet()).isLessThan(1_000_000_000L);
    }

    @Test
    void bytesWithoutMeaningAreToldFromSilence() throws Exception {
        device.kept = request -> true;
        Driver driver = driver();
        CompletableFuture<Object> reading = reading(driver, 1, 5);
        device.next();
        device.raw(new byte[] {(byte) 0xE6, 0x00, (byte) 0x9E});

        assertThat(reading.get()).asString().contains("3 bytes came", "baud rate, parity");
    }

    @Test
    void aLineThatHearsItselfIsRead() throws Exception {
        device.kept = request -> true;
        Driver driver = driver();
        CompletableFuture<Object> reading = reading(driver, 1, 5);
        Request request = device.next();
        device.raw(request.frame());
        device.answer(request);
        assertThat(reading.get()).isEqualTo(5);

        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                driver.write(List.of(SerialDrivers.set(1, 5, 9)));
            } catch (ConnectionException e) {
                throw new CompletionException(e);
            }
        });
        request = device.next();
        device.raw(request.frame());
        assertThat(writing).as("done by the echo alone").isNotDone();
        device.answer(request);
        writing.get();
    }

    @Test
    void aPortThatIsNotThereIsNamedAndFoundWhenItComes() throws Exception {
        pair.unplug();
        Driver driver = driver();

        assertThat(complaint(driver)).contains(pair.near(), "there is no such port: is the adapter plugged in");
        plugInAgain();
        Await.until("the driver has found the port", () -> complaint(driver).equals("5"));
    }

    @Test
    void aPortThatIsUnpluggedIsNamedAndUsedAgainWhenItIsBack() throws Exception {
        Driver driver = driver();
        assertThat(read(driver, 1, 5)).isEqualTo(5);

        pair.unplug();
        Await.until("the port is missed", () -> complaint(driver).contains("there is no such port"));
        plugInAgain();
        Await.until("the driver has found the port", () -> complaint(driver).equals("5"));
    }

    private void plugInAgain() throws Exception {
        device.close();
        pair.plugIn();
        var before = device.registers;
        device = new SerialDevice(pair.far());
        device.registers.putAll(before);
        device.registers.put(1005, 5);
    }

    @Test
    void aSecondDriverOnALineIsToldWhoHasItAndTakesOverWhenThatStops() throws Exception {
        Driver first = driver();
        assertThat(read(first, 1, 5)).isEqualTo(5);
        // By another name of the same port.
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), Path.of(pair.near()));
        Driver second = drivers.make("other", alias.toString(), 300, 0);

        assertThat(complaint(second)).contains("the driver \"line\" uses this port", "units of a line into one driver");
        drivers.stop(first);
        Await.until("the second has the port", () -> complaint(second).equals("5"));
    }

    @Test
    void aPortThatAnotherProgramUsesIsLeftToItUntilItEnds() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/flock")), "no flock on this machine: a busy port is not tested");
        Process other = new ProcessBuilder("/usr/bin/flock", pair.near(), "cat").start();
        try {
            Driver driver = driver();
            Await.until("it is busy", () -> complaint(driver).contains("another program uses the port"));
            other.getOutputStream().close();
            Await.until("it is free again", () -> complaint(driver).equals("5"));
        } finally {
            other.destroy();
        }
    }

    @Test
    void afterTheDriverStopsNoThreadIsLeftAndThePortIsFree() throws Exception {
        Driver driver = driver();
        assertThat(read(driver, 1, 5)).isEqualTo(5);

        drivers.stop(driver);
        Await.until("its thread has ended", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("tohu-modbus-" + pair.near())));
        assertThat(read(driver(), 1, 6)).isEqualTo(6);
    }

    @Test
    void aUnitThatIsSilentHoldsUpTheOthersOnlyOnce() throws Exception {
        device.kept = request -> request.unit() == 2;
        Driver driver = drivers.make("line", pair.near(), 300, 0, "silent.unit.rest", 60_000);
        assertThat(read(driver, 1, 5)).isEqualTo(5);
        assertThat(read(driver, 2, 5)).asString().contains("no reply within");

        assertThat(read(driver, 2, 5)).asString().contains("left alone for a while");
        assertThat(read(driver, 1, 6)).isEqualTo(6);
    }

    @Test
    void unitZeroOfALineIsRefusedSinceNobodyWouldReply() throws Exception {
        assertThat(read(driver(), 0, 5)).asString().contains("unit 0 speaks to all devices");
    }
}
